import Register

// What is said of a record, and whom and what it names.
extension Proposer {
    /// The findings with what is said in a row given to the row's action alone, where the recommendation beside it prints it,
    /// too: a promise goes on as its row says, and what answers a recommendation is not said of it twice.
    /// - Parameter left: Places of findings that are not kept, and to which nothing is given.
    static func parted(_ findings: [Finding], without left: Set<Int> = []) -> [Finding] {
        var actions: [Source: [Action]] = [:]
        for (position, finding) in findings.enumerated() where !left.contains(position) {
            guard case .action(let action) = finding.content, let row = Keeping.row(finding.source) else { continue }
            actions[row, default: []].append(action)
        }
        return findings.map { finding in
            guard case .recommendation(var found) = finding.content,
                let beside = Keeping.row(finding.source).flatMap({ actions[$0] })
            else { return finding }
            let isAnswers = found.update == nil || beside.contains { $0.update == found.update }
            guard isAnswers else { return finding }
            found.update = nil
            if beside.contains(where: { $0.status == found.status }) { found.status = nil }
            var finding = finding
            finding.content = .recommendation(found)
            return finding
        }
    }

    /// Progress in the row of a promise is an update; the values in the row of a measure are its readings.
    mutating func addWhatWasSaid(_ finding: Finding, of id: RecordID, _ record: Record, _ keeping: Keeping) {
        if finding.kind == .recommendation || finding.kind == .action, let words = Proposer.narrative(finding.record) {
            let update = Update(
                narrative: words, status: record.progress.reported?.status, on: keeping.said,
                by: keeping.profile.title)
            addBelow(id, update, at: finding.source, keeping)
        }
        if case .measure(let measure) = finding.content {
            for reading in Proposer.readings(measure) { addBelow(id, reading, at: finding.source, keeping) }
        }
    }

    /// Adds what is said of a record, or measured by it.
    mutating func addBelow(_ id: RecordID, _ content: some RecordContent, at source: Source, _ keeping: Keeping) {
        var child = Record(content)
        let parent = shelf.record(id)
        (child.parent, child.plan, child.place) = (id, parent?.plan, keeping.place(source))
        child.councils = parent?.councils ?? keeping.councils
        change(ids.next(), child, keeping)
        note(child)
    }

    /// The values in the row of a measure.
    static func readings(_ measure: Measure) -> [Register.Reading] {
        let values = [
            ("Baseline", measure.baseline), ("Q1", measure.q1), ("Q2", measure.q2), ("Q3", measure.q3),
            ("Q4", measure.q4), (measure.period ?? "Actual", measure.actual),
        ]
        return values.compactMap { period, value in value.map { Register.Reading(period: period, printed: $0) } }
    }

    func reported(_ printed: String?, _ keeping: Keeping, updates: Int) -> Progress.Reported? {
        Proposer.reported(printed, scheme: keeping.scheme, on: keeping.said, updates: updates)
    }

    /// A printed status, in its own words, with what a plan's scheme says of it; nil where nothing is said.
    static func reported(_ printed: String?, scheme: StatusScheme, on day: Day, updates: Int) -> Progress.Reported? {
        guard printed != nil || updates > 0 else { return nil }
        let level = printed.flatMap { scheme.level(for: $0) }
        return Progress.Reported(
            status: printed,
            isFinished: level?.isFinished ?? printed.map { StatusScheme.isFinished($0) } ?? false, on: day,
            updates: updates)
    }

    mutating func theme(_ name: String?, _ keeping: inout Keeping, _ place: Record.Place) -> RecordID? {
        guard let name, let plan = keeping.plan else { return nil }
        if let known = keeping.themes[name.lowercased()] { return known }
        var record = Record(Theme(name: name))
        (record.plan, record.parent, record.place) = (plan, plan, place)
        record.councils = keeping.councils
        let id = ids.next()
        change(id, record, keeping)
        keeping.themes[name.lowercased()] = id
        return id
    }

    mutating func owners(_ printed: [String], _ place: Record.Place) -> [RecordID] {
        var owners: [RecordID] = []
        for name in printed where SameAs.target(of: name) == nil {
            let owner = book.owner(name, at: place, &ids)
            if !owners.contains(owner) { owners.append(owner) }
        }
        return owners
    }
}
