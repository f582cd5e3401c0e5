import Hummingbird
import Importing
import Ledger
import Markup
import Papers
import Register

/// The end of a promise: how it ended, why and what shows it. Where the plan asks for a second person, whoever has signed in
/// confirms what somebody else has reported.
struct ClosingPage: ChangePage {
    let changing: Changing
    var problems: [(field: String, words: String)] = []

    static func read(_ visit: Visit) async throws -> ClosingPage {
        let changing = try await Changing.read(visit)
        try changing.requireEditing()
        return ClosingPage(changing: changing)
    }

    // MARK: Saving

    private var needsSecondPerson: Bool { changing.plan?.closing.needsSecondPerson == true }

    /// Somebody else's report that it has ended, which whoever has signed in can confirm.
    private var report: Update? {
        changing.report.flatMap { changing.ownNames.contains($0.by.lowercased()) ? nil : $0 }
    }

    func save() async throws {
        var problems = FormProblems()
        let ending = visit.form["ending"].flatMap(Closure.Ending.init(rawValue:))
        if ending == nil { problems.add("ending", "Choose how it ended") }
        let sent = try await changing.evidence(&problems)
        let successor = try await successor(&problems, isNeeded: ending == .superseded)
        let me = try visit.signedIn().name
        var by: String? = me
        if needsSecondPerson {
            by = report?.by
            if by == nil { by = try await reporter(&problems) }
        }
        let closure = Closure(
            ending: ending ?? .completed, reason: visit.form["reason"] ?? "", on: visit.today, by: by ?? "",
            confirmedBy: needsSecondPerson ? me : nil, evidence: (changing.report?.evidence ?? []) + sent.evidence,
            successor: successor?.id)
        problems.add(
            changing.record.problems(of: closure, plan: changing.plan).filter { $0 != .noSuccessor })
        try problems.check()
        var changes = sent.changes
        changes.append(
            Commit.Change(
                changing.row.id, seen: changing.seen, try changing.record.closed(closure, plan: changing.plan)))
        if let successor {
            var ids = visit.site.ids()
            let link = try Link.between(
                successor.id, successor.reference.kind, .supersedes, changing.row.id, changing.row.reference.kind,
                ground: closure.reason)
            changes.append(Commit.Change(ids.next(), seen: 0, Record(link)))
        }
        try await changing.append(
            changes, reason: "Closed as \(closure.ending.words): \(closure.reason)", papers: sent.papers)
    }

    /// Whoever said that it has ended, where no report says who: somebody whom the ledger knows, and not who confirms it.
    private func reporter(_ problems: inout FormProblems) async throws -> String? {
        guard let text = visit.form["said-by"] else {
            problems.add([.noSecondPerson(plan: changing.plan?.title ?? "")])
            return nil
        }
        let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
        guard !changing.ownNames.contains(name) else {
            problems.add([.samePerson(name: text)])
            return nil
        }
        let (found, wrong) = try await visit.read { reader in
            var wrong = FormProblems()
            return (try reader.party(text, "said-by", &wrong), wrong)
        }
        problems.add(wrong)
        guard let found else { return nil }
        if changing.ownNames.contains(found.title.lowercased()) { problems.add([.samePerson(name: found.title)]) }
        return found.title
    }

    /// What took its place; nothing for the other endings, whatever the field holds.
    private func successor(_ problems: inout FormProblems, isNeeded: Bool) async throws -> Row? {
        guard isNeeded else { return nil }
        guard let text = visit.form["successor"] else {
            problems.add([.noSuccessor])
            return nil
        }
        let row = try await visit.read { reader -> Row? in
            guard let entry = try Reference(text).flatMap({ try reader.entry($0, .now) }) else { return nil }
            return try reader.rows([entry.id], .now)[entry.id]
        }
        guard let row, !row.isWithdrawn else {
            problems.add(
                "successor",
                "There is no record “\(text)”. References look like ACT-104: search finds them by their words")
            return nil
        }
        do throws(RuleProblem) {
            _ = try Link.between(
                row.id, row.reference.kind, .supersedes, changing.row.id, changing.row.reference.kind, ground: "")
        } catch {
            problems.add([error])
        }
        return row
    }

    // MARK: The page

    var html: HTML {
        Frame(title: "Close \(changing.row.reference)").page(for: visit) { html in
            changing.begin(&html, title: "Close", problems: problems)
            changing.context(&html)
            html(
                .form, .method(.post), .novalidate(), .enctype("multipart/form-data"),
                .action(.to(.saveClosing, changing.row.reference.description))
            ) { html in
                changing.hiddenFields(&html)
                html.choices(
                    "ending", "How did it end?",
                    Closure.Ending.allCases.map { ($0.rawValue, $0.words.capitalisedFirst, nil) },
                    chosen: visit.form["ending"] ?? reportedEnding?.rawValue, problem: problem("ending"))
                changing.reason(&html, problem: problem("reason"))
                html.field(
                    "successor", "What took its place",
                    hint: "Only where it was superseded: a reference such as ACT-104.",
                    value: visit.form["successor"]
                ) {
                    ($0.isRequired, $0.className, $0.problem) = (false, "short", problem("successor"))
                }
                changing.evidence(&html, hint: evidenceHint, problem: problem)
                secondPerson(&html)
                changing.buttons(&html, "Close it")
            }
        }
    }

    /// The ending that a report speaks of, by its tone: one that was stopped was not completed.
    private var reportedEnding: Closure.Ending? {
        changing.report?.status.flatMap { changing.scheme.level(for: $0) }.map {
            $0.tone == .stopped ? .stopped : .completed
        }
    }

    private var evidenceHint: String {
        let given = changing.report?.evidence.map(\.text) ?? []
        if !given.isEmpty {
            return "Kept with the report: \(given.joined(separator: ", ")). Add more where there is more."
        }
        return changing.plan?.closing.needsEvidence == true ? "This plan asks for it." : "It is not needed."
    }

    private func secondPerson(_ html: inout HTML) {
        guard needsSecondPerson else { return }
        let me = visit.visitor?.name ?? ""
        if let report {
            html(
                .p,
                "\(report.by) reported on \(report.on.words) that it has ended. You, \(me), are kept as the second person, who confirms it."
            )
        } else {
            html.field(
                "said-by", "Who says that it has ended?",
                hint:
                    "Somebody else than you, by a name that the ledger knows: you, \(me), are kept as the second person, who confirms it.",
                value: visit.form["said-by"]
            ) { $0.problem = problem("said-by") }
        }
    }
}
