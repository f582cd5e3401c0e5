extension Record {
    /// The record with an update said of it. The caller appends both, in one commit.
    /// - Throws: `RuleProblem` where the update lacks what the scheme asks for, or the record takes none.
    public func updated(by update: Update, scheme: StatusScheme) throws(RuleProblem) -> Record {
        try requireOpen()
        guard !update.narrative.isBlank else { throw .noNarrative }
        if let percentage = update.percentage, !(0...100).contains(percentage) { throw .percentage(percentage) }
        if let words = update.status {
            guard let level = scheme.level(for: words) else {
                throw .unknownStatus(words: words, scheme: scheme.name, levels: scheme.levels.map(\.name))
            }
            if level.isFinished { throw .finishedStatus(level: level.name) }
            if level.needsCause {
                if update.cause?.isBlank ?? true { throw .noCause(level: level.name) }
                if update.correctiveAction?.isBlank ?? true { throw .noCorrectiveAction(level: level.name) }
            }
        }
        let last = progress.reported
        if let last, update.on < last.on, update.status != nil { throw .olderThanLast(on: update.on, last: last.on) }
        var record = self
        let status = update.status.flatMap { scheme.level(for: $0)?.name } ?? last?.status
        record.progress.reported = Progress.Reported(
            status: status, isFinished: false, on: max(update.on, last?.on ?? update.on),
            percentage: update.percentage ?? last?.percentage, updates: (last?.updates ?? 0) + 1)
        return record
    }

    /// The record with a new date; the original one stays.
    /// - Throws: `RuleProblem` where the reason, the approver or a date is missing.
    public func reprogrammed(
        to words: String, reason: String, approver: Reprogramming.Approver, on day: Day
    ) throws(RuleProblem) -> Record {
        try requireOpen()
        guard !reason.isBlank else { throw .noReason }
        guard !approver.text.isBlank else { throw .noApprover }
        let timescale = Timescale(words, reference: day)
        guard let due = timescale.due else { throw .dateNotUnderstood(words: words) }
        guard due >= day else { throw .datePassed(due, today: day) }
        let before = facts.due
        if due == before { throw .sameDate(due) }
        var record = self
        record.progress.reprogrammings.append(
            Reprogramming(from: before, to: timescale, reason: reason, approver: approver, on: day))
        return record
    }

    /// The record at its end.
    /// - Throws: `RuleProblem` where the ending lacks what the plan asks for.
    public func closed(_ closure: Closure, plan: Plan?) throws(RuleProblem) -> Record {
        try requireOpen()
        guard !closure.reason.isBlank else { throw .noReason }
        if closure.ending == .superseded, closure.successor == nil { throw .noSuccessor }
        if let plan {
            if plan.closing.needsEvidence, closure.evidence.isEmpty { throw .noEvidence(plan: plan.title) }
            if plan.closing.needsSecondPerson, closure.confirmedBy?.isBlank ?? true {
                throw .noSecondPerson(plan: plan.title)
            }
        }
        if let second = closure.confirmedBy, second.folded == closure.by.folded {
            throw .samePerson(name: second)
        }
        var record = self
        record.progress.closure = closure
        return record
    }

    /// The record taken back: kept with its history, but in no list.
    public func withdrawn(because reason: String) -> Record {
        var record = self
        record.withdrawal = Withdrawal(reason: reason)
        return record
    }

    private func requireOpen() throws(RuleProblem) {
        guard kind.isTracked else { throw .notTracked(kind: kind) }
        if let withdrawal { throw .withdrawn(reason: withdrawal.reason) }
        if let closure = progress.closure { throw .closed(ending: closure.ending, on: closure.on) }
    }
}

extension String {
    /// Whether it holds nothing but white space.
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }

    /// A name as names are compared: small letters, single spaces.
    fileprivate var folded: String { lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
