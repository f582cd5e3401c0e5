import Importing
import Intake
import Ledger
import Markup
import Register

/// One finding under review: what was read, how sure that is, what it is in the ledger, and what can become of it.
struct FindingCard {
    let item: Review.Item
    let draft: String
    let matches: KeptMatches
    /// What was sent of it and could not be done.
    let returned: ReturnedFinding?
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
            if !facts.isEmpty { html(.p, .class("meta"), text: facts.joined(separator: " · ")) }
            for doubt in item.confidence.doubts { html(.p, .class("doubt"), text: "\(doubt)") }
            kept(&html)
            FindingForm(
                item: item, draft: draft, id: id, near: matches.near(item.key), returned: returned, hidden: hidden
            ).write(to: &html)
        }
    }

    // MARK: What it says

    /// Longest value that is shown of a field, in characters.
    private static let longest = 160

    /// What the paper says of it besides its words, first what can be put right: two savings of one sentence differ in
    /// nothing else.
    private var facts: [String] {
        let values = item.finding.editable
        let editable = EditableField.of(item.finding.kind).dropFirst().compactMap { field in
            values[field].map { (name: field.name.capitalisedFirst, value: $0) }
        }
        let known = Set(editable.map(\.value))
        let others = item.finding.fields.compactMap { field -> (name: String, value: String)? in
            let words = FieldWords(field, of: item.recordKind)
            let value = Day(iso: words.value)?.shortWords ?? words.value
            return known.contains(words.value) ? nil : (words.label, value)
        }
        return (editable + others).map { "\($0.name): \($0.value.clipped(to: Self.longest))" }
    }

    // MARK: What it is in the ledger

    private func kept(_ html: inout HTML) {
        guard let match = matches[item.key] else {
            if item.decision.isKept, matches.hasPlan { html(.p, .class("meta"), text: "New: it will be added.") }
            return
        }
        guard let row = match.row else {
            html(.p, .class("meta"), text: "It is a record that your account may not read.")
            return
        }
        html(.p) { html in
            html.text(lead(match))
            html(.a, .href(.to(row.reference)), text: "\(row.reference) \(row.title.clipped(to: 160))")
        }
        if !match.changes.isEmpty { html.differences(match.changes) }
        for said in match.said { html(.p, .class("meta"), text: "Adds: \(said.clipped(to: 300))") }
        if matches.isCompared, item.decision.isKept, match.changes.isEmpty, match.said.isEmpty {
            html(.p, .class("meta"), text: "Nothing of it changes; the paper is noted as printing it again.")
        }
    }

    private func lead(_ match: KeptMatch) -> String {
        switch item.decision.state {
        case .merged: "Merged into "
        case .accepted, .edited: match.changes.isEmpty && match.said.isEmpty ? "The same as " : "Changes "
        case .known, .undecided, .setAside: "If it is accepted, it changes "
        }
    }

    private func look(_ state: Importing.Decision.State) -> (words: String, tone: String, sign: String) {
        switch state {
        case .accepted: ("accepted", "good", "✓")
        case .edited: ("put right", "good", "✓")
        case .merged: ("merged", "done", "●")
        case .known: ("kept already", "done", "●")
        case .undecided: ("undecided", "caution", "▲")
        case .setAside: ("set aside", "neutral", "✕")
        }
    }
}
