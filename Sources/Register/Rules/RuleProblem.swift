/// Why a change to a record may not be made; for people: what is missing, why it matters, and what to do.
public enum RuleProblem: Error, Sendable, Hashable, CustomStringConvertible {
    case notTracked(kind: RecordKind)
    case withdrawn(reason: String)
    case closed(ending: Closure.Ending, on: Day)
    case noNarrative
    case tooLong(Field, count: Int, limit: Int)
    case unknownStatus(words: String, scheme: String, levels: [String])
    case noCause(level: String)
    case noCorrectiveAction(level: String)
    case percentage(Int)
    case olderThanLast(on: Day, last: Day)
    case noReason
    case noApprover
    case dateNotUnderstood(words: String)
    case sameDate(Day)
    case datePassed(Day, today: Day)
    case linkKinds(role: String, from: RecordKind, to: RecordKind, wanted: String)
    case noName
    case nameTaken(name: String, by: String)
    case noEvidence(plan: String)
    case noSecondPerson(plan: String)
    case samePerson(name: String)
    case noSuccessor
    case linkToItself
    case mergeIntoItself
    case alreadyMerged(into: String)
    case notMergeable(RecordKind, RecordKind)
    case notMerged
    case notClosed
    case noWords
    case unchanged
    case wordsStay(kind: RecordKind)
    case noDateOfKind(RecordKind)

    /// Words that have a limit.
    public enum Field: String, Sendable, Hashable {
        case narrative = "The note", cause = "The cause", correctiveAction = "The corrective action"
        case reason = "The reason", words = "What is promised"
        case number = "The number", due = "The date", approver = "Who approved it"
    }

    /// The problem in words, without the record's reference.
    public var description: String {
        switch self {
        case .notTracked(let kind):
            "\(kind.name(count: 1).withArticle.capitalisedFirst) is not a promise, so nothing can be reported, re-programmed or closed. Name an action, a recommendation or another record that somebody answers for."
        case .withdrawn(let reason):
            "It was taken back (\(reason)), so it can no longer be changed. Import its paper again if it should stand."
        case .closed(let ending, let on):
            "It was closed as \"\(ending.words)\" on \(on), and what is closed is no longer reported on."
        case .noNarrative:
            "The note is empty, and nothing can be checked without words. Say what was done or found, with --note."
        case .unknownStatus(let words, let scheme, let levels):
            "\"\(words)\" is no level of the plan's scheme \"\(scheme)\". Use one of: \(levels.joined(separator: ", "))."
        case .tooLong(let field, let count, let limit):
            "\(field.rawValue) has \(count) characters, and nobody reads more than \(limit). Shorten it, and give the rest as evidence, in a file."
        case .noCause(let level):
            "\"\(level)\" needs a cause: readers must see why it is off course. Add --cause."
        case .noCorrectiveAction(let level):
            "\"\(level)\" needs a corrective action: readers must see what will be done. Add --corrective-action."
        case .percentage(let value): "\(value) is no percentage. Give a whole number from 0 to 100."
        case .olderThanLast(let on, let last):
            "The update speaks for \(on), but the promise was already reported on for \(last), and a status may not go back behind a later one. Leave out --status to add the words only."
        case .noReason: "No reason is given, and the next reader will ask for it. Add --reason."
        case .noApprover:
            "Nobody has approved it, and a new date needs a person or a decision that did. Add --approved-by."
        case .dateNotUnderstood(let words):
            "\"\(words)\" names no day. Write a date (2026-03-31), a month (March 2026), a quarter (Q2 2026/27) or a season."
        case .sameDate(let day): "It is due on \(day) already, so there is nothing to re-programme."
        case .datePassed(let day, let today):
            "\(day) has passed already (it is \(today)), so nobody could keep it. Name a day that lies ahead."
        case .linkKinds(let role, let from, let to, let wanted):
            "\(from.name(count: 1).withArticle.capitalisedFirst) cannot be said to be \"\(role)\" \(to.name(count: 1).withArticle): that link is for \(wanted)."
        case .noName: "A name needs letters. Say what the person or post is called."
        case .nameTaken(let name, let by):
            "\(name) is \(by) already. If the two are one: goldthread people merge, with both references."
        case .noEvidence(let plan):
            "The plan \"\(plan)\" asks for evidence before a promise is closed. Add --evidence with a file or words that say where it is."
        case .noSecondPerson(let plan):
            "In the plan \"\(plan)\" somebody else has to confirm that a promise is closed. Add --confirmed-by."
        case .samePerson(let name):
            "\(name) cannot both close and confirm: the plan asks for a second person. Name another with --confirmed-by."
        case .noSuccessor:
            "What took its place is not named. Add --by-record with the reference of the record that did."
        case .linkToItself: "A record cannot be linked to itself. Name two records."
        case .mergeIntoItself: "The two are one record already. Name two."
        case .notMergeable(let one, let other):
            "\(one.name(count: 1).withArticle.capitalisedFirst) and \(other.name(count: 1).withArticle) cannot be one. Name two people, two posts or two councils."
        case .notMerged: "It was not merged with another, so there is nothing to take apart."
        case .notClosed: "It is open, so there is nothing to open again."
        case .noWords: "What is promised needs words. Write it as the next reader should see it."
        case .unchanged: "Nothing is changed. Change its words, its theme or its owners."
        case .wordsStay(let kind):
            "The words of a \(kind.name(count: 1)) stay as they were decided. Change its theme or its owners."
        case .noDateOfKind(let kind):
            "\(kind.name(count: 1).withArticle.capitalisedFirst) has no date of its own. Leave it out, or give it to the action that answers it."
        case .alreadyMerged(let into): "It was merged into \(into) already. Name that one instead."
        }
    }
}
