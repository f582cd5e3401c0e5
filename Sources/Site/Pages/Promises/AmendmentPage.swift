import Hummingbird
import Ledger
import Markup
import Register

/// Puts a record right: its words, its theme and who answers for it.
struct AmendmentPage: ChangePage {
    let changing: Changing
    let owners: OwnersField
    let themes: ThemeField
    var problems: [(field: String, words: String)] = []

    static func read(_ visit: Visit) async throws -> AmendmentPage {
        let changing = try await Changing.read(visit)
        try changing.requireEditing()
        let record = changing.record
        guard record.kind.isTracked else { throw Refusal.bad("What was said is not put right: take the update back.") }
        return try await visit.read { reader in
            AmendmentPage(
                changing: changing,
                owners: try OwnersField(
                    visit, now: record.owners, shown: changing.saw.owners, in: reader),
                themes: try ThemeField(of: record.plan, in: reader))
        }
    }

    func save() async throws {
        let (owners, visit) = (owners, visit)
        let (named, wrong) = try await visit.read { reader in
            var problems = FormProblems()
            return (try owners.owners(&problems, in: reader), problems)
        }
        var problems = FormProblems()
        // A theme that whoever asks may not read is no choice of theirs.
        let isOffered = changing.record.theme == nil || themes.reference(changing.record.theme) != nil
        let amendment = Amendment(
            words: visit.form["words"] ?? "", theme: isOffered ? themes.theme(visit.form) : changing.record.theme,
            owners: named, reason: visit.form["reason"] ?? "")
        problems.add(wrong)
        problems.add(changing.record.problems(of: amendment).filter { wrong.all.isEmpty || $0 != .unchanged })
        try problems.check()
        try await changing.append(
            [Commit.Change(changing.row.id, seen: changing.seen, try changing.record.amended(by: amendment))],
            reason: amendment.reason)
    }

    var html: HTML {
        Frame(title: "Change \(changing.row.reference)").page(for: visit) { html in
            changing.begin(&html, title: "Change", problems: problems)
            html(.p, "What it said before stays in its history. A date is put off by a new date.")
            html(.form, .method(.post), .novalidate(), .action(.to(.saveAmendment, changing.row.reference.description)))
            { html in
                changing.hiddenFields(&html)
                html.area(
                    "words", "What is promised",
                    hint: "At most \(Amendment.longestWords.grouped) characters.",
                    value: hasNewWords ? visit.form["words"] : changing.record.text, problem: problem("words"))
                themes.write(
                    to: &html, chosen: hasNewTheme ? visit.form["theme"] : themes.reference(changing.record.theme))
                owners.write(to: &html, problem: problem("new-owner"))
                changing.reason(&html, "Why it is changed", problem: problem("reason"))
                changing.buttons(&html, "Save")
            }
        }
    }

    // What was left as the form showed it is not held against what others have put there since.

    private var isSent: Bool { visit.endpoint == .saveAmendment }
    private var hasNewWords: Bool { isSent && visit.form["words"] != changing.saw.text }
    private var hasNewTheme: Bool { isSent && visit.form["theme"] != themes.reference(changing.saw.theme) }
}
