import Register

extension Proposer {
    /// Notes what a paper prints of a record that is kept: where it stands, what changed, and what is said of it.
    mutating func printAgain(_ match: Keeping.Match, _ finding: Finding, _ keeping: inout Keeping) {
        guard let before = shelf.record(match.id) else { return }
        if case .recommendation(let found) = finding.content { recommendations[Proposer.key(found)] = match.id }
        noteAgain(match.id, at: finding.source, keeping)
        let line = line(of: match.id, at: finding.source.line)
        var comparison = proposal.papers[keeping.index].comparisons[match.comparison]
        if let closure = before.progress.closure {
            let isDone = SchemeChoice.status(finding).map { StatusScheme.isFinished($0) } ?? true
            if !isDone {
                comparison.notes.append(
                    "\(line.reference?.description ?? line.text) was closed on \(closure.on) and is printed again.")
            }
            comparison.unchanged.append(line)
        } else {
            var revision = Revision(line: line)
            reword(match, finding, before, &keeping, &revision)
            if match.replaces { redate(finding, before, keeping, &revision) }
            let said = say(finding, of: match.id, keeping)
            let readings = measure(finding, of: match.id, keeping)
            if said != nil || readings != nil {
                revision.said = Comparison.Step(
                    line: line, from: said?.from ?? "",
                    to: [said?.to, readings].compactMap { $0 }.joined(separator: "; "))
            }
            revision.list(in: &comparison)
        }
        proposal.papers[keeping.index].comparisons[match.comparison] = comparison
    }

    /// Notes where a record is printed again.
    mutating func noteAgain(_ id: RecordID, at source: Source, _ keeping: Keeping) {
        guard origins[id] != keeping.paper, printings.insert(Printing(record: id, paper: keeping.paper)).inserted else {
            return
        }
        let link = Link(from: id, role: .foundIn, to: keeping.paper, ground: "printed again, line \(source.line)")
        add(link, keeping.index)
    }

    // MARK: What is printed now

    private mutating func reword(
        _ match: Keeping.Match, _ finding: Finding, _ before: Record, _ keeping: inout Keeping,
        _ revision: inout Revision
    ) {
        var after = before
        after.content = Reprinting.content(before.content, as: finding.record)
        if Reprinting.owners(after.content) != Reprinting.owners(before.content), match.replaces {
            after.owners = owners(Reprinting.owners(after.content), keeping.place(finding.source))
        }
        if match.replaces, before.plan == keeping.plan, let name = Reprinting.theme(finding.record) {
            let target = theme(name, &keeping, keeping.place(finding.source))
            if target != before.theme {
                let from = before.theme.flatMap { shelf.record($0)?.text } ?? ""
                revision.moved = Comparison.Step(line: revision.line, from: from, to: name)
                after.theme = target
                after.content = Reprinting.moved(after.content, to: name)
            }
        }
        revision.note(RecordDifference(from: before, to: after).fields)
        guard match.replaces else { return }
        for reason in revision.reasons {
            shelf.revise(match.id, for: keeping.paper, because: "\(reason) in \(keeping.profile.title)") {
                ($0.content, $0.owners, $0.theme) = (after.content, after.owners, after.theme)
            }
        }
    }

    /// Another date is a re-programming, and the first date stays. A date that was left behind earlier says nothing: the
    /// paper has not caught up with it.
    private mutating func redate(_ finding: Finding, _ before: Record, _ keeping: Keeping, _ revision: inout Revision) {
        guard let printed = Proposer.timescale(finding.record, on: keeping.said), !printed.isCompleted else { return }
        let first = Proposer.timescale(before.content, on: keeping.said)
        let current = before.progress.current ?? first
        let left = ([first] + before.progress.reprogrammings.map { Optional($0.to) }).compactMap { $0?.due }
        if let due = printed.due {
            guard due != current?.due else { return }
            guard !left.contains(due) else {
                revision.note =
                    "\(revision.line.reference?.description ?? revision.line.text): the paper prints \(due), which \(current?.due?.description ?? "another date") has replaced."
                return
            }
        } else {
            guard VersionItem.key(printed.words) != VersionItem.key(current?.words ?? "") else { return }
        }
        revision.redated = Comparison.Step(
            line: revision.line, from: current.map { $0.due?.description ?? $0.words } ?? "",
            to: printed.due?.description ?? printed.words)
        let step = keeping.redated(printed, from: current?.due)
        shelf.revise(revision.line.id, for: keeping.paper, because: "re-dated in \(keeping.profile.title)") {
            $0.progress.reprogrammings.append(step)
        }
    }

