import Access
import Hummingbird
import Ledger
import Markup
import Register

/// Takes back an update that was made in error, or a record that was added by hand. Both stay in the ledger, in no list.
struct TakingBackPage: ChangePage {
    let changing: Changing
    var problems: [(field: String, words: String)] = []

    static func read(_ visit: Visit) async throws -> TakingBackPage {
        let changing = try await Changing.read(visit)
        try changing.requireEditing()
        // The promise of an update changes with it, and may have come to another council since.
        if let promise = changing.record.parent, changing.record.kind == .update {
            let councils = try await visit.read { try $0.entry(promise, .now)?.record().councils }
            guard let councils, visit.rights.canEdit(councils: councils) else { throw Refusal.forbidden }
        }
        if let withdrawal = changing.record.withdrawal {
            throw Refusal.bad("\(changing.row.reference) was taken back already: \(withdrawal.reason)")
        }
        guard changing.record.mayBeTakenBack else {
            throw Refusal.bad(
                "\(changing.row.reference) was found in a paper, so it stays. Close it instead, with its reason, or take back the import of its paper."
            )
        }
        return TakingBackPage(changing: changing)
    }

    func save() async throws {
        let reason = visit.form["reason"] ?? ""
        var problems = FormProblems()
        problems.add(Record.reasonProblems(reason))
        try problems.check()
        let (id, seen) = (changing.row.id, changing.seen)
        let changes = try await visit.ledger.read { reader in
            guard let entry = try reader.entry(id, .now) else { return [Commit.Change]() }
            var changes = try TakingBack(entry, because: reason, in: reader).changes
            changes[0].seen = seen
            return changes
        }
        try await changing.append(changes, reason: "Taken back: \(reason)")
    }

    var html: HTML {
        let isUpdate = changing.record.kind == .update
        return Frame(title: "Take back \(changing.row.reference)").page(for: visit) { html in
            changing.begin(&html, title: "Take back", problems: problems)
            if let update = changing.record.content as? Update {
                html.summary([
                    ("For", { $0.text(update.on.words) }), ("Said by", { $0.text(update.by) }),
                    ("Reported", { $0.status(update.status, scheme: changing.scheme) }),
                    ("Words", { $0(.p, .class("said"), text: update.narrative) }),
                ])
            }
            html(
                .p,
                isUpdate
                    ? "The promise stands then as it was reported without this update. History shows both."
                    : "It stands in no list then. Its reference still shows it, with its history and your reason.")
            html(.form, .method(.post), .novalidate(), .action(.to(.takeBack, changing.row.reference.description))) {
                html in
                changing.hiddenFields(&html)
                changing.reason(&html, "Why it is taken back", problem: problem("reason"))
                changing.buttons(&html, "Take it back")
            }
        }
    }
}
