import Hummingbird
import Ledger
import Markup
import Papers
import Register

/// What an owner says of a promise: how it stands, in words, with a percentage and evidence.
struct UpdatePage {
    let changing: Changing
    var problems: [(field: String, words: String)] = []

    private var visit: Visit { changing.visit }

    static func read(_ visit: Visit) async throws -> UpdatePage {
        let changing = try await Changing.read(visit)
        try changing.requireUpdating()
        return UpdatePage(changing: changing)
    }

    static func save(_ visit: Visit) async throws -> Response {
        var page = try await read(visit)
        guard !page.changing.isStale else { return Pages.page(page.html, status: .conflict) }
        do {
            try await page.save()
            return page.changing.goBack()
        } catch let problem as RuleProblem {
            page.problems = [problem.onForm]
        } catch LedgerError.stale {
            // Somebody saved between the reading and the writing.
            return Pages.page(try await read(visit).html, status: .conflict)
        }
        return Pages.page(page.html, status: .badRequest)
    }

    private func save() async throws {
        let form = visit.form
        let percentage = try form["percentage"].map { text in
            guard let number = Int(text) else { throw RuleProblem.percentage(-1) }
            return number
        }
        var ids = visit.site.ids()
        let sent = try await SentEvidence(visit, for: changing.record, ids: &ids)
        let update = Update(
            narrative: form["narrative"] ?? "", status: form["status"],
            on: form["on"].flatMap { Day(iso: $0) }.map { min($0, visit.today) } ?? visit.today,
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

    private func problem(_ field: String) -> String? { problems.first { $0.field == field }?.words }

    var html: HTML {
        Frame(title: "Update \(changing.row.reference)", section: .promises).page(for: visit) { html in
            changing.begin(&html, title: "Update", problems: problems)
            html(
                .form, .method(.post), .enctype("multipart/form-data"),
                .action(.to(.saveUpdate, changing.row.reference.description)), .data("causes", "")
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
            "status", "How does it stand?", hint: "To end it, close it instead.",
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

/// Evidence as a form sends it: files, which are kept, and words.
struct SentEvidence {
    private(set) var evidence: [Evidence] = []
    private(set) var changes: [Commit.Change] = []
    private(set) var papers: [Commit.Paper] = []

    /// - Parameter record: What it is evidence for; a file is of the same councils.
    init(_ visit: Visit, for record: Record, ids: inout RecordIDs) async throws {
        for file in visit.files where file.field == "file" && !file.bytes.isEmpty {
            guard file.bytes.count <= visit.site.settings.uploadLimit else {
                throw Refusal.tooLarge(limit: visit.site.settings.uploadLimit)
            }
            let hash = PaperHash.of(file.bytes)
            // One that the sender may not read is kept again: they could not see their own evidence otherwise.
            let known = try await visit.read { try $0.named("sha256:" + hash, kinds: [.paper], .now).first }
            if let known {
                evidence.append(Evidence(text: file.name, paper: known.id))
                continue
            }
            let id = ids.next()
            var paper = Record(KeptPaper(name: file.name, hash: hash, size: file.bytes.count))
            paper.councils = record.councils
            changes.append(Commit.Change(id, seen: 0, paper))
            papers.append(Commit.Paper(id: id, bytes: file.bytes))
            evidence.append(Evidence(text: file.name, paper: id))
        }
        if let words = visit.form["where"] { evidence.append(Evidence(text: words)) }
    }
}

extension Site {
    /// Makes names of new records.
    func ids() -> RecordIDs {
        let clock = clock
        return RecordIDs(milliseconds: { UInt64(max(0, clock().microseconds / 1000)) })
    }
}