    /// Progress and status that are new become an update dated as the paper; what was said before is not said again.
    mutating func say(_ finding: Finding, of id: RecordID, _ keeping: Keeping) -> (from: String, to: String)? {
        guard let record = shelf.record(id), record.progress.closure == nil, record.kind.isTracked else { return nil }
        let plan = record.plan.flatMap { shelf.record($0)?.content as? Plan }
        let scheme = plan?.scheme ?? keeping.scheme
        func level(_ words: String) -> String { scheme.level(for: words)?.name ?? words }
        let words = Proposer.narrative(finding.record)
        let isNews = words.map { narratives[id]?.contains(Words.key($0)) != true } ?? false
        let isCompleted = Proposer.timescale(finding.record, on: keeping.said)?.isCompleted ?? false
        let wasCompleted = Proposer.timescale(record.content, on: keeping.said)?.isCompleted ?? false
        let printed = SchemeChoice.status(finding) ?? (isCompleted && !wasCompleted ? "Completed" : nil)
        let before = record.progress.reported?.status ?? SchemeChoice.status(record.content)
        let isChanged = printed.map { status in before.map { Words.key(level($0)) != Words.key(level(status)) } ?? true
        }
        guard isNews || isChanged ?? false else { return nil }
        guard let said = Proposer.reported(printed, scheme: scheme, on: keeping.said, updates: 1) else { return nil }
        let narrative = isNews ? words : nil
        let update = Update(
            narrative: narrative ?? "Printed with the status \(said.status ?? "").", status: said.status,
            on: keeping.said, by: keeping.profile.title)
        shelf.revise(id, for: keeping.paper, because: "reported in \(keeping.profile.title)") { record in
            let last = record.progress.reported
            // An older paper that is brought in later does not take a newer report's place.
            var latest = last.map { $0.on > said.on ? $0 : said } ?? said
            if latest.status == nil { (latest.status, latest.isFinished) = (last?.status, last?.isFinished ?? false) }
            latest.updates = (last?.updates ?? 0) + 1
            record.progress.reported = latest
        }
        addBelow(id, update, at: finding.source, keeping)
        let status = isChanged ?? false ? said.status : nil
        return (
            isChanged ?? false ? before ?? "" : "",
            [status, narrative].compactMap { $0 }.joined(separator: ": ")
        )
    }

    /// A paper that prints the same figure again within this many days prints the same reading.
    private static let sameReading = 300

    /// Values that a measure did not have are new readings.
    private mutating func measure(_ finding: Finding, of id: RecordID, _ keeping: Keeping) -> String? {
        guard case .measure(let measure) = finding.content else { return nil }
        let known = readings[id] ?? []
        let new = Proposer.readings(measure).filter { reading in
            !known.contains { earlier in
                guard earlier.reading.period == reading.period, earlier.reading.printed == reading.printed else {
                    return false
                }
                return earlier.date.map { abs($0.days(until: keeping.said)) <= Proposer.sameReading } ?? true
            }
        }
        for reading in new { addBelow(id, reading, at: finding.source, keeping) }
        return new.isEmpty ? nil : new.map(\.text).joined(separator: ", ")
    }

    // MARK: What a paper prints of a record

    /// Progress or commentary in its row.
    static func narrative(_ content: any RecordContent) -> String? {
        switch content {
        case let found as Action: found.update
        case let found as Recommendation: found.update
        case let found as Measure: found.commentary
        default: nil
        }
    }

    /// When it is to be done, by the last date that its row prints.
    static func timescale(_ content: any RecordContent, on day: Day) -> Timescale? {
        switch content {
        case let found as Action: return found.revised?.due == nil ? found.timescale : found.revised
        case let found as WorkItem:
            guard let period = found.period else { return nil }
            var timescale = Timescale(period, reference: day)
            timescale.due = found.month.flatMap { Day(year: $0.year, month: $0.month, day: 1)?.lastOfMonth }
            return timescale
        default: return nil
        }
    }
}
