public import Intake

/// Why a finding may have been read wrongly; for people who look at it beside the paper.
public enum Doubt: Sendable, Hashable, CustomStringConvertible {
    /// It stands in running text.
    case runningText
    /// Some columns of its table have headers that are not known.
    case unknownColumns
    /// Its table has no header, and was read like another one.
    case borrowedColumns
    /// Its table has no header: what the columns are was told by what they hold.
    case guessedColumns
    /// Its date means nothing.
    case unreadDate(String)
    /// Something printed there cannot be so.
    case problem(Problem)
    /// It begins in the midst of a sentence.
    case cutWords
    /// It has too few words to promise anything.
    case fewWords
    /// It is a promise without anybody who answers for it and without a date.
    case bare

    /// What it takes from the confidence, in hundredths.
    var weight: Int {
        switch self {
        case .runningText: 25
        case .unknownColumns: 10
        case .borrowedColumns: 15
        case .guessedColumns: 25
        case .unreadDate: 20
        case .problem: 30
        case .cutWords: 30
        case .fewWords: 30
        case .bare: 10
        }
    }

    /// The doubt in words.
    public var description: String {
        switch self {
        case .runningText: "It was read from running text."
        case .unknownColumns: "Some columns of its table have headers that are not known."
        case .borrowedColumns: "Its table has no header, and was read like another table of the paper."
        case .guessedColumns: "Its table has no header: its columns were told by what they hold."
        case .unreadDate(let words): "No date was read from “\(words)”."
        case .problem(let problem): problem.message
        case .cutWords: "It begins in the midst of a sentence."
        case .fewWords: "It has very few words."
        case .bare: "It has neither an owner nor a date."
        }
    }
}
