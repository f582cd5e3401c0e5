import Papers
public import Register

/// Turns what was read in papers into records that a ledger can keep: plans, themes, promises, people, meetings, links.
///
/// What the ledger holds already is not added again: a plan's next version changes the plan's records, and what is
/// printed again is noted where it stands.
public struct Proposer {
    let lexicon: Lexicon
    let holdings: Holdings
    let choice: PlanChoice
    private let today: Day
    var ids: RecordIDs
    var book: PartyBook
    var proposal = Proposal()
    /// Records as the import leaves them.
    var shelf = Shelf()
    /// Plans that are kept, and those of earlier papers of the set.
    var plans: [Holdings.HeldPlan]
    /// For each paper, the record of each finding; nil for one that is left out.
    var kept: [[RecordID?]] = []
    /// Recommendations by their words, those that the ledger holds among them.
    var recommendations: [String: RecordID] = [:]
    /// The paper in which each record was printed first.
    var origins: [RecordID: RecordID] = [:]
    /// Where they are printed again.
    var printings: Set<Printing> = []
    /// What has been said of each record, by its words.
    var narratives: [RecordID: Set<String>] = [:]
    /// The values that each measure has, with the day of the paper that printed them.
    var readings: [RecordID: [(reading: Register.Reading, date: Day?)]] = [:]

    struct Printing: Hashable {
        var record: RecordID
        var paper: RecordID
    }

    /// A proposer for one import.
    /// - Parameters:
    ///   - today: The day of the import: what a paper without a date says is said on it.
    ///   - choice: Which plan the papers are to be taken for.
    ///   - ids: Names new records.
    public init(
        lexicon: Lexicon, holdings: Holdings, today: Day, choice: PlanChoice = .byRecords, ids: RecordIDs
    ) {
        (self.lexicon, self.holdings, self.today, self.ids, self.choice) = (lexicon, holdings, today, ids, choice)
        book = PartyBook(holdings.parties, lexicon: lexicon)
        plans = holdings.plans
        for held in holdings.promises + holdings.contacts + holdings.named { hold(held) }
        for plan in holdings.plans {
            shelf.hold(plan.plan)
            for held in plan.records { hold(held) }
            for said in plan.said { note(said.record) }
        }
    }

    private mutating func hold(_ held: Holdings.Kept) {
        shelf.hold(held)
        origins[held.id] = held.record.place?.paper
        if let found = held.record.content as? Recommendation { recommendations[Proposer.key(found)] = held.id }
        if let words = Proposer.narrative(held.record.content) {
            narratives[held.id, default: []].insert(Words.key(words))
        }
    }

    /// Remembers what was said of a record, so that it is not said twice.
    mutating func note(_ record: Record) {
        guard let parent = record.parent else { return }
        if let update = record.content as? Update {
            narratives[parent, default: []].insert(Words.key(update.narrative))
        } else if let reading = record.content as? Register.Reading {
            readings[parent, default: []].append((reading, record.place?.date))
        }
    }

    /// What the papers, read as one set, would add.
    public mutating func propose(_ papers: [ReadPaper]) -> Proposal {
        kept = papers.map { $0.intake.findings.map { _ in nil } }
        proposal.papers = papers.indices.map {
            Proposal.Paper(index: $0, paper: papers[$0].kept ?? ids.next(), import: ids.next())
        }
        // What two papers print belongs to the earlier one: a review comes before the plan that answers it.
        let dates = papers.map { PaperProfile($0.intake).date?.day }
        let order = papers.indices.sorted { first, second in
            switch (dates[first], dates[second]) {
            case (let first?, let second?): first < second
            case (nil, _): false
            case (_, nil): true
            }
        }
        for index in order { add(papers[index], at: index) }
        link(papers)
        suggestPeople(papers)
        noteSharedInitials()
        finish(papers)
        return proposal
    }

