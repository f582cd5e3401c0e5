public import Intake
public import Ledger
public import Register

/// Reads from a ledger what an import has to know of it.
public enum ImportHoldings {
    /// People and councils: all of them.
    private static let mostParties = 20_000
    /// Recommendations and actions that may be answered, and contacts, the last changed first.
    private static let mostPromises = 5_000
    /// Records of one plan.
    private static let mostRecords = 20_000

    /// All who are named in a ledger, what can be answered, and the plans of which the papers may be next versions; nothing
    /// where there is no ledger yet. All of it is of one state of the ledger.
    ///
    /// What whoever imports may not read is not found, whatever the papers print: they would learn of it, and write into it.
    /// A plan or meeting that they may read is read whole, so that nothing of it is taken for new.
    /// - Parameter named: Records that somebody says the papers print; ids that are unknown are left out.
    /// - Throws: `ImportProblem.ledger`.
    /// - Complexity: A few questions to the ledger, and one for each record that is read.
    public static func read(
        _ ledger: (any Ledger)?, for papers: [ReadPaper], _ terms: ImportTerms, naming named: Set<RecordID> = []
    ) async throws(ImportProblem) -> Holdings {
        guard let ledger else { return Holdings() }
        return try await ImportProblem.asking { () async throws(LedgerError) in
            try await ledger.read { whole in
                let shown = terms.readable == .everything ? whole : ReadableReader(whole, terms.readable)
                return try holdings(shown, whole, for: papers, choice: terms.choice, naming: named)
            }
        }
    }

    private static func holdings(
        _ reader: any LedgerReader, _ whole: any LedgerReader, for papers: [ReadPaper], choice: PlanChoice,
        naming named: Set<RecordID>
    ) throws -> Holdings {
        let promises = try [RecordKind.recommendation, .action].flatMap {
            try kept([$0], limit: mostPromises, reader)
        }
        let plans = try kept([.plan], limit: mostParties, reader)
        let records = try named.sorted().compactMap { try reader.entry($0, .now) }.map(kept)
        let chosen = Set(PlanChoice.candidates(for: papers, among: plans, promises: promises, choice: choice))
            .union(records.compactMap(\.record.plan))
        return Holdings(
            parties: try kept([.council, .body, .person, .post], limit: mostParties, reader), promises: promises,
            plans: try plans.filter { chosen.contains($0.id) }.map { try heldPlan($0, whole) },
            meetings: try heldMeetings(in: papers, reader, whole),
            contacts: try kept([.contact, .consultee], limit: mostPromises, reader),
            papers: try sameTitles(papers, reader), named: records)
    }

    /// Papers that are kept under the titles that the new ones bear.
    private static func sameTitles(_ papers: [ReadPaper], _ reader: any LedgerReader) throws -> [Holdings.Kept] {
        let titles = Set(papers.map { PaperProfile($0.intake).title.lowercased() })
        var query = Query(kinds: [.paper])
        query.wantsTotal = false
        return try reader.list(query).rows.filter { titles.contains($0.title.lowercased()) }.compactMap {
            try reader.entry($0.id, .now)
        }.map(kept)
    }

    /// Meetings of the days on which the papers' meetings are.
    private static func heldMeetings(
        in papers: [ReadPaper], _ reader: any LedgerReader, _ whole: any LedgerReader
    ) throws -> [Holdings.HeldMeeting] {
        var days: Set<Day> = []
        for finding in papers.flatMap(\.intake.findings) {
            if case .meeting(let meeting) = finding.content, let day = meeting.date { days.insert(day) }
        }
        guard !days.isEmpty else { return [] }
        var query = Query(kinds: [.meeting])
        query.wantsTotal = false
        let rows = try reader.list(query).rows.filter { $0.due.map(days.contains) ?? false }
        return try rows.compactMap { try reader.entry($0.id, .now) }.map { entry in
            let first = try below(entry.id, whole)
            let second = try first.filter { $0.reference.kind == .minute }.flatMap { try below($0.id, whole) }
            return Holdings.HeldMeeting(meeting: try kept(entry), records: first + second)
        }
    }

    private static func below(_ id: RecordID, _ reader: any LedgerReader) throws -> [Holdings.Kept] {
        var query = Query(kinds: [.agendaItem, .attendance, .minute, .decision, .declaration, .undertaking])
        (query.parent, query.wantsTotal) = (id, false)
        return try reader.list(query).rows.compactMap { try reader.entry($0.id, .now) }.map(kept)
    }

    private static func heldPlan(_ plan: Holdings.Kept, _ reader: any LedgerReader) throws -> Holdings.HeldPlan {
        let records = try kept(
            [
                .theme, .recommendation, .action, .issue, .risk, .measure, .service, .project, .saving, .objective,
                .workItem, .scale,
            ], limit: mostRecords, of: plan.id, reader)
        let imports = try kept([.import], limit: mostRecords, of: plan.id, reader)
        let papers = try imports.compactMap { ($0.record.content as? Import)?.paper }.compactMap {
            try reader.entry($0, .now)
        }.map(kept)
        let last = imports.filter { ($0.record.content as? Import)?.printed != nil }.max {
            $0.reference.number < $1.reference.number
        }
        return Holdings.HeldPlan(
            plan: plan, records: records,
            said: try kept([.update, .reading], limit: mostRecords, of: plan.id, reader), papers: papers,
            order: (last?.record.content as? Import)?.printed ?? [])
    }

    private static func kept(
        _ kinds: [RecordKind], limit: Int, of plan: RecordID? = nil, _ reader: any LedgerReader
    ) throws -> [Holdings.Kept] {
        var query = Query(kinds: kinds)
        (query.order, query.limit, query.wantsTotal, query.plan) = (.changed, limit, false, plan)
        return try reader.list(query).rows.compactMap { try reader.entry($0.id, .now) }.map(kept)
    }

    private static func kept(_ entry: Entry) throws -> Holdings.Kept {
        Holdings.Kept(
            id: entry.id, reference: entry.reference, version: entry.version, record: try entry.record())
    }
}
