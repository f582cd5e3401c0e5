public import Register

/// A record as a list shows it: its indexed facts, without its body.
public struct Row: Sendable, Hashable {
    /// The record.
    public var id: RecordID
    /// Its short name.
    public var reference: Reference
    /// Which version this is.
    public var version: Int
    /// The entry that made this version.
    public var sequence: Int
    /// Its words, or its name.
    public var title: String
    /// Number as printed.
    public var printed: String?
    /// Its plan.
    public var plan: RecordID?
    /// Its theme.
    public var theme: RecordID?
    /// What it hangs under.
    public var parent: RecordID?
    /// Reported status.
    public var status: String?
    /// Whether nothing more will be done.
    public var isFinished: Bool
    /// What its words say of time.
    public var timing: Facts.Timing
    /// The day by which it is due now.
    public var due: Day?
    /// The day by which it was due at first.
    public var originalDue: Day?
    /// How often it slipped.
    public var slips: Int
    /// The last day on which anything was said of it.
    public var lastSaid: Day?
    /// How many updates there have been.
    public var updates: Int
    /// Who answers for it.
    public var owners: [RecordID]
    /// Whether it was taken back.
    public var isWithdrawn: Bool

    /// How its dates stand on a day.
    public func standing(on day: Day, soon: Int = 30) -> Standing {
        var facts = Facts()
        (facts.isFinished, facts.timing, facts.due) = (isFinished, timing, due)
        return Standing(of: facts, on: day, soon: soon)
    }
}

/// Rows with how many there are in all.
public struct Page: Sendable {
    /// The rows asked for.
    public var rows: [Row]
    /// How many a query without a limit would give; the number of the rows where the query does not want to know.
    public var total: Int
}

/// A link with its ends.
public struct LinkRow: Sendable, Hashable {
    /// The link's own record.
    public var row: Row
    /// What it is said of.
    public var from: RecordID
    /// What it says.
    public var role: Link.Role
    /// What it points to.
    public var to: RecordID
}
