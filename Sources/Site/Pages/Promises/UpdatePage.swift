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

    /// The day on which it stood so: today, or one that has been.
    private func day() throws -> Day {
        guard let text = visit.form["on"] else { return visit.today }
        guard let day = Day(iso: text) else {
            throw FormProblem(
                field: "on", words: "“\(text)” is no day. Write it as year, month and day: \(visit.today).")
        }
        guard day <= visit.today else {
            throw FormProblem(
                field: "on", words: "\(day.words) has not come yet. Say how it stands today, or how it stood before.")
        }
        return day
    }

    func save() async throws {
        let form = visit.form
        let percentage = try form["percentage"].map { text in
            guard let number = Int(text) else { throw RuleProblem.percentage(-1) }
            return number
        }
        var ids = visit.site.ids()
        let sent = try await changing.evidence()
        let update = Update(
            narrative: form["narrative"] ?? "", status: form["status"],
            on: try day(),
            by: try visit.signedIn().name, cause: form["cause"], correctiveAction: form["corrective-action"],
            percentage: percentage, evidence: sent.evidence)
        let record = try changing.record.updated(by: update, scheme: changing.scheme)
        var said = Record(update)
        (said.parent, said.plan, said.councils) = (changing.row.id, changing.record.plan, changing.record.councils)
        try await changing.append(
            sent.changes + [
                Commit.Change(ids.next(), seen: 0, said),
                Commit.Change(changing.row.id, seen: changing.seen, record),
            ], reason: "Update", papers: sent.papers)
    }

    // MARK: The page

    var html: HTML {
        Frame(title: "Update \(changing.row.reference)", section: .promises).page(for: visit) { html in
            changing.begin(&html, title: "Update", problems: problems)
            html(
                .form, .method(.post), .enctype("multipart/form-data"),
                .action(.to(.saveUpdate, changing.row.reference.description))
            ) { html in
                changing.hiddenFields(&html)
                statuses(&html)
                html.area(
                    "narrative", "What was done, and what comes next", value: visit.form["narrative"],
                    problem: problem("narrative"))
                html(.div, .class("causes")) { html in
                    html.area(
                        "cause", "Cause", hint: "Why it is off course. Needed where the level asks for it.",
                        value: visit.form["cause"], rows: 2, isRequired: false, problem: problem("cause"))
                    html.area(
                        "corrective-action", "Corrective action", hint: "What will be done about it.",
                        value: visit.form["corrective-action"], rows: 2, isRequired: false,
                        problem: problem("corrective-action"))
                }
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
                evidence(&html)
                html(.div, .class("buttons")) { html in
                    html(.button, .type("submit"), text: "Save")
                    html(.a, .href(.to(changing.row.reference)), text: "Cancel")
                }
            }
        }
    }

    private func statuses(_ html: inout HTML) {
        let levels = changing.scheme.levels.filter { !$0.isFinished }
        let last = changing.record.progress.reported?.status
        html.choices(
            "status", "How does it stand?",
            hint: changing.mayEdit ? "To end it, close it instead." : "To end it, ask an officer to close it.",
            levels.map { level in
                (
                    level.name, "\(level.shape.sign) \(level.name)",
                    level.meaning + (level.needsCause ? " Needs a cause and a corrective action." : "")
                )
            }, chosen: visit.form["status"] ?? last, problem: problem("status"))
    }

    private func evidence(_ html: inout HTML) {
        html(.fieldset, .class("group"), .id("evidence")) { html in
            html(.legend, "Evidence")
            html(
                .p, .class("hint"),
                text: "A file, which is kept whole, or words that say where to look. Neither is needed.")
            html(.div, .class("field")) { html in
                html(.label, .for("file"), text: "File")
                html(.input, .type("file"), .id("file"), .name("file"))
            }
            html.field("where", "Or where to look", value: visit.form["where"]) { $0.isRequired = false }
        }
    }
}

extension Site {
    /// Makes names of new records.
    func ids() -> RecordIDs {
        let clock = clock
        return RecordIDs(milliseconds: { UInt64(max(0, clock().microseconds / 1000)) })
    }
}
