import Register

extension Proposer {
    /// Looks for the plan of which a paper is the next version, and for reports that it prints again; notes for each
    /// finding which record it is.
    /// - Parameter named: Records that somebody says findings are, by the findings' places: no other finding is one of them.
    mutating func compare(_ findings: [Finding], _ named: [Int: RecordID], _ keeping: inout Keeping) {
        var printed = Printed(findings)
        let looks = plans.compactMap { look(at: $0, printed, keeping) }
        let versions = looks.filter { $0.relation.kind == .nextVersion || $0.relation.kind == .earlierVersion }
        let best = versions.max {
            ($0.relation.rank, $1.plan.plan.id.description) < ($1.relation.rank, $0.plan.plan.id.description)
        }
        if var best {
            best.leave(named, printed)
            keeping.plan = best.plan.plan.id
            keeping.isPlanHeld = true
            keeping.scheme = (shelf.record(best.plan.plan.id)?.content as? Plan)?.scheme ?? keeping.scheme
            for theme in best.plan.records where theme.record.kind == .theme {
                let name = shelf.record(theme.id)?.text ?? theme.record.text
                keeping.themes[name.lowercased()] = theme.id
            }
            take(best, as: best.relation.kind ?? .nextVersion, &printed, &keeping)
        }
        // What else it prints may be other reports, whole or in part.
        let others = looks.filter { $0.plan.plan.id != keeping.plan && $0.relation.kind != nil }
        for other in others.sorted(by: { ($1.relation.rank, $0.order) < ($0.relation.rank, $1.order) }) {
            guard var look = look(at: other.plan, printed, keeping), let kind = look.relation.kind else { continue }
            // A report that somebody calls a plan of its own is not the one that it looks like.
            if choice == .new, look.relation.isMostOfPaper {
                keeping.standsAlone = true
                continue
            }
            look.dropUnsure()
            look.leave(named, printed)
            // A paper is the next version of one plan only; what it has of another is printed again in it.
            take(look, as: look.relation.isQuotation ? kind : .printing, &printed, &keeping)
        }
    }

    private func look(at plan: Holdings.HeldPlan, _ printed: Printed, _ keeping: Keeping) -> VersionLook? {
        if case .plan(let id) = choice, id == plan.plan.id {
            return VersionLook(plan, printed, shelf, keeping, book, isStated: true)
        }
        let look = VersionLook(plan, printed, shelf, keeping, book, isStated: false)
        let isVersion = look.relation.kind == .nextVersion || look.relation.kind == .earlierVersion
        return choice != .byRecords && isVersion ? nil : look
    }

    /// Takes a paper for what it looks like.
    private mutating func take(
        _ look: VersionLook, as kind: Comparison.Relation, _ printed: inout Printed, _ keeping: inout Keeping
    ) {
        let id = look.plan.plan.id
        let isNext = kind == .nextVersion
        var comparison = Comparison(
            relation: kind, replaces: isNext, plan: id, reference: shelf.reference(id),
            title: shelf.record(id)?.text ?? "", ground: look.ground)
        let number = proposal.papers[keeping.index].comparisons.count
        for pair in look.matching.pairs {
            let position = printed.positions[pair.found]
            keeping.matches[position] = Keeping.Match(id: look.held[pair.held], replaces: isNext, comparison: number)
        }
        func part(_ found: Int) -> Comparison.Line {
            let item = printed.items[found]
            return Comparison.Line(
                id: id, kind: item.kind, reference: nil, text: item.text, line: printed.lines[found])
        }
        if kind != .printing, kind != .earlierVersion {
            for split in look.matching.splits where isNext {
                let line = line(of: look.held[split.pair.held], at: printed.lines[split.pair.found])
                comparison.split.append(Comparison.Division(line: line, others: split.others.map(part)))
                for other in split.others { keeping.parts[printed.positions[other]] = look.held[split.pair.held] }
            }
            var into: [Int: (line: Comparison.Line, id: RecordID)] = [:]
            for merge in look.matching.merges where isNext {
                let line = line(of: look.held[merge.pair.held], at: printed.lines[merge.pair.found])
                comparison.merged.append(
                    Comparison.Division(line: line, others: merge.others.map { self.line(of: look.held[$0], at: nil) }))
                for other in merge.others {
                    into[other] = (line, look.held[merge.pair.held])
                    offer(
                        look.held[merge.pair.held], .supersedes, look.held[other], Proposer.surelyMerged, keeping.index)
                }
            }
            for hint in look.matching.hints where isNext {
                into[hint.held] = (part(hint.found), look.held[hint.held])
                keeping.hints[printed.positions[hint.found]] = (look.held[hint.held], Double(hint.likeness) / 100)
            }
            for missing in look.matching.missing {
                guard let record = shelf.record(look.held[missing]), Proposer.staysOpen(record) else { continue }
                comparison.missing.append(
                    Comparison.Missing(
                        line: line(of: look.held[missing], at: nil), into: into[missing]?.line,
                        isSinceEarlier: look.leftOut.contains(look.held[missing])))
            }
        } else if kind == .printing {
            comparison.missing = look.matching.missing.filter {
                look.plannedShare > 0.5 && look.items[$0].kind != .scale
            }
            .map { Comparison.Missing(line: line(of: look.held[$0], at: nil)) }
        }
        if isNext { renameThemes(look, printed, &keeping, &comparison) }
        proposal.papers[keeping.index].comparisons.append(comparison)
        let taken = Set(look.matching.pairs.map(\.found))
        printed.remove(taken)
    }

