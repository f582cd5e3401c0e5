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
    let likely: LikelySame

    /// Somebody with what they are also called, and how many records they answer for.
    struct Party: Sendable {
        var row: Row
        var content: NamedContent?
        var promises: Int
        /// Where nothing but initials is known, the councils that the promises are of.
        var councils: [String]
    }

    static func read(_ visit: Visit) async throws -> PeoplePage {
        let page = Filters(visit.query).page
        return try await visit.read { reader in
            let words = visit.query["text"]
            let all = try parties(words, [.person, .post], reader)
                .sorted { $0.title.lowercased() < $1.title.lowercased() }
            let shown = all.dropFirst((page - 1) * Filters.pageSize).prefix(Filters.pageSize)
            let councils = try PromisesByCouncil.councils(
                of: shown.filter { Namesakes.isInitials($0.title) }, in: reader)
            return PeoplePage(
                visit: visit, words: words,
                people: try shown.map { try party($0, councils[$0.id] ?? [], reader) }, total: all.count,
                page: page, likely: LikelySame(words == nil && page == 1 ? all : [], for: visit))
        }
    }

    private static func party(_ row: Row, _ councils: [Row], _ reader: any LedgerReader) throws -> Party {
        Party(
            row: row, content: try reader.entry(row.id, .now).flatMap { NamedContent(try $0.record()) },
            promises: try Promises.count(of: row.id, in: reader), councils: councils.map(\.title))
    }

    /// Those of some kinds who were not merged into another, and go by some words.
    static func parties(_ words: String?, _ kinds: [RecordKind], _ reader: any LedgerReader) throws -> [Row] {
        var query = Query(kinds: kinds)
        (query.order, query.wantsTotal) = (.reference, false)
        if let words {
            guard let found = SearchWords(words) else { return try reader.named(words, kinds: kinds, .now) }
            query.text = found
        }
        return try reader.list(query).rows.filter { $0.mergedInto == nil }
    }

    var html: HTML {
        Frame(title: "People and posts", section: .keeping, isWide: true).page(for: visit) { html in
            html.crumbs([("Administration", .to(.keeping))])
            html.heading("People and posts")
            html.done(visit.query["done"].map { "\($0) is saved." })
            likely.write(to: &html)
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
                                shared(party, &html)
                            }
                            let isPost = party.row.reference.kind == .post
                            html(.td, .data("title", "Post"), text: isPost ? "(a post)" : party.content?.post ?? "")
                            html(
                                .td, .data("title", "Also known as"),
                                text: party.content?.aliases.joined(separator: ", ") ?? "")
                            html(.td, .data("title", "Answers for")) { html in
                                html.link(
                                    Promises.list(of: party.row), "\(party.promises)",
                                    unseen: " promises of \(party.row.title)")
                            }
                        }
                    }
                }
            }
        }
    }

    /// Says that initials stand in papers of several councils: they may be two people's.
    private func shared(_ party: Party, _ html: inout HTML) {
        guard party.councils.count > 1 else { return }
        html(.p, .class("meta")) { html in
            html.text("Initials in papers of \(party.councils.joined(separator: " and ")). ")
            html.link(
                .to(.splitting, party.row.reference.description), "One person or two?",
                unseen: " \(party.row.title)")
        }
    }
}
