import Access
import Hummingbird
import Ledger
import Markup
import Register

/// Says how two records hang together.
struct LinkingPage {
    let visit: Visit
    let row: Row
    let record: Record
    var problems: [(field: String, words: String)] = []

    static func read(_ visit: Visit) async throws -> LinkingPage {
        let (row, record) = try await visit.read { try visit.record("reference", nil, $0) }
        guard visit.rights.canEdit(councils: record.councils) else { throw Refusal.forbidden }
        return LinkingPage(visit: visit, row: row, record: record)
    }

    static func save(_ visit: Visit) async throws -> Response {
        var page = try await read(visit)
        if let problem = try await page.save() {
            page.problems = [problem]
            return Pages.page(page.html, status: .badRequest)
        }
        return Pages.go(.to(.record, page.row.reference.description, query: [("done", "1")]))
    }

    /// What is wrong with the form; nil where the link is made.
    private func save() async throws -> (field: String, words: String)? {
        guard let role = visit.form["role"].flatMap(Link.Role.init(rawValue:)) else {
            return ("role", "Choose how the two hang together")
        }
        guard let reference = visit.form["to"].flatMap(Reference.init),
            let other = try await visit.ledger.entry(reference, .now),
            visit.rights.canRead(councils: try other.record().councils)
        else { return ("to", "Name a record that is there, such as REC-12") }
        guard other.id != row.id else { return ("to", "A record cannot be linked to itself") }
        do {
            try role.require(from: row.reference.kind, to: reference.kind)
        } catch {
            return ("role", "\(error)")
        }
        let links = try await visit.ledger.links(row.id, .now)
        guard !links.contains(where: { $0.from == row.id && $0.to == other.id && $0.role == role }) else {
            return ("to", "\(row.reference) \(role.words) \(reference) already")
        }
        var ids = visit.site.ids()
        let link = Link(from: row.id, role: role, to: other.id, ground: visit.form["ground"] ?? "by hand")
        let change = Commit.Change(ids.next(), seen: 0, Record(link))
        _ = try await visit.ledger.append(
            Commit(
                actor: try visit.signedIn().name, reason: "\(row.reference) \(role.words) \(reference)",
                changes: [change]))
        return nil
    }

    private func problem(_ field: String) -> String? { problems.first { $0.field == field }?.words }

    var html: HTML {
        Frame(title: "Link \(row.reference)").page(for: visit) { html in
            html.problems(problems)
            html.heading("Add a link", over: "\(row.reference) · \(record.text.clipped(to: 120))")
            html(.form, .method(.post), .novalidate(), .action(.to(.saveLink, row.reference.description))) { html in
                html.token(visit)
                html.choices(
                    "role", "This record …", Link.Role.allCases.map { ($0.rawValue, $0.words, nil) },
                    chosen: visit.form["role"], problem: problem("role"))
                html.field(
                    "to", "… which record?", hint: "Its reference, such as REC-12. Search finds it by its words.",
                    value: visit.form["to"]
                ) {
                    ($0.className, $0.problem) = ("short", problem("to"))
                }
                html.field("ground", "Why", hint: "For the next reader.", value: visit.form["ground"]) {
                    $0.isRequired = false
                }
                html(.div, .class("buttons")) { html in
                    html(.button, .type("submit"), text: "Add the link")
                    html(.a, .href(.to(row.reference)), text: "Cancel")
                }
            }
        }
    }
}
