import Ledger
import Register

/// What anybody may read of a record. Public pages, CSV and JSON are made from this alone, so that nothing else of the ledger
/// can reach them: not who said, approved or changed something, no paper, no evidence, no history.
///
/// Owners stand here by their posts. Words are as they were written: a name in a title or an update is shown.
struct PublicRecord: ExportRow, Sendable {
    let reference: String
    let kind: String
    let title: String
    let number: String?
    let plan: String
    let theme: String?
    /// Posts that answer for it.
    let owners: [String]
    let status: String?
    let standing: String?
    let isFinished: Bool
    let due: Day?
    let originalDue: Day?
    let slips: Int
    let lastSaid: Day?
    /// What became of it, the newest first; only on the page of the record itself.
    var events: [Event]?

    /// Something that was said or decided of a record.
    struct Event: Encodable, Sendable {
        var on: Day
        /// "Update", "New date", "Completed".
        var what: String
        var status: String?
        var percentage: Int?
        var words: String
    }

    init(_ row: Row, plan: Row, names: PublicNames, on day: Day) {
        reference = row.reference.description
        kind = row.reference.kind.name(count: 1)
        (title, number, status, isFinished) = (row.title, row.printed, row.status, row.isFinished)
        (self.plan, theme) = (plan.title, names.theme(row.theme))
        owners = names.posts(row.owners)
        standing = row.reference.kind.isPromise ? row.standing(on: day).words : nil
        (due, originalDue, slips, lastSaid) = (row.due, row.originalDue, row.slips, row.lastSaid)
    }

    /// Every field that may be public, by its name in JSON. A test compares what pages give with this list.
    enum CodingKeys: String, CodingKey, CaseIterable {
        case reference, kind, title, number, plan, theme, owners, status, standing, isFinished = "finished", due
        case originalDue, slips, lastSaid, events
    }

    static let titles = [
        "reference", "kind", "title", "number", "plan", "theme", "owners", "status", "standing", "finished", "due",
        "original due", "slips", "last said", "events",
    ]

    var cells: [String] {
        [
            reference, kind, title, number ?? "", plan, theme ?? "", owners.joined(separator: "; "), status ?? "",
            standing ?? "", isFinished ? "yes" : "no", due?.description ?? "", originalDue?.description ?? "",
            "\(slips)", lastSaid?.description ?? "",
            (events ?? []).map(\.line).joined(separator: "\n"),
        ]
    }
}

extension PublicRecord.Event {
    /// "2026-11-01 Update, On Target, 40 %: The weir is mended."
    var line: String {
        "\(on) " + ([what] + [status, percentage.map { "\($0) %" }].compactMap { $0 }).joined(separator: ", ")
            + ": \(words)"
    }
}
