import Ledger
import Register

/// Records as a table for people: what stands in the columns depends on what the records are.
struct RecordTable {
    let rows: [Row]
    let directory: Directory
    let today: Day

    /// The table's lines; without a width nothing is cut.
    func lines(width: Int?) -> [String] {
        let isDue = rows.contains { $0.reference.kind.isTracked }
        var table = TextTable(columns: [
            .init(title: "ref"), .init(title: "of"), .init(title: "no.", most: 10),
            .init(title: isDue ? "due" : "date"), .init(title: "standing", most: 18),
            .init(title: "status", most: 20), .init(title: "owner", most: 16), .init(title: "what"),
        ])
        table.rows = rows.map { row in
            [
                row.reference.description, parent(row), row.printed ?? "", RecordTable.due(row),
                RecordTable.standing(row, today),
                row.status ?? "", directory.names(row.owners), row.title,
            ]
        }
        return table.lines(width: width)
    }

    /// What an update, a reading or a minute hangs under.
    private func parent(_ row: Row) -> String {
        row.reference.kind.isTracked || row.isMerged ? "" : directory.row(row.parent)?.reference.description ?? ""
    }

    /// The day, with a sign for each slip: "2026-03-31 »".
    static func due(_ row: Row) -> String {
        guard let due = row.due else { return "" }
        return "\(due)" + (row.slips > 0 ? " " + String(repeating: "»", count: min(row.slips, 3)) : "")
    }

    /// How the dates of a promise stand; nothing for what is no promise.
    static func standing(_ row: Row, _ today: Day) -> String {
        row.reference.kind.isPromise ? row.standing(on: today).words : ""
    }
}

/// A record for other programs: names in full, days as year-month-day.
struct RecordFacts: Encodable {
    var reference: String
    var kind: String
    var title: String
    var number: String?
    var plan: String?
    var theme: String?
    var parent: String?
    var status: String?
    var standing: String?
    var finished: Bool
    var due: Day?
    var originalDue: Day?
    var slips: Int
    var lastSaid: Day?
    var updates: Int
    var owners: [String]
    var version: Int
    var entry: Int

    init(_ row: Row, _ directory: Directory, today: Day) {
        reference = row.reference.description
        kind = row.reference.kind.rawValue
        (title, number, status, finished) = (row.title, row.printed, row.status, row.isFinished)
        plan = directory.row(row.plan)?.title
        theme = directory.row(row.theme)?.title
        parent = directory.row(row.parent)?.reference.description
        standing = row.reference.kind.isPromise ? row.standing(on: today).words : nil
        (due, originalDue, slips, lastSaid) = (row.due, row.originalDue, row.slips, row.lastSaid)
        (updates, version, entry) = (row.updates, row.version, row.sequence)
        owners = row.owners.map(directory.name).filter { !$0.isEmpty }
    }

    /// The headings of a CSV file.
    static let titles = [
        "reference", "kind", "title", "number", "plan", "theme", "parent", "status", "standing", "finished", "due",
        "original due", "slips", "last said", "updates", "owners", "version", "entry",
    ]

    /// What stands below them.
    var cells: [String] {
        [
            reference, kind, title, number ?? "", plan ?? "", theme ?? "", parent ?? "", status ?? "", standing ?? "",
            finished ? "yes" : "no", due?.description ?? "", originalDue?.description ?? "", "\(slips)",
            lastSaid?.description ?? "", "\(updates)", owners.joined(separator: "; "), "\(version)", "\(entry)",
        ]
    }
}
