import Importing
import Ledger
import Markup
import Register

/// What can become of a finding: the buttons of its card, and behind a click its fields and the record that it may be.
struct FindingForm {
    let item: Review.Item
    let draft: String
    /// The id of the card; those of its fields begin so.
    let id: String
    /// Records that it may be.
    let near: [Row]
    /// What was sent and could not be done: it comes back as it was typed.
    let returned: ReturnedFinding?
    let hidden: (inout HTML) -> Void

    func write(to html: inout HTML) {
        html(.form, .method(.post), .action(.to(.decide, draft))) { html in
            hidden(&html)
            html(.input, .type("hidden"), .name("key"), .value("\(item.key)"))
            // Enter in a field presses the first button of its form, which must not be the one that sets aside.
            html(.button, .hidden(), .type("submit"), .name("decision"), .value("accept"), text: "Save and accept")
            if let returned, returned.field == nil { html(.p, .class("problem"), text: returned.words) }
            html(.div, .class("card-buttons")) { html in
                if !item.decision.isKept { button(&html, "accept", "Accept") }
                if item.decision.state != .setAside { button(&html, "set-aside", "Set aside") }
                if item.decision.isKept || item.decision.state == .setAside {
                    button(&html, "undecided", "Decide later")
                }
            }
            html(.details, .open(returned != nil)) { html in
                html(.summary, item.finding.kind.isMergeable ? "Put right or merge" : "Put right")
                for field in EditableField.of(item.finding.kind) { write(field, to: &html) }
                html(.div, .class("card-buttons")) { html in button(&html, "accept", "Save and accept") }
                if item.finding.kind.isMergeable { merging(&html) }
            }
        }
    }

    private func write(_ field: EditableField, to html: inout HTML) {
        let label = field.name.capitalisedFirst + (field == .owners ? ", each after a semicolon" : "")
        let value = returned?.form.verbatim(field.rawValue) ?? item.finding.editable[field] ?? ""
        wrapped(field.rawValue, label, to: &html) { html, fieldID, isWrong in
            if field == .text {
                html(
                    .textarea, .id(fieldID), .name(field.rawValue), .rows(3), .aria("invalid", isWrong), text: value)
            } else {
                html(.input, .id(fieldID), .name(field.rawValue), .value(value), .aria("invalid", isWrong))
            }
        }
    }

    // MARK: Merging

    private func merging(_ html: inout HTML) {
        // What the words that were typed have found stands in place of what the finding's own words find.
        let rows = returned.flatMap { $0.found.isEmpty ? nil : $0.found } ?? near
        let kind = item.recordKind
        html(.fieldset) { html in
            html(.legend, "If it is \(kind.name(count: 1).withArticle) that is kept already, which one?")
            for (index, row) in rows.enumerated() {
                let choice = "\(id)-near-\(index)"
                html(.div, .class("choice")) { html in
                    html(
                        .input, .type("radio"), .id(choice), .name("near"), .value("\(row.reference)"),
                        .checked(returned?.form["near"] == "\(row.reference)"))
                    html(.label, .for(choice), text: "\(row.reference) \(row.title.clipped(to: 160))")
                }
            }
            let label =
                "\(rows.isEmpty ? "Its" : "Another: its") reference, such as \(kind.prefix)-104, or what it says"
            wrapped(Self.into, label, to: &html) { html, fieldID, isWrong in
                html(
                    .input, .id(fieldID), .name(Self.into), .value(returned?.form.verbatim(Self.into)),
                    .aria("invalid", isWrong))
            }
            html(.div, .class("card-buttons")) { html in button(&html, "merge", "Merge into it") }
        }
    }

    /// The field that names the record.
    static let into = "into"

    // MARK: Parts

    private func wrapped(
        _ name: String, _ label: String, to html: inout HTML,
        _ content: (inout HTML, _ id: String, _ isWrong: String?) -> Void
    ) {
        let problem = returned.flatMap { $0.field == name ? $0.words : nil }
        html(.div, .class(problem == nil ? "field" : "field wrong")) { html in
            html(.label, .for("\(id)-\(name)"), text: label)
            if let problem { html(.p, .class("problem"), text: problem) }
            content(&html, "\(id)-\(name)", problem == nil ? nil : "true")
        }
    }

    private func button(_ html: inout HTML, _ value: String, _ words: String) {
        html(.button, .class("small quiet"), .type("submit"), .name("decision"), .value(value), text: words)
    }
}

extension FindingEdits {
    /// What it says of a field, as its form shows it.
    subscript(field: EditableField) -> String? {
        switch field {
        case .text: text
        case .reference: reference
        case .owners: owners?.joined(separator: "; ")
        case .timescale: timescale
        case .revised: revised
        case .status: status
        case .theme: theme
        }
    }
}
