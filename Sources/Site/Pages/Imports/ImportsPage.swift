import Access
import Hummingbird
import Ledger
import Markup
import Papers
import Register

/// Where papers are brought in: those under review, and those that are kept.
struct ImportsPage {
    let visit: Visit
    let drafts: [Draft]
    let states: [DraftID: ReadingRoom.State]
    let imports: Page
    var problems: [(field: String, words: String)] = []

    static func read(_ visit: Visit) async throws -> ImportsPage {
        let visitor = try visit.signedIn()
        let drafts = try await visit.access.drafts(of: visitor.account.id)
        let imports = try await visit.read { reader in
            var query = Query(kinds: [.import])
            (query.order, query.limit, query.wantsTotal) = (.changed, 30, false)
            query.includesWithdrawn = true
            return try reader.list(query)
        }
        let states = await visit.site.readings.states(of: drafts.map(\.id))
        return ImportsPage(visit: visit, drafts: drafts, states: states, imports: imports)
    }

    /// Takes papers in for review; a zip archive of papers is as many as it holds.
    static func upload(_ visit: Visit) async throws -> Response {
        let visitor = try visit.signedIn()
        guard visit.rights.canImport else { throw Refusal.forbidden }
        var made: [Draft] = []
        var (papers, problems) = papers(in: visit.files.filter { $0.field == "paper" })
        for (name, bytes) in papers {
            do {
                try PaperReaders.requirePaper(bytes, name: name)
                made.append(try await visit.access.makeDraft(of: visitor.account.id, name: name, bytes: bytes))
            } catch let error as PaperError {
                problems.append(("paper", "\(error)"))
            } catch let error as AccessError {
                problems.append(("paper", "\(name) was not taken in. \(error)"))
            }
        }
        if made.isEmpty, problems.isEmpty { problems = [("paper", "Choose the paper that you want to bring in")] }
        if problems.isEmpty, made.count == 1, let draft = made.first { return Pages.go(.to(.review, "\(draft.id)")) }
        guard !problems.isEmpty else { return Pages.go(.to(.imports)) }
        var page = try await read(visit)
        page.problems = problems
        return Pages.page(page.html, status: .badRequest)
    }

    /// The papers in some files, with what is wrong with those that cannot be opened.
    private static func papers(
        in files: [SentFile]
    ) -> (papers: [(name: String, bytes: [UInt8])], problems: [(field: String, words: String)]) {
        var papers: [(name: String, bytes: [UInt8])] = []
        var problems: [(field: String, words: String)] = []
        for file in files {
            do throws(PaperError) {
                let isBundle = try PaperReaders.isBundle(file.bytes, name: file.name)
                papers +=
                    isBundle ? try PaperReaders.files(inBundle: file.bytes, name: file.name) : [(file.name, file.bytes)]
            } catch {
                problems.append(("paper", "\(error)"))
            }
        }
        return (papers, problems)
    }

    // MARK: The page

    var html: HTML {
        Frame(title: "Import", section: .imports).page(for: visit) { html in
            html.problems(problems)
            html.heading("Bring in papers")
            html.done(visit.query["undone"].map { "\($0) is taken back." })
            html(
                .p,
                "Action plans, reviews, minutes, registers and reports, as PDF, Word, Excel, OpenDocument, web page or text. You see what was found and decide on it before anything is kept."
            )
            html(.form, .method(.post), .enctype("multipart/form-data"), .action(.to(.upload))) { html in
                html.token(visit)
                html(.div, .class(problems.isEmpty ? "field" : "field wrong")) { html in
                    html(.label, .for("paper"), text: "Papers")
                    html(
                        .p, .class("hint"), .id("paper-hint"),
                        text:
                            "Up to \(visit.site.settings.uploadLimit / 1_000_000) MB each. A zip of papers counts as the papers in it."
                    )
                    html(.div, .id("paper-problem")) { html in
                        for problem in problems { html(.p, .class("problem"), text: problem.words) }
                    }
                    html(
                        .input, .type("file"), .id("paper"), .name("paper"), .multiple(), .required(),
                        .aria("describedby", "paper-hint paper-problem"),
                        .aria("invalid", problems.isEmpty ? nil : "true"))
                }
                html(.button, .type("submit"), text: "Read them")
            }
            underReview(&html)
            kept(&html)
        }
    }

    private func underReview(_ html: inout HTML) {
        guard !drafts.isEmpty else { return }
        html(.section) { html in
            html(.h2, "Under review")
            html(.ul, .class("plain-list")) { html in
                for draft in drafts { html(.li) { $0.draft(draft, states[draft.id] ?? .waiting) } }
            }
        }
    }

    private func kept(_ html: inout HTML) {
        html(.section) { html in
            html(.h2, "Kept")
            guard !imports.rows.isEmpty else {
                html(.p, .class("hint"), text: "No paper was brought in yet.")
                return
            }
            html(.ul, .class("plain-list")) { html in
                for row in imports.rows {
                    html(.li) { html in
                        html(.a, .href(.to(row.reference)), text: row.title)
                        html(.p, .class("meta"), text: "\(row.reference)" + (row.isWithdrawn ? " · taken back" : ""))
                    }
                }
            }
        }
    }
}
