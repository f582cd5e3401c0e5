/// A new date for a promise, with why and who approved it. The date before stays on record.
public struct Reprogramming: Sendable, Hashable, Codable {
    /// The day that counted until then, where there was one.
    public var from: Day?
    /// The new date, in words and as understood.
    public var to: Timescale
    /// Why.
    public var reason: String
    /// Who approved: a person, or a decision of a body.
    public var approver: Approver
    /// The day of the approval.
    public var on: Day

    /// A new date with its reason and approver.
    public init(from: Day?, to: Timescale, reason: String, approver: Approver, on: Day) {
        self.from = from
        self.to = to
        self.reason = reason
        self.approver = approver
        self.on = on
    }

    /// Whether the new day is later than the one before, or there is none any more.
    public var isSlip: Bool {
        guard let from else { return false }
        return to.due.map { $0 > from } ?? true
    }

    /// Who may approve a new date.
    public struct Approver: Sendable, Hashable, Codable {
        /// For people: a name, or the decision's words.
        public var text: String
        /// The person or the decision, where the ledger holds it.
        public var record: RecordID?

        /// An approver in words, with the record where there is one.
        public init(text: String, record: RecordID? = nil) {
            self.text = text
            self.record = record
        }
    }
}
