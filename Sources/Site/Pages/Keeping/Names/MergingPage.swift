import Hummingbird
import Ledger
import Markup
import Register

/// Says that two people, two posts or two councils are one: first which other is meant, then once more with what it brings.
struct MergingPage {
    let visit: Visit
    /// Whoever is also known by another name, and will point to the other.
    let one: KeptName
    /// Whoever stands for both from then on; nil where nobody is chosen yet.
    let other: KeptName?
    let promises: [Row]
    let total: Int
    /// Others that can be chosen.
    let candidates: [Row]
    var isStale = false
    var problem: String?

    private static let most = 10

    static func read(_ visit: Visit) async throws -> MergingPage {
        try await visit.read { try MergingPage(visit, $0) }
    }

    private init(_ visit: Visit, _ reader: any LedgerReader) throws {
        self.visit = visit
        let one = try KeptName(visit.part("reference"), for: visit, in: reader)
        guard one.row.reference.kind.isMergeable, one.row.mergedInto == nil else {
            throw Refusal.bad("Only a person, post or council that was not merged yet can be merged with another.")
        }
        let chosen = visit.form["into"] ?? visit.query["into"]
        other = try chosen.map { try KeptName($0, for: visit, in: reader) }
        var query = try Promises.query(of: one.row.id, in: reader)
        if one.row.reference.kind == .council {
            (query.councils, query.owners) = (query.owners, nil)
        }
        query.limit = Self.most
        let page = try reader.list(query)
        (promises, total) = (page.rows, page.total)
        let words = visit.query["text"]
        candidates =
            other == nil
            ? try PeoplePage.parties(words, [one.row.reference.kind], reader).filter { $0.id != one.row.id } : []
        self.one = one
    }

    static func merge(_ visit: Visit) async throws -> Response {
        let outcome: (page: MergingPage, commit: Commit?) = try await visit.read { reader in
            var page = try MergingPage(visit, reader)
            guard let other = page.other else {
                page.problem = "Choose who it is"
                return (page, nil)
            }
            let seen = ["seen", "seen-into"].map { visit.form[$0].flatMap { Int($0) } }
            guard seen == [page.one.row.version, other.row.version] else {
                page.isStale = true
                return (page, nil)
            }
            do {
                return (page, try page.commit(into: other, reader))
            } catch let problem as RuleProblem {
                page.problem = "\(problem)"
                return (page, nil)
            }
        }
        let page = outcome.page
        guard let commit = outcome.commit, let other = page.other else {
            return Pages.page(page.html, status: page.isStale ? .conflict : .badRequest)
        }
        _ = try await visit.ledger.append(commit)
        return Pages.go(NameList.address(other.content.kind, done: other.row.reference))
    }

    private func commit(into other: KeptName, _ reader: any LedgerReader) throws -> Commit? {
        guard let from = try reader.entry(one.row.id, .now), let into = try reader.entry(other.row.id, .now) else {
            return nil
        }
        return Commit(
            actor: try visit.signedIn().name,
            reason:
                "\(one.content.name) (\(one.row.reference)) is \(other.content.name) (\(other.row.reference))",
            changes: try reader.merging(from, into: into))
    }

    // MARK: The page

    private var here: String { one.row.reference.description }
    private var isCouncil: Bool { one.row.reference.kind == .council }

    var html: HTML {
        Frame(title: "Merge \(one.content.name)", section: .keeping).page(for: visit) { html in
            html.crumbs(NameList.crumbs(one.content.kind) + [(one.content.name, .to(.keptName, here))])
            html.problems(problem.map { [(field: "into", words: $0)] } ?? [])
            if let other { confirmation(&html, other) } else { choice(&html) }
        }
    }

    private func choice(_ html: inout HTML) {
        html.heading("\(isCouncil ? "Which council" : "Who") is \(one.content.name)?", over: here)
        html(.p, "Choose the other record of the same. It stands for both from then on; both histories stay.")
        html(.form, .class("filters"), .method(.get), .action(.to(.merging, here))) { html in
            html(.div, .class("filter-row")) { html in
                html.field(
                    "text", isCouncil ? "Name or initials" : "Name, initials or post", value: visit.query["text"]
                ) {
                    ($0.type, $0.isRequired) = ("search", false)
                }
                html(.button, .type("submit"), text: "Look for")
            }
        }
        if candidates.isEmpty {
            html(.p, .class("hint"), text: isCouncil ? "There is no other council." : "There is nobody else.")
        }
        html(.ul, .class("plain-list"), .id("into")) { html in
            for row in candidates.prefix(Filters.pageSize) {
                html(.li) { html in
                    html(.a, .href(.to(.merging, here, query: [("into", row.reference.description)])), text: row.title)
                    html(.span, .class("meta"), text: " \(row.reference)")
                }
            }
        }
    }

    private func confirmation(_ html: inout HTML, _ other: KeptName) {
        html.heading("Is \(one.content.name) \(other.content.name)?", over: here)
        if isStale {
            html(.div, .class("warning"), .role("alert")) { html in
                html(
                    .p,
                    "One of the two was changed since you opened this. They stand as shown here: look at them again.")
            }
        }
        html(.div, .class("columns"), .id("into")) { html in
            for (title, party) in [("Will point to the other", one), ("Stands for both", other)] {
                html(.section) { html in
                    html(.h2, "\(title): \(party.row.reference)")
                    party.summary(in: &html)
                }
            }
        }
        html(.h2, "What moves")
        if isCouncil {
            html(.p, "Roles that were given at one of the two are roles at both: records, reports and rights follow.")
        }
        html(.p) { html in
            html.text(
                total == 0
                    ? isCouncil
                        ? "Nothing that is followed is of \(one.content.name)."
                        : "\(one.content.name) answers for nothing."
                    : "\(isCouncil ? total.words("record moves", "records move") : total.words("promise moves", "promises move")) from \(one.content.name) to \(other.content.name)"
                        + (total > promises.count ? ", of which these are the first \(promises.count):" : ":"))
        }
        html(.ul) { html in
            for row in promises { html(.li) { $0(.a, .href(.to(row.reference)), text: row.title.clipped(to: 120)) } }
        }
        html(.form, .method(.post), .action(.to(.merge, here))) { html in
            html.token(visit)
            html(.input, .type("hidden"), .name("into"), .value(other.row.reference.description))
            html(.input, .type("hidden"), .name("seen"), .value("\(one.row.version)"))
            html(.input, .type("hidden"), .name("seen-into"), .value("\(other.row.version)"))
            html(.div, .class("buttons")) { html in
                html(.button, .type("submit"), text: "Yes, the two are one")
                html(.a, .href(.to(.keptName, here)), text: "Cancel")
            }
        }
    }
}
