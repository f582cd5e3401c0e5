import Hummingbird
import Ledger
import Markup
import Register

/// Opens a promise again that was closed in error, or too early.
struct ReopeningPage: ChangePage {
    let changing: Changing
    var problems: [(field: String, words: String)] = []

    static func read(_ visit: Visit) async throws -> ReopeningPage {
        let changing = try await Changing.read(visit)
        try changing.requireEditing()
        guard changing.record.progress.closure != nil || visit.endpoint == .reopen else {
            throw Refusal.bad("\(changing.row.reference) is open already.")
        }
        return ReopeningPage(changing: changing)
    }

    func save() async throws {
        let reason = visit.form["reason"] ?? ""
        var problems = FormProblems()
        problems.add(changing.record.problems(ofReopening: reason))
        try problems.check()
        var changes = [
            Commit.Change(changing.row.id, seen: changing.seen, try changing.record.reopened(because: reason))
        ]
        if let successor = changing.record.progress.closure?.successor {
            let id = changing.row.id
            changes += try await visit.ledger.read {
                try TakingBack.links(.supersedes, from: successor, to: id, because: reason, in: $0)
            }
        }
        try await changing.append(changes, reason: "Opened again: \(reason)")
    }

    var html: HTML {
        Frame(title: "Open \(changing.row.reference) again").page(for: visit) { html in
            changing.begin(&html, title: "Open again", problems: problems)
            if let closure = changing.record.progress.closure {
                html(
                    .p,
                    "It was closed on \(closure.on.words) by \(closure.by): \(closure.ending.words). \(closure.reason)")
            }
            html(.p, "It is open again as it was last reported. That it was closed stays in its history.")
            html(.form, .method(.post), .novalidate(), .action(.to(.reopen, changing.row.reference.description))) {
                html in
                changing.hiddenFields(&html)
                changing.reason(&html, "Why it is opened again", problem: problem("reason"))
                changing.buttons(&html, "Open it again")
            }
        }
    }
}
