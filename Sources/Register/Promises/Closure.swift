/// How a promise ended, which is more than one thing: done, handed on, given up or replaced.
public struct Closure: Sendable, Hashable, Codable {
    /// Which of the ends it is.
    public var ending: Ending
    /// Why it is that.
    public var reason: String
    /// The day on which it ended.
    public var on: Day
    /// Who closed it.
    public var by: String
    /// Who confirmed it, where the plan asks for a second person.
    public var confirmedBy: String?
    /// What shows it.
    public var evidence: [Evidence]
    /// What took its place, where it was superseded.
    public var successor: RecordID?

    /// An ending with its reason.
    public init(
        ending: Ending, reason: String, on: Day, by: String, confirmedBy: String? = nil, evidence: [Evidence] = [],
        successor: RecordID? = nil
    ) {
        self.ending = ending
        self.reason = reason
        self.on = on
        self.by = by
        self.confirmedBy = confirmedBy
        self.evidence = evidence
        self.successor = successor
    }

    /// The ends that a promise can come to; the raw value is the word on the command line.
    public enum Ending: String, Sendable, Hashable, Codable, CaseIterable {
        case completed, businessAsUsual = "business-as-usual", stopped, superseded

        /// For people.
        public var words: String {
            switch self {
            case .completed: "Completed"
            case .businessAsUsual: "Moved to business as usual"
            case .stopped: "Stopped"
            case .superseded: "Superseded"
            }
        }

        /// The ending by the words that people use for it: "complete", "BAU", "stopped".
        public init?(words: String) {
            switch words.lowercased().filter(\.isLetter) {
            case "completed", "complete", "done": self = .completed
            case "businessasusual", "bau", "movedtobusinessasusual": self = .businessAsUsual
            case "stopped", "stop": self = .stopped
            case "superseded", "supersede", "replaced": self = .superseded
            default: return nil
            }
        }
    }
}
