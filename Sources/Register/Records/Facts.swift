/// What of a record is indexed: the ledger keeps these in columns, for lists, filters, counts and search.
///
/// Facts are worked out from the record alone, so that they can be worked out again and compared.
public struct Facts: Sendable, Hashable {
    /// What a list shows of it.
    public var title = ""
    /// The number or reference that the paper prints.
    public var printed: String?
    /// The plan that it is part of.
    public var plan: RecordID?
    /// Its theme within the plan.
    public var theme: RecordID?
    /// What it hangs under: the promise of an update, the meeting of a minute.
    public var parent: RecordID?
    /// Reported status, in the words of the report.
    public var status: String?
    /// Whether nothing more will be done: closed, or reported with a status that ends it.
    public var isFinished = false
    /// What its words say of time.
    public var timing = Timing.none
    /// The day by which it is due now, inclusive; for a meeting its day.
    public var due: Day?
    /// The day by which it was due at first.
    public var originalDue: Day?
    /// How often it was re-programmed to a later day.
    public var slips = 0
    /// The last day on which anything was said of it: by an update, else by the paper it was found in.
    public var lastSaid: Day?
    /// How many updates have been made to it.
    public var updates = 0
    /// Whether it was reported as done, and awaits being closed.
    public var awaitsClosing = false
    /// Whether answers are expected of it: a recommendation of a review, not one that a meeting decides.
    public var wantsAnswer = false
    /// Who answers for it.
    public var owners: [RecordID] = []
    /// The councils that it concerns.
    public var councils: [RecordID] = []
    /// Tags such as CPC.
    public var tags: [String] = []
    /// Both ends of a link, and what the link says.
    public var link: LinkEnds?
    /// Other names by which it can be found: a person's initials, in small letters.
    public var names: [String] = []
    /// Words that search finds it by, besides the title.
    public var words: [String] = []
    /// Whether it was taken back; kept, but in no list.
    public var isWithdrawn = false

    /// Nothing yet.
    public init() {}

    /// What printed words say of time, beside a due day.
    public enum Timing: String, Sendable, Hashable, Codable, CaseIterable {
        /// A due day is named.
        case dated
        /// It comes round again, or goes on from a first date.
        case recurring
        /// It goes on, and nobody says when it is looked at again.
        case openEnded
        /// An impossible date is printed.
        case impossible
        /// Words that name no day.
        case undated
        /// Nothing is printed.
        case none
        /// The words say that it is done.
        case done
    }

    /// The ends of a link.
    public struct LinkEnds: Sendable, Hashable {
        /// What the link is said of.
        public var from: RecordID
        /// What it says how the two hang together.
        public var role: Link.Role
        /// What it points to.
        public var to: RecordID
    }
}

extension Facts.Timing {
    /// What a timescale says of time.
    public init(_ timescale: Timescale?) {
        guard let timescale else {
            self = .none
            return
        }
        if timescale.isCompleted {
            self = .done
        } else if timescale.due != nil {
            self = .dated
        } else if timescale.problem != nil {
            self = .impossible
        } else if timescale.recurrence != nil {
            self = .recurring
        } else if timescale.isOpenEnded {
            self = timescale.start == nil ? .openEnded : .recurring
        } else {
            self = .undated
        }
    }
}
