import Foundation
import Importing
import Intake
import Ledger
import Register

/// Brings papers into the ledger: shows what they would add, asks, and adds all of it in one commit.
struct ImportKeeping {
    let options: LedgerOptions
    let actor: String
    let lexicon: Lexicon
    let today: Day
    let asks: Bool
    /// The reference of a plan, where somebody says of which one the papers are the next version.
    var plan: String?
    /// Whether the papers are plans of their own, whatever they look like.
    var isNewPlan = false
    /// Whether lists are shown whole.
    var showsAll = false

    func keep(_ papers: [BroughtIn]) async throws {
        let ledger = try await existing(.create)
        // What is worked out below holds for the ledger as it is now.
        let sifted = try await SiftedPapers(papers, in: ledger)
        for paper in sifted.known { out("\(paper.name) is kept already, as \(paper.reference): left out.") }
        guard !sifted.fresh.isEmpty else {
            out("Nothing to add: the ledger keeps \(papers.count == 1 ? "this paper" : "all of these papers") already.")
            return
        }
        let draft = try await ImportDraft(sifted, to: ledger, terms: try await terms(for: ledger))
        if draft.proposal.isNothingNew {
            for paper in draft.papers {
                out("\(paper.name) is a report that the ledger keeps, in another file.")
            }
            out("Nothing to add: it says what is kept already, to the last record.")
            return
        }
        let name = ledger?.partnership.name ?? newName(draft.papers)
        show(draft, partnership: name)
        guard try agreed() else {
            throw CommandFailure("Nothing was added.", .declined)
        }
        let kept: any Ledger
        if let ledger { kept = ledger } else { kept = try await begin(named: name) }
        report(try await kept.append(draft.commit(by: actor)))
    }

    /// How papers compare with what is kept, without keeping them; empty where there is no ledger.
    func comparisons(_ papers: [BroughtIn]) async throws -> [ComparisonJSON.Paper] {
        try await compared(papers).map(\.json)
    }

    /// The same for people, a text for each paper that is about a plan which is kept.
    func comparisonTexts(_ papers: [BroughtIn]) async throws -> [String] {
        try await compared(papers).flatMap { paper in
            paper.comparisons.map {
                ComparisonText($0, width: Terminal.width, most: showsAll ? nil : 12).lines.joined(separator: "\n")
            }
        }
    }

    private func compared(_ papers: [BroughtIn]) async throws -> [Compared] {
        guard let ledger = try await existing(.existing) else {
            return papers.map { Compared(name: $0.name) }
        }
        let proposal = try await ImportDraft.proposal(of: papers, to: ledger, terms: try await terms(for: ledger))
        return proposal.papers.map {
            Compared(name: papers[$0.index].name, comparisons: $0.comparisons)
        }
    }

    private struct Compared {
        var name: String
        var comparisons: [Comparison] = []
        var json: ComparisonJSON.Paper {
            ComparisonJSON.Paper(name: name, comparisons: comparisons.map(ComparisonJSON.Item.init))
        }
    }

    private func terms(for ledger: (any Ledger)?) async throws -> ImportTerms {
        var choice = isNewPlan ? PlanChoice.new : .byRecords
        if !isNewPlan, let plan { choice = try await PlanChoice.named(plan, in: ledger) }
        return ImportTerms(lexicon: lexicon, today: today, choice: choice, ids: Clock.ids())
    }

    // MARK: The ledger

    /// The ledger that is there; nil where the file or the partnership has yet to be made.
    private func existing(_ mode: SQLiteStore.Mode) async throws -> (any Ledger)? {
        guard FileManager.default.fileExists(atPath: options.path) else { return nil }
        let store = try mode == .create ? options.open(mode) : options.openToRead()
        let known = try await store.partnerships()
        if known.isEmpty { return nil }
        if let name = options.partnership, !known.contains(where: { $0.name.lowercased() == name.lowercased() }) {
            return nil
        }
        return try await store.ledger(named: options.partnership)
    }

