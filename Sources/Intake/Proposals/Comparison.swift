public import Register

/// How a paper compares with a plan that the ledger holds: what is the same, what changed, what is new and missing.
public struct Comparison: Sendable {
    /// What the paper was taken for.
    public var relation: Relation
    /// Whether what the paper prints takes the place of what is kept.
    public var replaces: Bool
    /// The plan's record.
    public var plan: RecordID
    /// The plan's short name; nil where it came in the same set of papers.
    public var reference: Reference?
    /// What the plan is called.
    public var title: String
    /// Why it was taken for it: "its title is the same; 24 of 26 records match".
    public var ground: String

    /// Records that the paper prints as they are kept.
    public var unchanged: [Line] = []
    /// Records of which fields other than those below changed.
    public var changed: [Changed] = []
    /// Records that stand under another theme.
    public var moved: [Step] = []
    /// Records with another number.
    public var renumbered: [Step] = []
    /// Records with another date: the first date stays.
    public var redated: [Step] = []
    /// Records with another status, or of which something new is said.
    public var updated: [Step] = []
    /// Records that were not printed before.
    public var new: [Line] = []
    /// Records that were divided: the one that stays, with its parts.
    public var split: [Division] = []
    /// Records into which others went: the one that stays, with those that are missing.
    public var merged: [Division] = []
    /// Records that are kept and not printed any more; they stay open until somebody closes them.
    public var missing: [Missing] = []
    /// What else a person should know.
    public var notes: [String] = []

    /// What a paper can be to a plan that is kept.
    public enum Relation: String, Sendable, CaseIterable {
        /// The plan itself, once more: what it prints now stands in place of what it printed before.
        case nextVersion = "next version"
        /// The plan as it was before the version that is kept.
        case earlierVersion = "earlier version"
        /// A report on it: progress on records that stay as they are.
        case report = "progress report"
        /// The same report printed again, by itself or within another paper.
        case printing
    }

    /// A record, by its name and words.
    public struct Line: Sendable {
        /// The record.
        public var id: RecordID
        /// What it is.
        public var kind: RecordKind
        /// Its short name; nil for one that the ledger does not hold yet.
        public var reference: Reference?
        /// Its words.
        public var text: String
        /// The line of the paper on which it stands; nil for one that is missing.
        public var line: Int?
    }

    /// A record with its changed fields.
    public struct Changed: Sendable {
        /// The record.
        public var line: Line
        /// What changed, word by word.
        public var fields: [RecordDifference.Field]
    }

    /// A record that went from one thing to another.
    public struct Step: Sendable {
        /// The record.
        public var line: Line
        /// What it was: a theme, a number, a date, a status; empty where there was none.
        public var from: String
        /// What it is now.
        public var to: String
    }

    /// A record that was divided or put together.
    public struct Division: Sendable {
        /// The record that stays.
        public var line: Line
        /// Its parts, or what went into it.
        public var others: [Line]
    }

    /// A record that is not printed any more.
    public struct Missing: Sendable {
        /// The record.
        public var line: Line
        /// What it may have gone into.
        public var into: Line?
        /// Whether the version before left it out already.
        public var isSinceEarlier = false
    }

    /// Whether the paper changes nothing that is kept and, as a version of the plan, leaves nothing more out. Other words
    /// in a printing or a report are no change: the record keeps its own.
    public var isSame: Bool {
        guard updated.isEmpty, new.isEmpty else { return false }
        return !replaces
            || changed.isEmpty && moved.isEmpty && renumbered.isEmpty && redated.isEmpty
                && missing.allSatisfy(\.isSinceEarlier)
    }
}
