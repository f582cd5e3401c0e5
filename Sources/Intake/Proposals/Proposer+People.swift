import Register

// Whose initials a paper uses.
extension Proposer {
    mutating func resolveInitials(_ paper: ReadPaper, _ place: Record.Place) {
        var wanted = Set(book.unresolved.map(\.initials))
        for finding in paper.taken {
            switch finding.content {
            case .action(let action): wanted.formUnion(action.owners.filter(Owners.isInitials))
            case .issue(let issue): wanted.formUnion(issue.owners.filter(Owners.isInitials))
            case .risk(let risk): wanted.formUnion(risk.owners.filter(Owners.isInitials))
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
            proposal.notes.append(
                "\(initials) may be \(person.name). If so: goldthread people merge \(initials) \"\(person.name)\"")
        }
    }
}
