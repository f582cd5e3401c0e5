import Papers
public import Register

/// Turns what was read in papers into records that a ledger can keep: plans, themes, promises, people, meetings, links.
public struct Proposer {
    private let lexicon: Lexicon
    let holdings: Holdings
    private let today: Day
    var ids: RecordIDs
    private var book: PartyBook
    var proposal = Proposal()
    /// For each paper, the record of each finding; nil for one that was kept already.
    private var kept: [[RecordID?]] = []
    /// Recommendations by their words, those that the ledger holds among them.
    private var recommendations: [String: RecordID] = [:]
    /// The paper in which each of them was printed first.
    var origins: [RecordID: RecordID] = [:]
    /// Where they are printed again.
    var printings: Set<Printing> = []

    struct Printing: Hashable {
        var record: RecordID
        var paper: RecordID
    }

    /// A proposer for one import.
    /// - Parameters:
    ///   - today: The day of the import: what a paper without a date says is said on it.
    ///   - ids: Names new records.
    public init(lexicon: Lexicon, holdings: Holdings, today: Day, ids: RecordIDs) {
        (self.lexicon, self.holdings, self.today, self.ids) = (lexicon, holdings, today, ids)
        book = PartyBook(holdings.parties, lexicon: lexicon)
        for held in holdings.promises {
            guard let found = held.record.content as? Recommendation else { continue }
            recommendations[Proposer.key(found)] = held.id
            origins[held.id] = held.record.place?.paper
        }
    }

    /// What the papers, read as one set, would add.
    public mutating func propose(_ papers: [ReadPaper]) -> Proposal {
        kept = papers.map { $0.intake.findings.map { _ in nil } }
        proposal.papers = papers.indices.map { Proposal.Paper(index: $0, paper: ids.next(), import: ids.next()) }
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
        finish(papers)
        return proposal
    }

    private mutating func add(_ paper: ReadPaper, at index: Int) {
        let profile = PaperProfile(paper.intake)
        let date = profile.date.flatMap { $0.origin == .inferredYear ? nil : $0.day }
        let own = proposal.papers[index].paper
        let kept = KeptPaper(
            name: paper.intake.paper.name, hash: paper.hash, size: paper.intake.paper.byteCount, title: profile.title,
            date: date, lines: paper.intake.paper.lineCount, transcript: paper.transcript)
        change(own, Record(kept))
        resolveInitials(paper.intake, Record.Place(paper: own, source: Source(line: 1), date: date))
        var keeping = Keeping(
            profile: profile, paper: own, date: date,
            said: date ?? Proposer.end(of: profile.title, by: today) ?? today,
            scheme: SchemeChoice.scheme(for: paper.intake.findings, named: profile.title))
        if let name = profile.council {
            keeping.councils = book.councils(name, at: keeping.place(Source(line: 1)), &self.ids)
        }
        if paper.intake.findings.contains(where: { Keeping.planned.contains($0.kind) }) {
            var plan = Record(Plan(title: Proposer.planTitle(profile), scheme: keeping.scheme))
            plan.place = keeping.place(paper.intake.findings.first?.source ?? Source(line: 1))
            plan.councils = keeping.councils
            keeping.plan = self.ids.next()
            proposal.papers[index].plan = keeping.plan
            if let id = keeping.plan { change(id, plan) }
        }
        self.kept[index] = paper.intake.findings.map { keep($0, &keeping) }
        dropEmptyPlan(keeping.plan, of: index)
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
        guard let plan, !proposal.changes.contains(where: { $0.record.plan == plan && $0.record.kind != .scale }) else {
            return
        }
        proposal.papers[index].plan = nil
        proposal.changes.removeAll { $0.id == plan }
        for change in proposal.changes.indices where proposal.changes[change].record.plan == plan {
            proposal.changes[change].record.plan = nil
        }
    }

    /// What the plan of a paper is called: as the paper calls itself; one that does not is known by what it is.
    private static func planTitle(_ profile: PaperProfile) -> String {
        guard profile.title == profile.name else { return CouncilNames.inSmallLetters(profile.title) }
        return "\(profile.kind.prefix(1).uppercased())\(profile.kind.dropFirst()) (\(profile.name))"
    }

