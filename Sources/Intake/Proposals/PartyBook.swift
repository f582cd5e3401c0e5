import Register

/// The councils, bodies, people and posts that papers name: each is one record, however often it is named.
struct PartyBook {
    /// A record of the book: kept already, or new.
    private struct Party {
        var id: RecordID
        var seen: Int
        var record: Record
        var isChanged: Bool
    }

    private var parties: [Party] = []
    private var byName: [String: [Int]] = [:]
    private let lexicon: Lexicon

    init(_ kept: [Holdings.Kept], lexicon: Lexicon) {
        self.lexicon = lexicon
        for party in kept {
            add(Party(id: party.id, seen: party.version, record: party.record, isChanged: false))
        }
    }

    /// What the book adds to the ledger, or changes in it.
    var changes: [Proposal.Change] {
        parties.filter(\.isChanged).map { Proposal.Change(id: $0.id, seen: $0.seen, record: $0.record) }
    }

    /// The council with a name, or both where two are named together.
    /// - Parameter all: Those of the paper, for a word that means each of them: "Both" is no council.
    mutating func councils(
        _ printed: String, of all: [RecordID] = [], at place: Record.Place?, _ ids: inout RecordIDs
    ) -> [RecordID] {
        if lexicon.everyCouncil.contains(Words.key(printed)) { return all }
        var found: [RecordID] = []
        for name in CouncilNames.split(printed) {
            found.append(find(name, [.council]) ?? known(short: name) ?? make(Council(name: name), at: place, &ids))
        }
        return found
    }

    /// The one council that a table calls by the first words of its name: "Harrowmere".
    private func known(short: String) -> RecordID? {
        let lead = short.lowercased() + " "
        let found = parties.filter { $0.record.kind == .council && $0.record.text.lowercased().hasPrefix(lead) }
        let standing = Set(found.map(target))
        return standing.count == 1 ? standing.first : nil
    }

    /// Whether what is of some councils and of others may be of one: where either names none, or both name the same.
    func mayShare(_ some: [RecordID], _ others: [RecordID]) -> Bool {
        some.isEmpty || others.isEmpty || !standing(some).isDisjoint(with: standing(others))
    }

    /// Councils, each as the one that it was merged into.
    func standing(_ councils: some Sequence<RecordID>) -> Set<RecordID> {
        Set(councils.map { id in parties.first { $0.id == id }.map(target) ?? id })
    }

    /// The body with a name.
    mutating func body(_ name: String, at place: Record.Place?, _ ids: inout RecordIDs) -> RecordID {
        find(name, [.body]) ?? make(Body(name: CouncilNames.inSmallLetters(name)), at: place, &ids)
    }

    /// The person with a name, whose post may be printed beside it.
    mutating func person(_ printed: String, post: String? = nil, at place: Record.Place?, _ ids: inout RecordIDs)
        -> RecordID
    {
        let name = PartyBook.withoutHonorific(printed)
        if let found = find(name, [.person]) {
            if let post { setPost(post, of: found) }
            return found
        }
        return make(Person(name: name, post: post), at: place, &ids)
    }

    /// "Mrs. B. Shaw" is B. Shaw: minutes address people as plans do not.
    private static func withoutHonorific(_ name: String) -> String {
        let words = name.split(separator: " ")
        let isAddressed =
            words.count > 2 && words.first.map { honorifics.contains($0.lowercased().filter(\.isLetter)) } ?? false
        return isAddressed ? words.dropFirst().joined(separator: " ") : name
    }

