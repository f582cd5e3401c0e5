import Hummingbird
import Ledger
import Markup
import Register

/// The names of a council, body, person or post, for putting right.
struct NamePage {
    let kept: KeptName
    var form: NameForm
    var isStale = false
    /// The record that stands for this one since the two were merged.
    let merged: Row?
    /// Those for which this one stands.
    let others: [Row]
    let promises: PromiseCounts
    /// The councils of what it answers for, where nothing but its initials is known.
    let councils: [String]

    private var visit: Visit { form.visit }
    private var row: Row { kept.row }

    static func read(_ visit: Visit) async throws -> NamePage {
        try await visit.read { try NamePage(visit, $0) }
    }

    private init(_ visit: Visit, _ reader: any LedgerReader) throws {
        kept = try KeptName(visit.part("reference"), for: visit, in: reader)
        form = NameForm(visit: visit, content: kept.content)
        let row = kept.row
        merged = try row.mergedInto.flatMap { try reader.rows([$0], .now)[$0] }
        let others = row.mergedInto == nil ? try reader.identities(of: row.id, .now).dropFirst() : []
        self.others = try reader.rows(Set(others), .now).values.sorted { $0.reference < $1.reference }
        promises = try PromiseCounts(of: row, on: visit.today, .now, in: reader)
        councils =
            Namesakes.isInitials(row.title)
            ? try PromisesByCouncil(of: row.id, limit: PromisesByCouncil.few, in: reader).councils.compactMap {
                $0.council?.title
            } : []
    }

    static func save(_ visit: Visit) async throws -> Response {
        let page = try await visit.read { reader in
            var page = try NamePage(visit, reader)
            try page.form.take(over: (page.row, page.kept.content), in: reader)
            page.isStale = visit.form["seen"].flatMap { Int($0) } != page.row.version
            return page
        }
        if page.isStale { return Pages.page(page.html, status: .conflict) }
        guard page.form.problems.isEmpty else { return Pages.page(page.html, status: .badRequest) }
        let (before, after) = (page.kept.content, page.form.content)
        guard before != after else { return Pages.go(NameList.address(before.kind)) }
        let reason = before.name == after.name ? "What \(after.name) is called" : "\(before.name) is \(after.name)"
        _ = try await visit.ledger.append(
            Commit(
                actor: try visit.signedIn().name, reason: reason,
                changes: [Commit.Change(page.row.id, seen: page.row.version, after.applied(to: page.kept.record))]))
        return Pages.go(NameList.address(after.kind, done: page.row.reference))
    }

    var html: HTML {
        Frame(title: kept.content.name, section: .keeping).page(for: visit) { html in
            html.crumbs(NameList.crumbs(row.reference.kind))
            html.problems(form.problems)
            html.heading(
                kept.content.name,
                over: "\(row.reference.kind.name(count: 1).capitalisedFirst) \(row.reference)")
            html.done(visit.query["done"].map { _ in "The two are apart again, each with its own promises." })
            identity(&html)
            if isStale { html.conflict(by: kept.actor) { kept.summary(in: &$0) } }
            html(.form, .method(.post), .action(.to(.saveName, row.reference.description))) { html in
                html.token(visit)
                html(.input, .type("hidden"), .name("seen"), .value("\(row.version)"))
                form.write(to: &html)
                html(
                    .p, .class("hint"), text: "The name that you change goes on finding it, as one of its other names.")
                html(.div, .class("buttons")) { html in
                    html(.button, .type("submit"), text: "Save")
                    html(.a, .href(NameList.address(row.reference.kind)), text: "Cancel")
                }
            }
            html(.p) { $0(.a, .href(.to(row.reference)), text: "Its record, with its history") }
            if merged == nil, row.reference.kind.isMergeable {
                html(.p) { html in
                    html(
                        .a, .href(.to(.merging, row.reference.description)),
                        text: "Merge with another record of the same")
                }
            }
        }
    }

    /// What it answers for, and which other records are the same.
    private func identity(_ html: inout HTML) {
        if let merged {
            html(.p) { html in
                html.text("It was merged into ")
                html(.a, .href(.to(.keptName, merged.reference.description)), text: merged.title)
                html.text(", which stands for both.")
            }
            html(.form, .class("buttons"), .method(.post), .action(.to(.unmerge, row.reference.description))) { html in
                html.token(visit)
                html(.input, .type("hidden"), .name("seen"), .value("\(row.version)"))
                html(.button, .class("quiet"), .type("submit"), text: "They are not the same: take them apart")
            }
        } else if [.person, .post].contains(row.reference.kind) {
            html(.p, .class("lead")) { promises.write(to: &$0, asAt: nil) }
        }
        if councils.count > 1 {
            html(.div, .class("warning")) { html in
                html(.p) { html in
                    html.text(
                        "Papers of \(councils.joined(separator: " and ")) print these initials, and nothing says whose they are. They were taken for one person. "
                    )
                    html(.a, .href(.to(.splitting, row.reference.description)), text: "They are two people")
                }
            }
        }
        if !others.isEmpty {
            html(.p) { html in
                html.text("Stands also for ")
                for (place, other) in others.enumerated() {
                    if place > 0 { html.text(", ") }
                    html(
                        .a, .href(.to(.keptName, other.reference.description)),
                        text: "\(other.title) (\(other.reference))")
                }
                html.text(".")
            }
        }
    }

    /// Takes two apart that were merged.
    static func unmerge(_ visit: Visit) async throws -> Response {
        let commit = try await visit.read { reader in
            let one = try KeptName(visit.part("reference"), for: visit, in: reader)
            guard visit.form["seen"].flatMap({ Int($0) }) == one.row.version else {
                throw Refusal.conflict(one.row.reference, by: one.actor)
            }
            guard let entry = try reader.entry(one.row.id, .now) else { throw Refusal.notFound("There is no record.") }
            do {
                return Commit(
                    actor: try visit.signedIn().name,
                    reason: "\(one.content.name) (\(one.row.reference)) is somebody else again",
                    changes: try reader.parting(entry))
            } catch let problem as RuleProblem {
                throw Refusal.bad("\(problem)")
            }
        }
        _ = try await visit.ledger.append(commit)
        return Pages.go(.to(.keptName, visit.part("reference"), query: [("done", "apart")]))
    }
}
