/// What the dates say of a promise on a day, whatever its owner reports. Reported status and standing are two things.
public enum Standing: String, Sendable, Hashable, CaseIterable {
    /// The paper says that it is done.
    case finished
    /// The due day has passed.
    case overdue
    /// Due within the given number of days, today included.
    case dueSoon
    /// Due later than that.
    case inTime
    /// Goes on without an end, with a first date or a rhythm at which it can be reviewed.
    case recurring
    /// "Ongoing" without an end and without a date at which anybody will look again.
    case openEndedWithoutReview
    /// An impossible date is printed.
    case impossibleDate
    /// Words that name no day: relative, conditional, to be confirmed.
    case undated
    /// Nothing is printed.
    case noDate

    /// The standing of a timescale.
    /// - Parameters:
    ///   - timescale: As printed; nil where nothing is.
    ///   - today: The day as at which it stands; a promise is overdue from the day after its due day.
    ///   - soon: Days ahead that count as soon, inclusive.
    public init(of timescale: Timescale?, on today: Day, soon: Int = 30) {
        guard let timescale else {
            self = .noDate
            return
        }
        if timescale.isCompleted {
            self = .finished
        } else if timescale.problem != nil, timescale.due == nil {
            self = .impossibleDate
        } else if let due = timescale.due {
            // "Nov 2020 and ongoing": the first date can be missed, what follows has no end.
            let left = today.days(until: due)
            self = left < 0 ? .overdue : left <= soon ? .dueSoon : .inTime
        } else if timescale.recurrence != nil {
            self = .recurring
        } else if timescale.isOpenEnded {
            self = timescale.start == nil ? .openEndedWithoutReview : .recurring
        } else {
            self = .undated
        }
    }

    /// The standing of a record on a day, by the date that counts now.
    public init(of facts: Facts, on today: Day, soon: Int = 30) {
        if facts.isFinished {
            self = .finished
            return
        }
        switch facts.timing {
        case .done: self = .finished
        case .impossible: self = .impossibleDate
        case .recurring: self = .recurring
        case .openEnded: self = .openEndedWithoutReview
        case .undated: self = .undated
        case .none, .dated:
            guard let due = facts.due else {
                self = .noDate
                return
            }
            let left = today.days(until: due)
            self = left < 0 ? .overdue : left <= soon ? .dueSoon : .inTime
        }
    }

    /// For people, in lower case.
    public var words: String {
        switch self {
        case .finished: "finished"
        case .overdue: "overdue"
        case .dueSoon: "due soon"
        case .inTime: "in time"
        case .recurring: "recurring"
        case .openEndedWithoutReview: "no end, no review"
        case .impossibleDate: "impossible date"
        case .undated: "undated"
        case .noDate: "no date"
        }
    }
}
