/// What has become of a promise since it was made. The promise itself, with its first date, is never altered.
public struct Progress: Sendable, Hashable, Codable {
    /// What was last reported.
    public var reported: Reported?
    /// New dates, in the order in which they were approved.
    public var reprogrammings: [Reprogramming] = []
    /// How it ended, where it has.
    public var closure: Closure?

    /// Nothing yet.
    public init() {}

    /// What an update reported.
    public struct Reported: Sendable, Hashable, Codable {
        /// As its paper prints it, or in the scheme's words where somebody reported it by hand.
        public var status: String?
        /// Whether the scheme says that nothing more will be done.
        public var isFinished: Bool
        /// Whether somebody said so by hand: the promise stays open until it is closed. Nil stands for no.
        public var awaitsClosing: Bool?
        /// The day that the report speaks for.
        public var on: Day
        /// How much is done, 0 to 100.
        public var percentage: Int?
        /// How many updates there have been.
        public var updates: Int

        /// What was reported for a day.
        public init(
            status: String?, isFinished: Bool, awaitsClosing: Bool? = nil, on: Day, percentage: Int? = nil,
            updates: Int
        ) {
            self.status = status
            self.isFinished = isFinished
            self.awaitsClosing = awaitsClosing
            self.on = on
            self.percentage = percentage
            self.updates = updates
        }
    }

    /// The date that counts now, where one was added to the first.
    public var current: Timescale? { reprogrammings.last?.to }

    /// Whether it was reported as done, and nobody has closed it yet.
    public var awaitsClosing: Bool { closure == nil && reported?.awaitsClosing == true }

    /// How often the date was moved to a later day.
    public var slips: Int { reprogrammings.count { $0.isSlip } }

    func index(into facts: inout Facts) {
        if let reported {
            facts.updates = reported.updates
            if let status = reported.status {
                facts.status = status
                facts.isFinished = reported.isFinished
            }
        }
        if let current {
            facts.due = current.due
            facts.timing = Facts.Timing(current)
        }
        facts.slips += slips
        facts.awaitsClosing = awaitsClosing
        if let closure {
            facts.isFinished = true
            facts.status = closure.ending.words
            facts.lastSaid = closure.on
        }
    }

    func describe(into list: inout FieldList) {
        list.add("reportedStatus", reported?.status)
        list.add("reportedOn", reported?.on)
        list.add("percentage", reported?.percentage)
        list.add("reprogrammed", reprogrammings.map { "\($0.to.words) (\($0.reason))" })
        list.add("closed", closure?.ending.words)
        list.add("closedOn", closure?.on)
        list.add("closedBecause", closure?.reason)
        list.add("confirmedBy", closure?.confirmedBy)
    }
}
