import Register

// Whose initials a paper uses.
extension Proposer {
    mutating func resolveInitials(_ paper: ReadPaper, _ place: Record.Place) {
        var wanted = Set(book.unresolved.map(\.initials))
        for finding in paper.taken {
            switch finding.content {
            case .action(let action): wanted.formUnion(action.owners.filter(Namesakes.isInitials))
            case .issue(let issue): wanted.formUnion(issue.owners.filter(Namesakes.isInitials))
            case .risk(let risk): wanted.formUnion(risk.owners.filter(Namesakes.isInitials))
            default: continue
            }
        }
        guard !wanted.isEmpty else { return }
        for (initials, name) in Initials.resolve(wanted, in: paper.intake.lines).sorted(by: { $0.key < $1.key }) {
            book.resolve(initials, to: name, at: place, &ids)
        }
    }

    mutating func suggestPeople(_ papers: [ReadPaper]) {
        // What was suggested when both were known already has been seen.
        for (initials, id) in book.unresolved {
            guard let person = book.onlyPerson(withInitials: initials), book.isNews(id) || book.isNews(person.id) else {
                continue
            }
            proposal.notes.append(.mayBe(initials: initials, name: person.name))
        }
    }

    /// Two officers of two councils may have the same initials: where nothing but initials is known, one record stands for
    /// both, and somebody should know.
    mutating func noteSharedInitials() {
        let held = holdings.promises.map(\.record) + holdings.plans.flatMap(\.records).map(\.record)
        let new = shelf.changes.filter { $0.seen == 0 }.map(\.record)
        for (initials, id) in book.unresolved {
            func councils(_ records: [Record]) -> [RecordID] {
                records.filter { $0.owners.contains(id) }.flatMap(\.councils)
            }
            if !book.mayShare(councils(held), councils(new)) { proposal.notes.append(.sharedInitials(initials)) }
        }
    }
}
