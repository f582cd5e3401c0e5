import Importing
import Intake
import Markup
import Papers
import Register

/// The words of the paper around the findings that are shown, each finding marked in its place.
struct ReviewedText {
    let review: Review
    let items: [Review.Item]

    /// Lines before the first and after the last finding.
    private static let margin = 12

    func write(to html: inout HTML) {
        let places = Dictionary(items.map { ($0.found.source.line, $0) }, uniquingKeysWith: { first, _ in first })
        guard let first = places.keys.min(), let last = places.keys.max() else { return }
        let texts = lines(from: first - Self.margin, to: last + Self.margin)
        html(.div, .class("paper-text"), .role("region"), .aria("label", "The paper's words"), .tabindex(0)) { html in
            for (number, text) in texts {
                html(.p, .id("line-\(number)"), .class(places[number] == nil ? nil : "found")) { html in
                    html(.span, .class("line-number"), text: "\(number)")
                    if let item = places[number] {
                        html(.a, .href(Address(fragment: "finding-\(item.key)"))) { $0(.mark, text.clipped(to: 500)) }
                    } else {
                        html.text(text.clipped(to: 500))
                    }
                }
            }
        }
    }

    /// Lines with their numbers, as far as the paper has them.
    private func lines(from first: Int, to last: Int) -> [(Int, String)] {
        let printed = PrintedLines.of(review.paper.intake.paper.transcript ?? review.paper.bytes)
        return zip(1..., printed).prefix(max(0, last)).dropFirst(max(0, first - 1)).compactMap { number, line in
            let words = Self.words(line)
            return words.isEmpty ? nil : (number, words)
        }
    }

    /// A line without the marks by which a paper is written down as text: pipes around cells, dashes under a header, signs of
    /// headings and bold words.
    static func words(_ line: String) -> String {
        let isRow = line.trimmed.hasPrefix("|")
        let cells =
            isRow ? line.split(separator: "|").map { PrintedLines.words(String($0)) } : [PrintedLines.words(line)]
        if cells.count > 1, cells.allSatisfy({ $0.allSatisfy { "-: ".contains($0) } }) { return "" }
        let text = cells.filter { !$0.isEmpty }.joined(separator: " · ").replacing("**", with: "")
        return String(text.drop { $0 == "#" }).trimmed
    }
}
