import Ledger
import Markup
import Register

/// People and posts that answer for promises, with how many each has.
struct PeoplePage {
    let visit: Visit
    let words: String?
    let people: [Party]
    let total: Int
    let page: Int

    /// Somebody with what they are also called, and how many records they answer for.
    struct Party: Sendable {
        var row: Row
        var content: NamedContent?
        var promises: Int
    }

    static func read(_ visit: Visit) async throws -> PeoplePage {
        let page = Filters(visit.query).page
        return try await visit.read { reader in
            let words = visit.query["text"]
            let all = try parties(words, reader).sorted { $0.title.lowercased() < $1.title.lowercased() }
            let shown = all.dropFirst((page - 1) * Filters.pageSize).prefix(Filters.pageSize)
            return PeoplePage(
                visit: visit, words: words,
                people: try shown.map { row in
                    Party(
                        row: row, content: try reader.entry(row.id, .now).flatMap { NamedContent(try $0.record()) },
                        promises: try Promises.count(of: row.id, in: reader))
                }, total: all.count, page: page)
        }
    }

    /// Whoever was not merged into another, and goes by some words.
    static func parties(_ words: String?, _ reader: any LedgerReader) throws -> [Row] {
        var query = Query(kinds: [.person, .post])
        (query.order, query.wantsTotal) = (.reference, false)
        if let words {
            guard let found = SearchWords(words) else { return try reader.named(words, kinds: [.person, .post], .now) }
            query.text = found
        }
        return try reader.list(query).rows.filter { $0.mergedInto == nil }
    }

    var html: HTML {
        Frame(title: "People and posts", section: .keeping, isWide: true).page(for: visit) { html in
            html.crumbs([("Administration", .to(.keeping))])
            html.heading("People and posts")
            html.done(visit.query["done"].map { "\($0) is saved." })
            html(.form, .class("filters"), .method(.get), .action(.to(.people))) { html in
                html(.div, .class("filter-row")) { html in
                    html.field("text", "Name, initials or post", value: words) {
                        ($0.type, $0.isRequired) = ("search", false)
                    }
                    html(.button, .type("submit"), text: "Look for")
                    if words != nil { html(.a, .href(.to(.people)), text: "Show all") }
                }
            }
            html(.p, .class("total"), .role("status"), text: "\(total) \(words == nil ? "in all" : "match")")
            if !people.isEmpty { table(&html) }
            html.pages(visit, page: page, of: (total + Filters.pageSize - 1) / Filters.pageSize)
            html(.p, .class("buttons")) { html in
                html(.a, .class("button quiet"), .href(.to(.newName, "person")), text: "Add a person")
                html(.a, .class("button quiet"), .href(.to(.newName, "post")), text: "Add a post")
            }
        }
    }

    private func table(_ html: inout HTML) {
        html(.div, .class("table-box"), .role("region"), .aria("label", "People and posts"), .tabindex(0)) { html in
            html(.table, .class("records")) { html in
                html(.caption, .class("unseen"), text: "People and posts")
                html(.thead) { html in
                    html(.tr) { html in
                        for title in ["Name", "Post", "Also known as", "Answers for"] {
                            html(.th, .scope(.col), text: title)
                        }
                    }
                }
                html(.tbody) { html in
                    for party in people {
                        html(.tr) { html in
                            html(.th, .scope(.row)) { html in
                                html(
                                    .a, .href(.to(.keptName, party.row.reference.description)), text: party.row.title)
                            }
                            let isPost = party.row.reference.kind == .post
                            html(.td, .data("title", "Post"), text: isPost ? "(a post)" : party.content?.post ?? "")
                            html(
                                .td, .data("title", "Also known as"),
                                text: party.content?.aliases.joined(separator: ", ") ?? "")
                            html(.td, .data("title", "Answers for"), text: "\(party.promises)")
                        }
                    }
                }
            }
        }
    }
}

/// What somebody answers for.
enum Promises {
    /// Everything that is tracked in the name of a person or post, or of whoever was merged into them. Two statements, or
    /// three.
    static func query(of id: RecordID, in reader: any LedgerReader) throws -> Query {
        var merged = Query(kinds: [.person, .post])
        (merged.parent, merged.wantsTotal) = (id, false)
        var query = Query(kinds: RecordKind.allCases.filter(\.isTracked))
        query.owners = [id] + (try reader.list(merged).rows.map(\.id))
        return query
    }

    static func count(of id: RecordID, in reader: any LedgerReader) throws -> Int {
        var query = try query(of: id, in: reader)
        query.limit = 1
        return try reader.list(query).total
    }
}
