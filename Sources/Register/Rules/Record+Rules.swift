extension Record {
    // MARK: Updates

    /// All that keeps an update from being said of the record; nothing where it may be.
    /// - Parameter plan: The plan that the record is part of: its scheme has the levels, its rule says what shows an end.
    public func problems(of update: Update, plan: Plan?) -> [RuleProblem] {
        if let problem = whyNotOpen { return [problem] }
        var problems: [RuleProblem] = []
        if update.narrative.isBlank { problems.append(.noNarrative) }
        problems += Record.tooLong(update.narrative, .narrative, Update.longestNarrative)
        if let percentage = update.percentage, !(0...100).contains(percentage) {
            problems.append(.percentage(percentage))
        }
        if let words = update.status {
            let scheme = plan?.scheme ?? .sixLevel
            if let level = scheme.level(for: words) {
                if level.needsCause, update.cause?.isBlank ?? true { problems.append(.noCause(level: level.name)) }
                if level.needsCause, update.correctiveAction?.isBlank ?? true {
                    problems.append(.noCorrectiveAction(level: level.name))
                }
                if level.isFinished, let plan, plan.closing.needsEvidence, update.evidence.isEmpty {
                    problems.append(.noEvidence(plan: plan.title))
                }
            } else {
                problems.append(
                    .unknownStatus(words: words, scheme: scheme.name, levels: scheme.levels.map(\.name)))
            }
        }
        problems += Record.tooLong(update.cause, .cause, Update.longestCause)
        problems += Record.tooLong(update.correctiveAction, .correctiveAction, Update.longestCause)
        if let last = progress.reported, update.on < last.on, update.status != nil {
            problems.append(.olderThanLast(on: update.on, last: last.on))
        }
        return problems
    }

    /// The record with an update said of it. The caller appends both, in one commit. A level that ends the promise is
    /// reported like any other: the promise stays open until it is closed.
    /// - Throws: `RuleProblem` where the update lacks what the scheme asks for, or the record takes none.
    public func updated(by update: Update, plan: Plan?) throws(RuleProblem) -> Record {
        if let problem = problems(of: update, plan: plan).first { throw problem }
        var record = self
        let last = progress.reported
        let level = update.status.flatMap { (plan?.scheme ?? .sixLevel).level(for: $0) }
        record.progress.reported = Progress.Reported(
            status: level?.name ?? last?.status, isFinished: level == nil ? last?.isFinished ?? false : false,
            awaitsClosing: level.map { $0.isFinished ? true : nil } ?? last?.awaitsClosing,
            on: max(update.on, last?.on ?? update.on), percentage: update.percentage ?? last?.percentage,
            updates: (last?.updates ?? 0) + 1)
        return record
    }

    // MARK: New dates

    /// All that keeps the record from being given a new date.
    public func problems(
        ofDate words: String, reason: String, approver: Reprogramming.Approver, on day: Day
    ) -> [RuleProblem] {
        if let problem = whyNotOpen { return [problem] }
        var problems: [RuleProblem] = []
        if let due = Timescale(words, reference: day).due {
            if due < day { problems.append(.datePassed(due, today: day)) }
            if due == facts.due { problems.append(.sameDate(due)) }
        } else {
            problems.append(.dateNotUnderstood(words: words))
        }
        problems += Record.reasonProblems(reason)
        if approver.text.isBlank { problems.append(.noApprover) }
        problems += Record.tooLong(words, .due, Record.longestPhrase)
        problems += Record.tooLong(approver.text, .approver, Record.longestPhrase)
        return problems
    }

    /// The record with a new date; the original one stays.
    /// - Throws: `RuleProblem` where the reason, the approver or a date is missing.
    public func reprogrammed(
        to words: String, reason: String, approver: Reprogramming.Approver, on day: Day
    ) throws(RuleProblem) -> Record {
        if let problem = problems(ofDate: words, reason: reason, approver: approver, on: day).first { throw problem }
        var record = self
        record.progress.reprogrammings.append(
            Reprogramming(
                from: facts.due, to: Timescale(words, reference: day), reason: reason, approver: approver, on: day))
        return record
    }

    // MARK: Ends

    /// All that keeps the record from ending so.
    public func problems(of closure: Closure, plan: Plan?) -> [RuleProblem] {
        if let problem = whyNotOpen { return [problem] }
        var problems = Record.reasonProblems(closure.reason)
        if closure.ending == .superseded, closure.successor == nil { problems.append(.noSuccessor) }
        if let plan {
            if plan.closing.needsEvidence, closure.evidence.isEmpty { problems.append(.noEvidence(plan: plan.title)) }
            if plan.closing.needsSecondPerson, closure.confirmedBy?.isBlank ?? true {
                problems.append(.noSecondPerson(plan: plan.title))
            }
        }
        if let second = closure.confirmedBy, second.folded == closure.by.folded {
            problems.append(.samePerson(name: second))
        }
        return problems
    }

    /// The record at its end.
    /// - Throws: `RuleProblem` where the ending lacks what the plan asks for.
    public func closed(_ closure: Closure, plan: Plan?) throws(RuleProblem) -> Record {
        if let problem = problems(of: closure, plan: plan).first { throw problem }
        var record = self
        record.progress.closure = closure
        return record
    }

    /// All that keeps the record from being opened again.
    public func problems(ofReopening reason: String) -> [RuleProblem] {
        if let problem = whyNotKept { return [problem] }
        guard progress.closure != nil else { return [.notClosed] }
        return Record.reasonProblems(reason)
    }

    /// The record open again, as it was last reported. How it was closed stays in its history.
    /// - Throws: `RuleProblem.notClosed`, or where the reason is missing.
    public func reopened(because reason: String) throws(RuleProblem) -> Record {
        if let problem = problems(ofReopening: reason).first { throw problem }
        var record = self
        record.progress.closure = nil
        // Whoever opens it again has seen that it was reported as done.
        record.progress.reported?.awaitsClosing = nil
        return record
    }

    // MARK: Putting right

    /// All that keeps the record from being put right so.
    public func problems(of amendment: Amendment) -> [RuleProblem] {
        if let problem = whyNotKept { return [problem] }
        var problems: [RuleProblem] = []
        if !amendment.words.contains(where: \.isLetter) { problems.append(.noWords) }
        problems += Record.tooLong(amendment.words, .words, Amendment.longestWords)
        if amendment.words == text, amendment.theme == theme, amendment.owners == owners { problems.append(.unchanged) }
        return problems + Record.reasonProblems(amendment.reason)
    }

    /// The record with other words, another theme or other owners.
    /// - Throws: `RuleProblem` where nothing is changed, or words or the reason are missing.
    public func amended(by amendment: Amendment) throws(RuleProblem) -> Record {
        if let problem = problems(of: amendment).first { throw problem }
        var record = self
        if amendment.words != text {
            guard let content = content.reworded(amendment.words) else { throw .wordsStay(kind: kind) }
            record.content = content
        }
        (record.theme, record.owners) = (amendment.theme, amendment.owners)
        return record
    }

    /// Whether it can be taken back by itself: what was found in a paper goes with the import of the paper.
    public var mayBeTakenBack: Bool { withdrawal == nil && (kind == .update || kind.isTracked && place == nil) }

    /// The record taken back: kept with its history, but in no list.
    public func withdrawn(because reason: String) -> Record {
        var record = self
        record.withdrawal = Withdrawal(reason: reason)
        return record
    }

    // MARK: What every change takes

    /// The most characters of a reason.
    public static let longestReason = 1000

    /// What is wrong with a reason.
    public static func reasonProblems(_ reason: String) -> [RuleProblem] {
        reason.isBlank ? [.noReason] : tooLong(reason, .reason, longestReason)
    }

    /// The most characters of what is a few words: a number, a date, a name.
    static let longestPhrase = 200

    static func tooLong(_ words: String?, _ field: RuleProblem.Field, _ limit: Int) -> [RuleProblem] {
        guard let count = words?.count, count > limit else { return [] }
        return [.tooLong(field, count: count, limit: limit)]
    }

    /// Why nothing of it may be changed; nil where it is a promise that stands.
    private var whyNotKept: RuleProblem? {
        guard kind.isTracked else { return .notTracked(kind: kind) }
        return withdrawal.map { .withdrawn(reason: $0.reason) }
    }

    private var whyNotOpen: RuleProblem? {
        whyNotKept ?? progress.closure.map { .closed(ending: $0.ending, on: $0.on) }
    }
}

extension String {
    /// Whether it holds nothing but white space.
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }

    /// A name as names are compared: small letters, single spaces.
    fileprivate var folded: String { lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
