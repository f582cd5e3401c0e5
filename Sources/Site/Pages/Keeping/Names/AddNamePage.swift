import Access
import Hummingbird
import Ledger
import Markup
import Register

/// Adds a council, a body, a person or a post.
struct AddNamePage {
    let kind: RecordKind
    var form: NameForm
    /// Councils that the new record can be of.
    let councils: [Row]

    private var visit: Visit { form.visit }

    static func read(_ visit: Visit) async throws -> AddNamePage {
        let text = visit.part("kind")
        guard let kind = RecordKind(rawValue: text), NamedContent.kinds.contains(kind) else {
            throw Refusal.notFound("“\(text)” is nothing that is added by its name.")
        }
        // A council belongs to nobody but the partnership.
        guard kind != .council || visit.rights.canAdminister else { throw Refusal.forbidden }
        return try await visit.read { reader in
            var query = Query(kinds: [.council])
            (query.order, query.wantsTotal) = (.reference, false)
            let councils = try reader.list(query).rows.filter {
                $0.mergedInto == nil && visit.rights.canAdminister(councils: [$0.id])
            }
            return AddNamePage(
                kind: kind, form: NameForm(visit: visit, content: NamedContent(kind)),
                councils: kind == .council ? [] : councils)
        }
    }

    static func save(_ visit: Visit) async throws -> Response {
        let empty = try await read(visit)
        let (page, head) = try await visit.read { reader in
            var page = empty
            try page.form.take(over: nil, in: reader)
            return (page, try reader.head())
        }
        var record = page.form.content.record
        if let text = visit.form["council"] {
            guard let council = page.councils.first(where: { $0.reference.description == text }) else {
                throw Refusal.forbidden
            }
            record.councils = [council.id]
        }
        guard visit.rights.canAdminister(councils: record.councils) else { throw Refusal.forbidden }
        guard page.form.problems.isEmpty else { return Pages.page(page.html, status: .badRequest) }
        var ids = visit.site.ids()
        var commit = Commit(
            actor: try visit.signedIn().name, reason: "Added \(page.form.content.name)",
            changes: [Commit.Change(ids.next(), seen: 0, record)])
        // Two who add the same at once must not both do it.
        commit.head = head.sequence
        let entries = try await visit.ledger.append(commit)
        return Pages.go(NameList.address(page.kind, done: entries.first?.reference))
    }

    var html: HTML {
        let title = "Add a \(kind.name(count: 1))"
        return Frame(title: title, section: .keeping).page(for: visit) { html in
            html.crumbs(NameList.crumbs(kind))
            html.problems(form.problems)
            html.heading(title)
            html(.form, .method(.post), .action(.to(.addName, kind.rawValue))) { html in
                html.token(visit)
                form.write(to: &html)
                if !councils.isEmpty {
                    let whole = visit.rights.canAdminister ? [("", "The whole partnership")] : []
                    html.select(
                        "council", "Of which council", whole + councils.map { ($0.reference.description, $0.title) },
                        chosen: visit.form["council"])
                }
                html(.div, .class("buttons")) { html in
                    html(.button, .type("submit"), text: "Add")
                    html(.a, .href(NameList.address(kind)), text: "Cancel")
                }
            }
        }
    }
}

/// Where records that are kept by name are listed.
enum NameList {
    private static func isParty(_ kind: RecordKind) -> Bool { kind == .person || kind == .post }

    static func address(_ kind: RecordKind, done: Reference? = nil) -> Address {
        .to(isParty(kind) ? .people : .councils, query: [("done", done?.description)])
    }

    static func crumbs(_ kind: RecordKind) -> [(words: String, address: Address)] {
        [
            ("Administration", .to(.keeping)),
            (isParty(kind) ? "People and posts" : "Councils and bodies", address(kind)),
        ]
    }
}