    private func begin(named name: String) async throws -> any Ledger {
        var ids = Clock.ids()
        return try await options.open(.create).addPartnership(named: name, id: ids.next())
    }

    /// A new ledger is called after the first council that its papers name.
    private func newName(_ papers: [BroughtIn]) -> String {
        options.partnership
            ?? papers.lazy.compactMap {
                PaperProfile($0.intake).council.map { CouncilNames.split($0).joined(separator: " and ") }
            }
            .first ?? "Partnership"
    }

    // MARK: Telling

    private func show(_ draft: ImportDraft, partnership: String) {
        let (papers, proposal) = (draft.papers, draft.proposal)
        for paper in papers {
            let profile = PaperProfile(paper.intake)
            out(profile.title)
            let parts = [profile.council, profile.date.map(DayText.text), "\(profile.name): \(profile.kind)"]
            out("  " + parts.compactMap { $0 }.joined(separator: " · "))
        }
        for comparison in proposal.papers.flatMap(\.comparisons) {
            out("")
            let text = ComparisonText(comparison, width: Terminal.width, most: showsAll ? nil : 12)
            text.lines.forEach(out)
        }
        let counts = proposal.counts
        out("")
        out("Would add \(counts.values.reduce(0, +)) records to \(options.path) (\(partnership)):")
        list(counts)
        let changed = proposal.changes.reduce(into: [RecordKind: Int]()) { counts, change in
            if change.seen > 0 { counts[change.record.kind, default: 0] += 1 }
        }
        if !changed.isEmpty {
            out("Would change:")
            list(changed)
        }
        let offers = proposal.papers.reduce(0) { $0 + $1.offers.count }
        if offers > 0 {
            out(
                "\(offers) more \(offers == 1 ? "link is" : "links are") only suggested by the words: see them later with goldthread link --offered"
            )
        }
        let problems = papers.reduce(0) { $0 + $1.intake.problems.count }
        if problems > 0 {
            out(
                "\(problems) \(problems == 1 ? "thing" : "things") in print cannot be so; goldthread import --dry-run lists them."
            )
        }
        for note in proposal.notes { note.words.wrapped(to: Terminal.width, lead: "! ").forEach(out) }
    }

    private func list(_ counts: [RecordKind: Int]) {
        let names = counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key.name(count: $0.value))" }
        names.joined(separator: ", ").wrapped(to: Terminal.width, lead: "  ").forEach(out)
    }

    private func agreed() throws -> Bool {
        guard asks else { return true }
        Terminal.standardOutput.flush()
        guard isatty(STDIN_FILENO) == 1 else {
            throw CommandFailure(
                "Nothing was added: there is nobody to ask. Add --yes to keep it without asking.", .declined)
        }
        FileHandle.standardOutput.write(Data("Add all of it? [y/N] ".utf8))
        return readLine().map { ["y", "yes"].contains($0.lowercased()) } ?? false
    }

    private func report(_ entries: [Entry]) {
        guard let first = entries.first, let last = entries.last else { return }
        let imports = entries.filter { $0.reference.kind == .import }.map(\.reference.description)
        out("Added as \(imports.joined(separator: ", ")): entries \(first.sequence) to \(last.sequence).")
        let all = imports.count > 1 ? " (all \(imports.count))" : ""
        out("See it with goldthread status; take it back\(all) with goldthread undo \(imports.first ?? "")")
    }

    private func out(_ line: String) { Terminal.standardOutput.line(line) }
}

extension Proposal.Note {
    /// The doubt, and the command that resolves it.
    fileprivate var words: String {
        switch self {
        case .mayBe(let initials, let name):
            "\(initials) may be \(name). If so: goldthread people merge \(initials) \"\(name)\""
        case .sharedInitials(let initials):
            "\(initials) stands in papers of another council too and is taken for one person. If they are two, the site takes them apart, under People and posts."
        }
    }
}
