import Hummingbird
import Importing
import Ledger
import Markup
import Papers
import Register

/// What an owner says of a promise: how it stands, in words, with a percentage and evidence.
struct UpdatePage: ChangePage {
    let changing: Changing
    var problems: [(field: String, words: String)] = []

    static func read(_ visit: Visit) async throws -> UpdatePage {
        let changing = try await Changing.read(visit)
        try changing.requireUpdating()
        return UpdatePage(changing: changing)
    }

    // MARK: Saving

    func isSaved() async throws -> Bool {
        var problems = FormProblems()
        let day = day(&problems)
        // Evidence is looked at only where all else is the same.
        let alike = changing.updates.filter { row in
            row.title == visit.form["narrative"] && row.status == visit.form["status"] && row.due == day
        }
        guard !alike.isEmpty else { return false }
        let update = try await update(&problems).update
        return try await visit.read { reader in
            try alike.contains { try reader.entry($0.id, .now)?.record().content as? Update == update }
        }
    }

    func save() async throws {
        var problems = FormProblems()
        let (update, sent) = try await update(&problems)
        problems.add(changing.record.problems(of: update, plan: changing.plan))
        try problems.check()
        let record = try changing.record.updated(by: update, plan: changing.plan)
        var said = Record(update)
        (said.parent, said.plan, said.councils) = (changing.row.id, changing.record.plan, changing.record.councils)
        var ids = visit.site.ids()
        try await changing.append(
            sent.changes + [
                Commit.Change(ids.next(), seen: 0, said),
                Commit.Change(changing.row.id, seen: changing.seen, record),
            ], reason: "Update", papers: sent.papers)
    }

    /// What the form says.
    private func update(_ problems: inout FormProblems) async throws -> (update: Update, sent: KeptEvidence) {
        let form = visit.form
        let sent = try await changing.evidence(&problems)
        let update = Update(
            narrative: form["narrative"] ?? "", status: form["status"], on: day(&problems),
            by: try visit.signedIn().name, cause: form["cause"], correctiveAction: form["corrective-action"],
            percentage: percentage(&problems), evidence: sent.evidence)
        return (update, sent)
    }

    /// The day on which it stood so: today, or one that has been.
    private func day(_ problems: inout FormProblems) -> Day {
        guard let text = visit.form["on"] else { return visit.today }
        guard let day = Day(iso: text) else {
            problems.add("on", "“\(text)” is no day. Write it as year, month and day: \(visit.today)")
            return visit.today
        }
        if day > visit.today {
            problems.add("on", "\(day.words) has not come yet. Say how it stands today, or how it stood before")
            return visit.today
        }
        return day
    }

    /// "50", "50%" and "50 %".
    private func percentage(_ problems: inout FormProblems) -> Int? {
        guard let text = visit.form["percentage"] else { return nil }
        guard let number = Int((text.hasSuffix("%") ? String(text.dropLast()) : text).trimmed) else {
            problems.add([.percentage(-1)])
            return nil
        }
        return number
    }

    // MARK: The page

    var html: HTML {
        Frame(title: "Update \(changing.row.reference)", section: .promises).page(for: visit) { html in
            changing.begin(&html, title: "Update", problems: problems)
            changing.context(&html)
            html(
                .form, .method(.post), .novalidate(), .enctype("multipart/form-data"),
                .action(.to(.saveUpdate, changing.row.reference.description))
            ) { html in
                changing.hiddenFields(&html)
                statuses(&html)
                html.area(
                    "narrative", "What was done, and what comes next",
                    hint: "At most \(Update.longestNarrative.grouped) characters.", value: visit.form["narrative"],
                    problem: problem("narrative"))
                causes(&html)
                html.field(
                    "percentage", "How much is done, in per cent",
                    value: visit.form["percentage"] ?? changing.record.progress.reported?.percentage.map { "\($0)" }
                ) {
                    ($0.inputmode, $0.isRequired, $0.className) = ("numeric", false, "short")
                    $0.problem = problem("percentage")
                }
                html.field("on", "As at", value: visit.form["on"] ?? visit.today.description) {
                    ($0.type, $0.className) = ("date", "short")
                    $0.problem = problem("on")
                }
                changing.evidence(&html, hint: evidenceHint, problem: problem)
                changing.buttons(&html, "Save")
            }
        }
    }

    private func statuses(_ html: inout HTML) {
        html.choices(
            "status", "How does it stand?",
            hint: changing.mayEdit ? "To end it at once, close it instead." : nil,
            changing.scheme.levels.map { level in
                (
                    level.name, "\(level.shape.sign) \(level.name)",
                    level.meaning + (level.needsCause ? " Needs a cause and a corrective action." : "")
                        + (level.isFinished ? " It stays open until an officer, a second person, closes it." : "")
                )
            }, chosen: visit.form["status"] ?? changing.record.progress.reported?.status,
            problem: problem("status"))
    }

    /// Why it is off course, and what will be done: where a level of the scheme asks for it.
    private func causes(_ html: inout HTML) {
        let levels = changing.scheme.levels.filter(\.needsCause).map(\.name)
        guard !levels.isEmpty else { return }
        let when = "Only if it is \(levels.map { "“\($0)”" }.joined(separator: " or "))."
        let limit = "At most \(Update.longestCause.grouped) characters."
        html(.div, .data("levels", levels.joined(separator: "\n"))) { html in
            html.area(
                "cause", "Cause", hint: "\(when) Why it is off course. \(limit)",
                value: visit.form["cause"], rows: 2, isRequired: false, problem: problem("cause"))
            html.area(
                "corrective-action", "Corrective action", hint: "\(when) What will be done about it. \(limit)",
                value: visit.form["corrective-action"], rows: 2, isRequired: false,
                problem: problem("corrective-action"))
        }
    }

    private var evidenceHint: String {
        changing.plan?.closing.needsEvidence == true
            ? "Words that say where to look, or a file, which is kept whole. This plan asks for it where a promise ends."
            : "Words that say where to look, or a file, which is kept whole. Neither is needed."
    }
}

extension Site {
    /// Makes names of new records.
    func ids() -> RecordIDs {
        let clock = clock
        return RecordIDs(milliseconds: { UInt64(max(0, clock().microseconds / 1000)) })
    }
}
