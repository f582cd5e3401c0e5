import Importing
import Intake
import Markup
import Papers
import Register

/// Findings of a PDF beside the sheets that they stand on: each sheet once, as it is printed, with the place of each of its
/// findings marked and numbered as its card is.
struct ReviewedSheets {
    let review: Review
    let items: [Review.Item]
    let draft: String
    /// The card of a finding, with its number on its sheet and its place there.
    let card: (_ item: Review.Item, _ number: Int?, _ place: String?) -> FindingCard

    /// Whether a paper can be shown so: it has sheets, and one of the findings stands on one.
    static func canShow(_ review: Review, _ items: [Review.Item]) -> Bool {
        !review.paper.intake.paper.sheets.isEmpty && items.contains { $0.found.source.sheet != nil }
    }

    /// The findings of a sheet, numbered on it from 1.
    private struct Sheet {
        /// Nil for findings that stand on none.
        var number: Int?
        /// As it is printed on it.
        var page: Int?
        var findings: [(number: Int, item: Review.Item)]

        var title: String {
            guard let number else { return "On no page" }
            // "Page" is what the paper prints; where that differs, people have to leaf by the sheet.
            guard let page, page != number else { return page == nil ? "Sheet \(number)" : "Page \(number)" }
            return "Page \(page) (sheet \(number))"
        }
    }

    /// Sheets in the order of their first finding.
    private var sheets: [Sheet] {
        var sheets: [Sheet] = []
        var places: [Int?: Int] = [:]
        for item in items {
            let source = item.found.source
            let place = places[source.sheet] ?? sheets.count
            if place == sheets.count { sheets.append(Sheet(number: source.sheet, page: source.page, findings: [])) }
            places[source.sheet] = place
            sheets[place].findings.append((sheets[place].findings.count + 1, item))
        }
        return sheets
    }

    func write(to html: inout HTML) {
        for sheet in sheets {
            html(.section, .class("review")) { html in
                html(.h2, sheet.title)
                if let number = sheet.number { picture(of: sheet, number, to: &html) }
                html(.div) { html in
                    for (number, item) in sheet.findings {
                        card(item, number, box(item) == nil ? nil : Self.place(item)).write(to: &html)
                    }
                }
            }
        }
        html(.details) { html in
            html(.summary, "The paper's words")
            ReviewedText(review: review, items: items).write(to: &html)
        }
    }

    private static func place(_ item: Review.Item) -> String { "place-\(item.key)" }

    private func box(_ item: Review.Item) -> Box? {
        guard let edges = item.found.source.box, edges.count == 4 else { return nil }
        let box = Box(
            left: Double(edges[0]), top: Double(edges[1]), right: Double(edges[2]), bottom: Double(edges[3]))
        return box.width > 0 && box.height > 0 ? box : nil
    }

    private func picture(of sheet: Sheet, _ number: Int, to html: inout HTML) {
        let sizes = review.paper.intake.paper.sheets
        guard number > 0, number <= sizes.count else { return }
        let size = sizes[number - 1]
        let scale = Double(SheetPicture.usualResolution) / 72
        html(
            .div, .class("printed-sheet"), .role("region"), .aria("label", "\(sheet.title), as printed"), .tabindex(0)
        ) { html in
            html(.p) { $0(.a, .href(.to(.reviewSheet, draft, "\(number)")), text: "\(sheet.title) in full size") }
            html(.div, .class("marked")) { html in
                // The link above says where it leads; the picture itself leads there too, for those who point.
                html(.a, .href(.to(.reviewSheet, draft, "\(number)")), .tabindex(-1)) { html in
                    html(
                        .img, .lazy(), .src(.to(.reviewSheet, draft, "\(number)")),
                        .at(.width, (size.width * scale).rounded()), .at(.height, (size.height * scale).rounded()),
                        .alt("\(sheet.title) as it is printed; its words are below"))
                }
                // The marks are for those who look; all that they say and lead to, the cards have too.
                html(
                    .svg, .viewBox(width: size.width, height: size.height), .aria("hidden", "true")
                ) { html in for finding in sheet.findings { mark(finding, to: &html) } }
            }
        }
    }

    private func mark(_ finding: (number: Int, item: Review.Item), to html: inout HTML) {
        guard let box = box(finding.item) else { return }
        html(
            .a, .class("mark mark-\(finding.item.decision.state.rawValue)"), .id(Self.place(finding.item)),
            .href(Address(fragment: "finding-\(finding.item.key)")), .tabindex(-1)
        ) { html in
            html(
                .rect, .at(.x, box.left), .at(.y, box.top), .at(.width, box.width), .at(.height, box.height)
            ) { _ in }
            // Several findings of one row stand side by side in the margin.
            let same = findingsBefore(finding.item)
            let x = max(8, box.left - 9 - Double(same) * 15)
            html(.circle, .at(.cx, x), .at(.cy, box.top + 8), .at(.r, 8)) { _ in }
            html(.svgText, .at(.x, x), .at(.y, box.top + 11.5), text: "\(finding.number)")
        }
    }

    /// How many findings before this one have its very place.
    private func findingsBefore(_ item: Review.Item) -> Int {
        let source = item.found.source
        return items.prefix { $0.key != item.key }.count {
            $0.found.source.sheet == source.sheet && $0.found.source.box == source.box
        }
    }
}
