public import Register

/// What a ledger already holds, as far as an import has to know it.
public struct Holdings: Sendable {
    /// A record that is kept, with the version that was read.
    public struct Kept: Sendable {
        /// The record.
        public var id: RecordID
        /// Its short name.
        public var reference: Reference
        /// The version that was read.
        public var version: Int
        /// What it says.
        public var record: Record

        /// A kept record at a version.
        public init(id: RecordID, reference: Reference, version: Int, record: Record) {
            self.id = id
            self.reference = reference
            self.version = version
            self.record = record
        }
    }

    /// A plan with all that was read from its papers.
    public struct HeldPlan: Sendable {
        /// The plan itself.
        public var plan: Kept
        /// Its themes and records.
        public var records: [Kept]
        /// Updates and readings of its records.
        public var said: [Kept]
        /// The papers that it was read from.
        public var papers: [Kept]
        /// The records that its last version prints, in its order.
        public var order: [RecordID]

        /// A plan with its records, what was said of them, its papers and the order of the last of them.
        public init(
            plan: Kept, records: [Kept], said: [Kept] = [], papers: [Kept] = [], order: [RecordID] = []
        ) {
            self.plan = plan
            self.records = records
            self.said = said
            self.papers = papers
            self.order = order
        }
    }

    /// A meeting with what its agenda and minutes say.
    public struct HeldMeeting: Sendable {
        /// The meeting itself.
        public var meeting: Kept
        /// Agenda items, attendance, minutes, decisions, declarations and undertakings.
        public var records: [Kept]

        /// A meeting with its records.
        public init(meeting: Kept, records: [Kept]) {
            self.meeting = meeting
            self.records = records
        }
    }

    /// Councils, bodies, people and posts that are kept.
    public var parties: [Kept]
    /// Recommendations, and the actions that may answer them, that are kept.
    public var promises: [Kept]
    /// Plans of which a paper may be the next version.
    public var plans: [HeldPlan]
    /// Meetings that the papers print too.
    public var meetings: [HeldMeeting]
    /// Contacts and consultees that are kept.
    public var contacts: [Kept]
    /// Papers that call themselves as those do which are read now.
    public var papers: [Kept]
    /// Records that somebody says are printed again, where they are none of the above.
    public var named: [Kept]

    /// An empty ledger's holdings, or those given.
    public init(
        parties: [Kept] = [], promises: [Kept] = [], plans: [HeldPlan] = [], meetings: [HeldMeeting] = [],
        contacts: [Kept] = [], papers: [Kept] = [], named: [Kept] = []
    ) {
        self.named = named
        self.papers = papers
        self.meetings = meetings
        self.parties = parties
        self.promises = promises
        self.plans = plans
        self.contacts = contacts
    }
}
