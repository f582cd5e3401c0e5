import Register

extension Proposer {
    /// Notes where a recommendation is printed again, and what is said of it there.
    mutating func printAgain(_ id: RecordID, _ found: Recommendation, at source: Source, _ keeping: Keeping) {
        if printings.insert(Printing(record: id, paper: keeping.paper)).inserted, origins[id] != keeping.paper {
            add(Link(from: id, role: .foundIn, to: keeping.paper, ground: "printed again, line \(source.line)"))
        }
        guard let words = found.update else { return }
        guard let said = reported(found.status, keeping, updates: 1) else { return }
        let update = Update(narrative: words, status: said.status, on: keeping.said, by: keeping.profile.title)
        func report(on record: inout Record) {
            let last = record.progress.reported
            // An older paper that is brought in later does not take a newer report's place.
            var latest = last.map { $0.on > said.on ? $0 : said } ?? said
            latest.updates = (last?.updates ?? 0) + 1
            record.progress.reported = latest
        }
        var child = Record(update)
        child.parent = id
        if let index = proposal.changes.firstIndex(where: { $0.id == id }) {
            report(on: &proposal.changes[index].record)
            child.plan = proposal.changes[index].record.plan
        } else if let held = holdings.promises.first(where: { $0.id == id }) {
            var record = held.record
            guard record.progress.closure == nil else { return }
            report(on: &record)
            child.plan = record.plan
            proposal.changes.append(Proposal.Change(id: id, seen: held.version, record: record))
        }
        (child.place, child.councils) = (keeping.place(source), keeping.councils)
        change(ids.next(), child)
    }
}
