import Ledger
import Markup
import Register

extension HTML {
    /// A change of a record: its words with a way to it, and beneath what it was and what it is.
    mutating func change(_ change: RecordChange, asAt: String? = nil) {
        let row = change.after
        self(.a, .href(.to(row.reference, asAt: asAt))) { html in
            html.text("\(row.reference) ")
            if change.words == nil { html.text(row.title.clipped(to: 160)) }
        }
        if let words = change.words { self(.p) { $0.difference(words) } }
        self(.p, .class("meta")) { html in
            let hasWords = html.whatChanged(change)
            if let made = change.made {
                html.text((hasWords ? " · " : "") + made.by + ", ")
                html.day(made.on)
            }
        }
    }

    /// - Returns: Whether anything was written.
    private mutating func whatChanged(_ change: RecordChange) -> Bool {
        let (before, row) = (change.before, change.after)
        switch change.kind {
        case .slipped, .redated:
            text("from ")
            if let due = before?.due { day(due) } else { text("no date") }
            text(" to ")
            if let due = row.due { day(due) } else { text("no date") }
        case .closed: text("\(before?.status ?? "nothing reported") → \(row.status ?? "closed")")
        case .reopened: text("\(before?.status ?? "closed") → \(row.status ?? "nothing reported")")
        case .reported:
            let (was, now) = (before?.status ?? "nothing reported", row.status ?? "no status")
            text(was == now || row.status == nil ? now : "\(was) → \(now)")
        case .added, .reworded, .takenBack:
            guard let due = row.due else { return false }
            text("due ")
            day(due)
        }
        return true
    }

    /// Fields of a record that differ, each with its words then and now.
    mutating func differences(_ fields: [RecordDifference.Field]) {
        summary(fields.map { field in (field.name.spaced.capitalisedFirst, { $0.difference(field.words) }) })
    }

    /// A text with what was taken out struck through and what was put in marked.
    mutating func difference(_ difference: WordDifference) {
        for (index, piece) in difference.pieces.enumerated() {
            if index > 0 { text(" ") }
            switch piece {
            case .same(let words): text(words)
            case .removed(let words): self(.del, words)
            case .added(let words): self(.ins, words)
            }
        }
    }
}
