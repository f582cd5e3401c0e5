import Importing
import Intake
import Markup
import Papers
import Register

/// One finding under review: what was read, how sure that is, and what can become of it.
struct FindingCard {
    let item: Review.Item
    let draft: String
    /// Its number on its sheet, where it is shown beside a picture of it.
    var number: Int?
    /// The id of its place on the page; the line's where it is nil.
    var place: String?
    let hidden: (inout HTML) -> Void

    private var id: String { "finding-\(item.key)" }

    func write(to html: inout HTML) {
        let state = item.decision.state
        html(
            .section, .class("finding finding-\(state.rawValue)"), .id(id),
            .aria("label", "\(item.finding.kind.rawValue) on line \(item.found.source.line)")
        ) { html in
            html(.p, .class("meta")) { html in
                if let number { html(.span, .class("mark-number"), text: "\(number)") }
                html(.strong, item.finding.kind.rawValue.spaced.capitalisedFirst)
                html.text(" · ")
                html(
                    .a, .href(Address(fragment: place ?? "line-\(item.found.source.line)")),
                    text: item.found.source.words)
                html.text(" · \(item.confidence.hundredths) % sure ")
                html(.span, .class("tag tag-\(look(state).tone)")) { html in
                    html(.span, .class("sign"), .aria("hidden", "true"), text: look(state).sign)
                    html.text(look(state).words)
                }
            }
            html(.p, .class("finding-words"), text: item.finding.text.clipped(to: 600))
            let values = item.finding.editable
            let facts = EditableField.of(item.finding.kind).dropFirst().compactMap { field in
                value(field, values).map { "\(field.name.capitalisedFirst): \($0)" }
            }
            if !facts.isEmpty { html(.p, .class("meta"), text: facts.joined(separator: " · ")) }
            for doubt in item.confidence.doubts { html(.p, .class("doubt"), text: "\(doubt)") }
            form(&html)
        }
    }

    private func form(_ html: inout HTML) {
        html(.form, .method(.post), .action(.to(.decide, draft))) { html in
            hidden(&html)
            html(.input, .type("hidden"), .name("key"), .value("\(item.key)"))
            // Enter in a field presses the first button of its form, which must not be the one that sets aside.
            html(.button, .hidden(), .type("submit"), .name("decision"), .value("accept"), text: "Save and accept")
            html(.div, .class("card-buttons")) { html in
                if !item.decision.isKept { button(&html, "accept", "Accept") }
                if item.decision.state != .setAside { button(&html, "set-aside", "Set aside") }
                if item.decision.isKept || item.decision.state == .setAside {
                    button(&html, "undecided", "Decide later")
                }
            }
            html(.details) { html in
                html(.summary, "Put right or merge")
                let values = item.finding.editable
                for field in EditableField.of(item.finding.kind) {
                    let fieldID = "\(id)-\(field.rawValue)"
                    html(.div, .class("field")) { html in
                        html(
                            .label, .for(fieldID),
                            text: field.name.capitalisedFirst + (field == .owners ? ", each after a semicolon" : ""))
                        if field == .text {
                            html(
                                .textarea, .id(fieldID), .name(field.rawValue), .rows(3),
                                text: value(field, values) ?? "")
                        } else {
                            html(.input, .id(fieldID), .name(field.rawValue), .value(value(field, values)))
                        }
                    }
                }
                html(.div, .class("card-buttons")) { html in button(&html, "accept", "Save and accept") }
                if item.finding.kind.isMergeable {
                    html(.div, .class("field")) { html in
                        html(.label, .for(id + "-into"), text: "It is the record (such as ACT-104)")
                        html(.input, .class("short"), .id(id + "-into"), .name("into"))
                    }
                    html(.div, .class("card-buttons")) { html in button(&html, "merge", "Merge into it") }
                }
            }
        }
    }

    private func button(_ html: inout HTML, _ value: String, _ words: String) {
        html(.button, .class("small quiet"), .type("submit"), .name("decision"), .value(value), text: words)
    }

    private func value(_ field: EditableField, _ values: FindingEdits) -> String? {
        switch field {
        case .text: values.text
        case .reference: values.reference
        case .owners: values.owners?.joined(separator: "; ")
        case .timescale: values.timescale
        case .revised: values.revised
        case .status: values.status
        case .theme: values.theme
        }
    }

    private func look(_ state: Importing.Decision.State) -> (words: String, tone: String, sign: String) {
        switch state {
        case .accepted: ("accepted", "good", "✓")
        case .edited: ("put right", "good", "✓")
        case .merged: ("merged", "done", "●")
        case .undecided: ("undecided", "caution", "▲")
        case .setAside: ("set aside", "neutral", "✕")
        }
    }
}

/// The words of the paper around the findings that are shown, each finding marked in its place.
struct ReviewedText {
    let review: Review
    let items: [Review.Item]

    /// Lines before the first and after the last finding.
    private static let margin = 12

    func write(to html: inout HTML) {
        let places = Dictionary(items.map { ($0.found.source.line, $0) }, uniquingKeysWith: { first, _ in first })
        guard let first = places.keys.min(), let last = places.keys.max() else { return }
        let texts = lines(first - Self.margin...last + Self.margin)
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

    private func lines(_ range: ClosedRange<Int>) -> [(Int, String)] {
        let bytes = review.paper.intake.paper.transcript ?? review.paper.bytes
        let printed = PrintedLines.of(bytes)
        return (max(1, range.lowerBound)...max(1, min(printed.count, range.upperBound))).compactMap { number in
            guard number <= printed.count else { return nil }
            let words = Self.words(printed[number - 1])
            return words.isEmpty ? nil : (number, words)
        }
    }

    /// A line without the marks by which a paper is written down as text: pipes around cells, dashes under a header, signs of
    /// headings and bold words.
    static func words(_ line: String) -> String {
        let isRow = line.trimmed.hasPrefix("|")
        let cells = isRow ? line.split(separator: "|").map { String($0).trimmed } : [PrintedLines.words(line)]
        if cells.count > 1, cells.allSatisfy({ $0.allSatisfy { "-: ".contains($0) } }) { return "" }
        let text = cells.filter { !$0.isEmpty }.joined(separator: " · ").replacing("**", with: "")
        return String(text.drop { $0 == "#" }).trimmed
    }
}