    private mutating func add(_ paper: ReadPaper, at index: Int) {
        let profile = PaperProfile(paper.intake)
        let date = profile.date.flatMap { $0.origin == .inferredYear ? nil : $0.day }
        let own = proposal.papers[index].paper
        let file = KeptPaper(
            name: paper.intake.paper.name, hash: paper.hash, size: paper.intake.paper.byteCount, title: profile.title,
            date: date, lines: paper.intake.paper.lineCount, transcript: paper.transcript)
        resolveInitials(paper, Record.Place(paper: own, source: Source(line: 1), date: date))
        var keeping = Keeping(
            profile: profile, paper: own, index: index, date: date,
            said: date ?? Proposer.end(of: profile.title, by: today) ?? today,
            scheme: SchemeChoice.scheme(for: paper.taken, named: profile.title))
        keeping.left = Set(paper.intake.findings.indices.filter(paper.isLeft))
        if let name = profile.council {
            keeping.councils = book.councils(name, at: keeping.place(Source(line: 1)), &self.ids)
        }
        var record = Record(file)
        // Whoever may read what a paper holds may read the paper, and nobody else.
        record.councils = keeping.councils
        if paper.kept == nil { shelf.add(own, record, for: own) }
        let findings = Proposer.parted(paper.intake.findings, without: keeping.left)
        keeping.sameReports = sameReports(profile, date)
        proposal.papers[index].isSameReport = !keeping.sameReports.isEmpty
        if findings.contains(where: { Keeping.planned.contains($0.kind) }) {
            compare(paper.intake.findings, paper.named, &keeping)
            let taken = paper.taken
            if !keeping.isPlanHeld, taken.contains(where: { Keeping.planned.contains($0.kind) }) {
                addPlan(taken, &keeping)
            }
            proposal.papers[index].plan = keeping.plan
        }
        match(paper.named, &keeping)
        kept[index] = findings.enumerated().map { position, finding in
            if paper.isKnown(position) { recall(finding, at: position, &keeping) }
            return keeping.left.contains(position) ? nil : keep(finding, at: position, &keeping)
        }
        proposal.papers[index].records = kept[index]
        proposal.papers[index].matches = keeping.matches.mapValues(\.id)
        concludeComparisons(findings, kept[index], keeping)
        if !keeping.isPlanHeld { dropEmptyPlan(keeping.plan, of: index) }
        remember(keeping, Holdings.Kept(id: own, reference: Reference(.paper, 0), version: 0, record: record))
    }

    /// The papers of the same name and day that are kept.
    private func sameReports(_ profile: PaperProfile, _ date: Day?) -> Set<RecordID> {
        // A paper that does not say what it is called, or of which day, may be any.
        guard profile.title != profile.name, date != nil else { return [] }
        return Set(
            holdings.papers.filter { kept in
                guard let paper = kept.record.content as? KeptPaper else { return false }
                return paper.date == date && Words.key(paper.text) == Words.key(profile.title)
            }.map(\.id))
    }

    private mutating func addPlan(_ findings: [Finding], _ keeping: inout Keeping) {
        var plan = Record(Plan(title: Proposer.planTitle(keeping.profile), scheme: keeping.scheme))
        plan.place = keeping.place(findings.first?.source ?? Source(line: 1))
        plan.councils = keeping.councils
        let id = ids.next()
        keeping.plan = id
        shelf.add(id, plan, for: keeping.paper)
    }

    /// The last day of the year that a title names: a "Progress Report 2022-2023" without a date speaks for March 2023.
    private static func end(of title: String, by today: Day) -> Day? {
        for word in title.split(separator: " ") where word.first?.isNumber ?? false && word.utf8.count >= 7 {
            if let due = Timescale(String(word), reference: nil).due, due <= today { return due }
        }
        return nil
    }

    /// A paper that only prints again what is kept already makes no plan of its own.
    private mutating func dropEmptyPlan(_ plan: RecordID?, of index: Int) {
        guard let plan, !shelf.changes.contains(where: { $0.record.plan == plan && $0.record.kind != .scale }) else {
            return
        }
        proposal.papers[index].plan = nil
        shelf.drop(plan: plan)
    }

    /// What the plan of a paper is called: as the paper calls itself; one that does not is known by what it is.
    static func planTitle(_ profile: PaperProfile) -> String {
        guard profile.title == profile.name else { return CouncilNames.inSmallLetters(profile.title) }
        return "\(profile.kind.prefix(1).uppercased())\(profile.kind.dropFirst()) (\(profile.name))"
    }

    mutating func change(_ id: RecordID, _ record: Record, _ keeping: Keeping) {
        shelf.add(id, record, for: keeping.paper)
    }

    // MARK: Findings