    private static let honorifics: Set<String> = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "sir", "dame"]

    /// Whoever answers for a promise: a person by name or initials, else a post or team.
    mutating func owner(_ printed: String, at place: Record.Place?, _ ids: inout RecordIDs) -> RecordID {
        if let found = find(printed, [.person, .post]) { return found }
        // Four capitals and more are a team's: NWEDR.
        let isAcronym = printed.utf8.count > 3 && printed.utf8.allSatisfy { $0 &- 65 < 26 }
        let isPerson =
            !Owners.isPost(printed, lexicon) && !isAcronym && (Namesakes.isInitials(printed) || Names.isName(printed))
        return isPerson ? make(Person(name: printed), at: place, &ids) : make(Post(name: printed), at: place, &ids)
    }

    /// Says whose initials they are, where a paper does: a person's, or a team's.
    mutating func resolve(_ initials: String, to name: String, at place: Record.Place?, _ ids: inout RecordIDs) {
        let known = find(name, [.person, .post])
        if let short = find(initials, [.person, .post]), let index = parties.firstIndex(where: { $0.id == short }) {
            // Two that were kept apart are for a person to merge.
            guard known == nil || known == short, var person = parties[index].record.content as? Person,
                person.name.lowercased() == initials.lowercased(), !Owners.isPost(name, lexicon)
            else { return }
            person.name = name
            person.aliases.append(initials)
            change(index, to: person)
        } else if let known, let index = parties.firstIndex(where: { $0.id == known }) {
            if var person = parties[index].record.content as? Person {
                person.aliases.append(initials)
                change(index, to: person)
            } else if var post = parties[index].record.content as? Post {
                post.aliases.append(initials)
                change(index, to: post)
            }
        } else if Owners.isPost(name, lexicon) {
            _ = make(Post(name: name, aliases: [initials]), at: place, &ids)
        } else {
            _ = make(Person(name: name, aliases: [initials]), at: place, &ids)
        }
    }

    /// The one person whose name begins with the initials' letters; nil where there are none or several.
    func onlyPerson(withInitials initials: String) -> (name: String, id: RecordID)? {
        let found = parties.filter { party in
            guard let person = party.record.content as? Person, person.mergedInto == nil else { return false }
            return Namesakes.fit(initials, person.name)
        }
        guard found.count == 1, let party = found.first else { return nil }
        return (party.record.text, party.id)
    }

    /// Whether this import is the first to name somebody, or says more of them than was known.
    func isNews(_ id: RecordID) -> Bool { parties.contains { $0.id == id && $0.isChanged } }

    /// People known by initials alone.
    var unresolved: [(initials: String, id: RecordID)] {
        parties.filter {
            $0.record.kind == .person && $0.record.withdrawal == nil && Namesakes.isInitials($0.record.text)
        }
        .map { ($0.record.text, $0.id) }
    }

    private mutating func setPost(_ post: String, of id: RecordID) {
        guard let index = parties.firstIndex(where: { $0.id == id }),
            var person = parties[index].record.content as? Person, person.post == nil
        else { return }
        person.post = post
        change(index, to: person)
    }

    /// The record that goes by a name, followed to what it was merged into; nil where none or several do.
    private func find(_ name: String, _ kinds: Set<RecordKind>) -> RecordID? {
        let found = Set(
            (byName[name.lowercased()] ?? []).filter { kinds.contains(parties[$0].record.kind) }.map {
                target(parties[$0])
            })
        return found.count == 1 ? found.first : nil
    }

    private func target(_ party: Party) -> RecordID {
        (party.record.content as? any MergeableContent)?.mergedInto ?? party.id
    }

    private mutating func make(_ content: some RecordContent, at place: Record.Place?, _ ids: inout RecordIDs)
        -> RecordID
    {
        var record = Record(content)
        record.place = place
        let id = ids.next()
        add(Party(id: id, seen: 0, record: record, isChanged: true))
        return id
    }

    private mutating func add(_ party: Party) {
        parties.append(party)
        for name in party.record.facts.names { byName[name, default: []].append(parties.count - 1) }
    }

    private mutating func change(_ index: Int, to content: some RecordContent) {
        parties[index].record.content = content
        parties[index].isChanged = true
        for name in parties[index].record.facts.names where !(byName[name] ?? []).contains(index) {
            byName[name, default: []].append(index)
        }
    }
}
