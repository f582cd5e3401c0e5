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

    private var visit: Visit { form.visit }
    private var row: Row { kept.row }

    static func read(_ visit: Visit) async throws -> NamePage {
        try await visit.read { try NamePage(visit, $0) }
    }

    private init(_ visit: Visit, _ reader: any LedgerReader) throws {
        kept = try KeptName(visit.part("reference"), for: visit, in: reader)
        form = NameForm(visit: visit, content: kept.content)
        merged = try kept.row.mergedInto.flatMap { try reader.rows([$0], .now)[$0] }
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
            if let merged {
                html(.p) { html in
                    html.text("It was merged into ")
                    html(.a, .href(.to(.keptName, merged.reference.description)), text: merged.title)
                    html.text(", who stands for both.")
                }
            }
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
            if merged == nil, [.person, .post].contains(row.reference.kind) {
                html(.p) { html in
                    html(
                        .a, .href(.to(.merging, row.reference.description)),
                        text: "Merge with another who is the same")
                }
            }
        }
    }
}