    private mutating func keep(_ finding: Finding, at position: Int, _ keeping: inout Keeping) -> RecordID? {
        if let match = keeping.matches[position] {
            printAgain(match, finding, &keeping)
            return match.id
        }
        if let known = minutedAgain(finding, keeping) {
            if case .minute(let minute) = finding.content { keeping.minutes.append((minute.number, known)) }
            noteAgain(known, at: finding.source, keeping)
            return known
        }
        if case .meeting(let meeting) = finding.content, let known = meetingAgain(meeting, at: finding.source, &keeping)
        {
            keeping.meeting = known
            return known
        }
        if case .consultee(let consultee) = finding.content, let known = consulteeAgain(consultee, keeping) {
            return known
        }
        if case .recommendation(let found) = finding.content {
            // A recommendation that is printed again is the same one, in this paper or in one that the ledger keeps.
            if let printed = recommendations[Proposer.key(found)],
                !keeping.standsAlone || origins[printed] == keeping.paper
            {
                noteAgain(printed, at: finding.source, keeping)
                _ = say(finding, of: printed, keeping)
                return printed
            }
        }
        var record = Record(finding.record)
        let place = keeping.place(finding.source)
        record.place = place
        record.councils = keeping.councils
        if finding.kind == .scale || Keeping.planned.contains(finding.kind) { record.plan = keeping.plan }
        let id = ids.next()
        switch finding.content {
        case .action(let action):
            record.theme = theme(action.theme, &keeping, place)
            record.owners = owners(action.owners, place)
            record.parent = action.parent.flatMap { keeping.action(withText: $0) }
            record.progress.reported = reported(action.status, keeping, updates: action.update == nil ? 0 : 1)
            if let revised = action.revised, revised.due != nil, revised.due != action.timescale?.due {
                record.progress.reprogrammings = [keeping.reprinted(revised, from: action.timescale?.due)]
            }
            keeping.actions.append((action.text, id))
        case .recommendation(let found):
            record.theme = theme(found.theme, &keeping, place)
            record.progress.reported = reported(found.status, keeping, updates: found.update == nil ? 0 : 1)
            recommendations[Proposer.key(found)] = id
        case .issue(let issue):
            record.theme = theme(issue.theme, &keeping, place)
            record.owners = owners(issue.owners, place)
        case .risk(let risk):
            record.theme = theme(risk.theme, &keeping, place)
            record.owners = owners(risk.owners, place)
        case .measure(let measure):
            record.theme = theme(measure.theme, &keeping, place)
            if let name = measure.council {
                record.councils = book.councils(name, of: keeping.councils, at: place, &ids)
            }
        case .saving(let saving):
            if let name = saving.council {
                record.councils = book.councils(name, of: keeping.councils, at: place, &ids)
            }
        case .meeting(let meeting):
            record.parent = book.body(meeting.text, at: place, &ids)
            if let name = meeting.council { record.councils = book.councils(name, at: place, &ids) }
            keeping.meeting = id
        case .agendaItem: record.parent = keeping.meeting
        case .attendance(let attendance):
            record.parent = keeping.meeting
            record.owners = [book.person(attendance.text, at: place, &ids)]
        case .minute(let minute):
            record.parent = keeping.meeting
            keeping.minutes.append((minute.number, id))
        case .decision(let decision): record.parent = keeping.minute(numbered: decision.minute)
        case .declaration(let declaration):
            record.parent = keeping.minute(numbered: declaration.minute)
            if let name = declaration.person { record.owners = [book.person(name, at: place, &ids)] }
        case .undertaking(let undertaking):
            record.parent = keeping.minute(numbered: undertaking.minute)
            if let name = undertaking.person { record.owners = [book.owner(name, at: place, &ids)] }
        case .contact(let contact):
            let person = book.person(contact.text, post: contact.post, at: place, &ids)
            if let known = contactAgain(contact, of: person, keeping) { return known }
            record.owners = [person]
        case .service(let service): record.progress.reported = reported(service.status, keeping, updates: 0)
        case .workItem, .consultee, .scale, .objective: break
        }
        origins[id] = keeping.paper
        change(id, record, keeping)
        addWhatWasSaid(finding, of: id, record, keeping)
        return id
    }

    /// What was kept of the paper before says where the rest of it belongs: to its meeting, its minute, its action.
    private mutating func recall(_ finding: Finding, at position: Int, _ keeping: inout Keeping) {
        switch finding.content {
        case .meeting(let meeting):
            keeping.meeting = meetingAgain(meeting, at: finding.source, &keeping) ?? keeping.meeting
        case .minute(let minute):
            if let known = minutedAgain(finding, keeping) { keeping.minutes.append((minute.number, known)) }
        case .action(let action):
            if let known = keeping.matches[position]?.id { keeping.actions.append((action.text, known)) }
        default: break
        }
    }

    // MARK: The end

    private mutating func finish(_ papers: [ReadPaper]) {
        // Who and where come first, so that what follows can name them; imports close their papers.
        proposal.changes = book.changes + shelf.changes
        let added = proposal.changes.count
        for paper in proposal.papers {
            let read = papers[paper.index].intake.paper
            var record = Record(
                Import(
                    name: read.name, paper: paper.paper, added: added + proposal.papers.count, offers: paper.offers,
                    printed: paper.printed))
            record.plan = paper.plan
            record.councils = shelf.record(paper.paper)?.councils ?? []
            proposal.changes.append(Proposal.Change(id: paper.import, seen: 0, record: record))
        }
    }

    static func key(_ found: Recommendation) -> String {
        found.text.lowercased().split(whereSeparator: { !($0.isLetter || $0.isNumber) }).joined(separator: " ")
    }
}