    /// Whether a record that is not printed any more is missed: not what is finished, nor what one meeting was asked to
    /// agree.
    private static func staysOpen(_ record: Record) -> Bool {
        let isForDecision = (record.content as? Recommendation)?.isForDecision ?? false
        return !record.facts.isFinished && record.kind != .scale && !isForDecision
    }

    /// How sure the suggestion is that a record went into another, 0 to 1.
    private static let surelyMerged = 0.9

    /// A theme whose records all went to one that was not there before is the same theme by another name.
    private mutating func renameThemes(
        _ look: VersionLook, _ printed: Printed, _ keeping: inout Keeping, _ comparison: inout Comparison
    ) {
        var steps: [RecordID: Set<String>] = [:]
        var sources: [String: Set<RecordID>] = [:]
        var names: [String: String] = [:]
        // Words that nobody keeps rename nothing.
        for pair in look.matching.pairs where !keeping.left.contains(printed.positions[pair.found]) {
            guard let theme = shelf.record(look.held[pair.held])?.theme, let name = printed.themes[pair.found] else {
                continue
            }
            steps[theme, default: []].insert(name.lowercased())
            sources[name.lowercased(), default: []].insert(theme)
            names[name.lowercased()] = name
        }
        for (theme, targets) in steps.sorted(by: { $0.key.description < $1.key.description }) {
            guard targets.count == 1, let key = targets.first, let name = names[key], keeping.themes[key] == nil,
                sources[key] == [theme], let before = shelf.record(theme)?.text
            else { continue }
            keeping.themes[key] = theme
            shelf.revise(theme, for: keeping.paper, because: "renamed in \(keeping.profile.title)") {
                $0.content = Theme(name: name)
            }
            if PlanTitle.differInDateOnly(before, name) { continue }
            comparison.notes.append("The theme \(before) is now called \(name).")
        }
    }

    /// A record as a comparison lists it.
    func line(of id: RecordID, at line: Int?) -> Comparison.Line {
        let record = shelf.record(id)
        return Comparison.Line(
            id: id, kind: record?.kind ?? .action, reference: shelf.reference(id), text: record?.text ?? "", line: line)
    }

    /// Lists what no record was found for, and links parts to what they were parts of.
    mutating func concludeComparisons(_ findings: [Finding], _ kept: [RecordID?], _ keeping: Keeping) {
        for (position, whole) in keeping.parts.sorted(by: { $0.key < $1.key }) {
            guard let part = kept[position], part != whole else { continue }
            let ground = "split from it, line \(findings[position].source.line)"
            add(Link(from: part, role: .supersedes, to: whole, ground: ground), keeping.index)
        }
        for (position, hint) in keeping.hints.sorted(by: { $0.key < $1.key }) {
            guard let new = kept[position], keeping.matches[position] == nil else { continue }
            offer(new, .supersedes, hint.held, hint.likeness, keeping.index)
        }
        guard keeping.isPlanHeld else { return }
        for (position, finding) in findings.enumerated() where keeping.matches[position] == nil {
            guard Keeping.planned.contains(finding.kind), let id = kept[position], origins[id] == keeping.paper else {
                continue
            }
            proposal.papers[keeping.index].comparisons[0].new.append(line(of: id, at: finding.source.line))
        }
        findActions(in: &proposal.papers[keeping.index].comparisons[0])
    }

    /// An issue that is missing because it has an action now went into that action.
    private func findActions(in comparison: inout Comparison) {
        var byIssue: [String: Comparison.Line] = [:]
        for line in comparison.new {
            guard let action = shelf.record(line.id)?.content as? Action else { continue }
            for words in [action.issue, action.commitment].compactMap({ $0 }) { byIssue[Words.key(words)] = line }
        }
        for index in comparison.missing.indices
        where comparison.missing[index].line.kind == .issue && comparison.missing[index].into == nil {
            comparison.missing[index].into = byIssue[Words.key(comparison.missing[index].line.text)]
        }
    }

    /// What later papers of the set have to know of this one.
    mutating func remember(_ keeping: Keeping, _ paper: Holdings.Kept) {
        guard let id = keeping.plan, let plan = shelf.record(id) else { return }
        let own = shelf.changes.filter { $0.seen == 0 && $0.record.plan == id }.map {
            Holdings.Kept(id: $0.id, reference: Reference($0.record.kind, 0), version: 0, record: $0.record)
        }
        let isEarlier = proposal.papers[keeping.index].comparisons.first.map { $0.plan == id && !$0.replaces } ?? false
        let printed = isEarlier ? nil : order(of: id, keeping)
        proposal.papers[keeping.index].printed = printed
        let records = own.filter { $0.record.kind == .theme || VersionItem($0.record.content) != nil }
        if let index = plans.firstIndex(where: { $0.plan.id == id }) {
            let known = Set(plans[index].records.map(\.id))
            plans[index].records += records.filter { !known.contains($0.id) }
            plans[index].papers.append(paper)
            plans[index].order = printed ?? plans[index].order
        } else {
            let kept = Holdings.Kept(id: id, reference: Reference(.plan, 0), version: 0, record: plan)
            plans.append(Holdings.HeldPlan(plan: kept, records: records, papers: [paper], order: printed ?? []))
        }
    }

    /// The records of a plan that a paper prints, in its order, each once.
    private func order(of plan: RecordID, _ keeping: Keeping) -> [RecordID] {
        var known: Set<RecordID> = []
        // What was printed and left out is not missing in the next version.
        let records = kept[keeping.index].enumerated().compactMap { $1 ?? keeping.matches[$0]?.id }
        return records.filter { id in
            guard let record = shelf.record(id), record.plan == plan, VersionItem(record.content) != nil else {
                return false
            }
            return known.insert(id).inserted
        }
    }
}
