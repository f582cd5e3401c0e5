public import Register

/// A record for other programs: names in full, days as year-month-day.
public struct RecordFacts: ExportRow {
    private var reference: String
    private var kind: String
    private var title: String
    private var number: String?
    private var plan: String?
    private var theme: String?
    private var parent: String?
    private var status: String?
    private var standing: String?
    private var finished: Bool
    private var due: Day?
    private var originalDue: Day?
    private var slips: Int
    private var lastSaid: Day?
    private var updates: Int
    private var owners: [String]
    private var version: Int
    private var entry: Int

    /// What a list shows of a record, as at a day.
    /// - Parameter named: The record that stands for an id; nil for one that is not to be named.
    public init(_ row: Row, today: Day, named: (RecordID?) -> Row?) {
        reference = row.reference.description
        kind = row.reference.kind.rawValue
        (title, number, status, finished) = (row.title, row.printed, row.status, row.isFinished)
        plan = named(row.plan)?.title
        theme = named(row.theme)?.title
        parent = named(row.parent)?.reference.description
        standing = row.reference.kind.isPromise ? row.standing(on: today).words : nil
        (due, originalDue, slips, lastSaid) = (row.due, row.originalDue, row.slips, row.lastSaid)
        (updates, version, entry) = (row.updates, row.version, row.sequence)
        owners = row.owners.compactMap { named($0)?.title }.filter { !$0.isEmpty }
    }

    /// The headings of a CSV file.
    public static let titles = [
        "reference", "kind", "title", "number", "plan", "theme", "parent", "status", "standing", "finished", "due",
        "original due", "slips", "last said", "updates", "owners", "version", "entry",
    ]

    /// What stands below them.
    public var cells: [String] {
        [
            reference, kind, title, number ?? "", plan ?? "", theme ?? "", parent ?? "", status ?? "", standing ?? "",
            finished ? "yes" : "no", due?.description ?? "", originalDue?.description ?? "", "\(slips)",
            lastSaid?.description ?? "", "\(updates)", owners.joined(separator: "; "), "\(version)", "\(entry)",
        ]
    }
}