    mutating func change(_ id: RecordID, _ record: Record) {
        proposal.changes.append(Proposal.Change(id: id, seen: 0, record: record))
    }

    // MARK: Findings

    private mutating func keep(_ finding: Finding, _ keeping: inout Keeping) -> RecordID? {
        if case .recommendation(let found) = finding.content {
            // A recommendation that is printed again is the same one, in this paper or in one that the ledger keeps.
            if let printed = recommendations[Proposer.key(found)] {
                printAgain(printed, found, at: finding.source, keeping)
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
            record.progress.reported = reported(action.status, keeping, updates: 0)
            if let revised = action.revised, revised.due != nil, revised.due != action.timescale?.due {
                record.progress.reprogrammings = [keeping.reprinted(revised, from: action.timescale?.due)]
            }
            keeping.actions.append((action.text, id))
        case .recommendation(let found):
            record.theme = theme(found.theme, &keeping, place)
            record.progress.reported = reported(found.status, keeping, updates: found.update == nil ? 0 : 1)
            recommendations[Proposer.key(found)] = id
            origins[id] = keeping.paper
        case .issue(let issue):
            record.theme = theme(issue.theme, &keeping, place)
            record.owners = owners(issue.owners, place)
        case .risk(let risk):
            record.theme = theme(risk.theme, &keeping, place)
            record.owners = owners(risk.owners, place)
        case .measure(let measure):
            record.theme = theme(measure.theme, &keeping, place)
            if let name = measure.council { record.councils = book.councils(name, at: place, &ids) }
        case .saving(let saving):
            if let name = saving.council { record.councils = book.councils(name, at: place, &ids) }
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
            record.owners = [book.person(contact.text, post: contact.post, at: place, &ids)]
        case .service(let service): record.progress.reported = reported(service.status, keeping, updates: 0)
        case .workItem, .consultee, .scale, .objective: break
        }
        change(id, record)
        addWhatWasSaid(finding, of: id, record, keeping)
        return id
    }

    /// Progress in the row of a recommendation is an update; the values in the row of a measure are its readings.
    private mutating func addWhatWasSaid(_ finding: Finding, of id: RecordID, _ record: Record, _ keeping: Keeping) {
        var said: [any RecordContent] = []
        if case .recommendation(let found) = finding.content, let words = found.update {
            said = [
                Update(
                    narrative: words, status: record.progress.reported?.status, on: keeping.said,
                    by: keeping.profile.title)
            ]
        }
        if case .measure(let measure) = finding.content {
            let values = [
                ("Baseline", measure.baseline), ("Q1", measure.q1), ("Q2", measure.q2), ("Q3", measure.q3),
                ("Q4", measure.q4), (measure.period ?? "Actual", measure.actual),
            ]
            said = values.compactMap { period, value in value.map { Register.Reading(period: period, printed: $0) } }
        }
        for content in said {
            var child = Record(content)
            (child.parent, child.plan, child.place, child.councils) = (id, record.plan, record.place, record.councils)
            change(ids.next(), child)
        }
    }

    func reported(_ printed: String?, _ keeping: Keeping, updates: Int) -> Progress.Reported? {
        guard printed != nil || updates > 0 else { return nil }
        let level = printed.flatMap { keeping.scheme.level(for: $0) }
        return Progress.Reported(
            status: level?.name ?? printed,
            isFinished: level?.isFinished ?? printed.map { StatusScheme.isFinished($0) } ?? false, on: keeping.said,
            updates: updates)
    }

    private mutating func theme(_ name: String?, _ keeping: inout Keeping, _ place: Record.Place) -> RecordID? {
        guard let name, let plan = keeping.plan else { return nil }
        if let known = keeping.themes[name.lowercased()] { return known }
        var record = Record(Theme(name: name))
        (record.plan, record.parent, record.place) = (plan, plan, place)
        let id = ids.next()
        change(id, record)
        keeping.themes[name.lowercased()] = id
        return id
    }

    private mutating func owners(_ printed: [String], _ place: Record.Place) -> [RecordID] {
        var owners: [RecordID] = []
        for name in printed where SameAs.target(of: name) == nil {
            let owner = book.owner(name, at: place, &ids)
            if !owners.contains(owner) { owners.append(owner) }
        }
        return owners
    }

    // MARK: People

    private mutating func resolveInitials(_ intake: Intake, _ place: Record.Place) {
        var wanted = Set(book.unresolved.map(\.initials))
        for finding in intake.findings {
            switch finding.content {
            case .action(let action): wanted.formUnion(action.owners.filter(Owners.isInitials))
            case .issue(let issue): wanted.formUnion(issue.owners.filter(Owners.isInitials))
            case .risk(let risk): wanted.formUnion(risk.owners.filter(Owners.isInitials))
            default: continue
            }
        }
        guard !wanted.isEmpty else { return }
        for (initials, name) in Initials.resolve(wanted, in: intake.lines).sorted(by: { $0.key < $1.key }) {
            book.resolve(initials, to: name, at: place, &ids)
        }
    }

    private mutating func suggestPeople(_ papers: [ReadPaper]) {
        // What was suggested when both were known already has been seen.
        for (initials, id) in book.unresolved {
            guard let person = book.onlyPerson(withInitials: initials), book.isNews(id) || book.isNews(person.id) else {
                continue
            }
            proposal.notes.append(
                "\(initials) may be \(person.name). If so: goldthread people merge \(initials) \"\(person.name)\"")
        }
    }

    // MARK: Links

    private mutating func link(_ papers: [ReadPaper]) {
        // What the ledger holds stands as one more paper before those that are read now.
        let held = holdings.promises.compactMap { kept -> (RecordID, Finding)? in
            let source = kept.record.place?.source ?? Source(line: 1)
            if let found = kept.record.content as? Recommendation {
                return (kept.id, Finding(.recommendation(found), at: source))
            }
            return (kept.record.content as? Action).map { (kept.id, Finding(.action($0), at: source)) }
        }
        let sets = [held.map(\.1)] + papers.map(\.intake.findings)
        let records = [held.map { Optional($0.0) }] + kept
        func id(_ place: ReviewThread.Place) -> RecordID? { records[place.paper][place.finding] }
        // What is said of two records that are held already was said when the second of them came.
        let known = Set(held.map(\.0))
        func isNews(_ from: RecordID, _ to: RecordID) -> Bool {
            from != to && !(known.contains(from) && known.contains(to))
        }
        let thread = ReviewThread(sets)
        for answer in thread.answering {
            guard let from = id(answer.action), let to = id(answer.recommendation), isNews(from, to) else { continue }
            let paper = max(answer.action.paper, answer.recommendation.paper) - 1
            switch answer.ground {
            case .number: add(Link(from: from, role: .answers, to: to, ground: "by number"))
            case .words: add(Link(from: from, role: .answers, to: to, ground: "by words"))
            case .quotation where answer.score >= Proposer.sure:
                add(Link(from: from, role: .answers, to: to, ground: "by words"))
            case .quotation: offer(from, .answers, to, answer.score, paper)
            }
        }
        for again in thread.repeats {
            guard let from = id(again.later), let to = id(again.earlier), isNews(from, to) else { continue }
            offer(from, .repeats, to, again.score, max(again.later.paper, again.earlier.paper) - 1)
        }
    }

    /// From here on two texts say the same: only endings, order and small words differ.
    private static let sure = 0.8

    mutating func add(_ link: Link) { change(ids.next(), Record(link)) }

    private mutating func offer(_ from: RecordID, _ role: Link.Role, _ to: RecordID, _ score: Double, _ paper: Int) {
        let offer = Import.Offer(from: from, role: role, to: to, likeness: Int((score * 100).rounded()))
        proposal.papers[paper].offers.append(offer)
    }

    // MARK: The end

    private mutating func finish(_ papers: [ReadPaper]) {
        // Who and where come first, so that what follows can name them; imports close their papers.
        proposal.changes = book.changes + proposal.changes
        let added = proposal.changes.count
        for paper in proposal.papers {
            let read = papers[paper.index].intake.paper
            var record = Record(
                Import(name: read.name, paper: paper.paper, added: added + proposal.papers.count, offers: paper.offers))
            record.plan = paper.plan
            change(paper.import, record)
        }
    }

    private static func key(_ found: Recommendation) -> String {
        found.text.lowercased().split(whereSeparator: { !($0.isLetter || $0.isNumber) }).joined(separator: " ")
    }
}
