import Ledger
import Register

/// Records as a table for people: what stands in the columns depends on what the records are.
struct RecordTable {
    let rows: [Row]
    let directory: RecordNames
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
        row.reference.kind.isTracked || row.isMerged ? "" : directory[row.parent]?.reference.description ?? ""
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
