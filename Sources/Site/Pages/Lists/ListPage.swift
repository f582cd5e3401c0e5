import Ledger
import Markup
import Register

/// All records of a kind, whatever plan they are of.
struct ListPage {
    let visit: Visit
    let kind: RecordKind
    let filters: Filters
    let page: Page
    let names: RecordNames
    let choices: FilterChoices

    static func read(_ visit: Visit) async throws -> ListPage {
        guard let kind = RecordKind(rawValue: visit.part("kind")) else {
            throw Refusal.notFound("There is no list of “\(visit.part("kind"))”.")
        }
        let filters = Filters(visit.query)
        return try await visit.read { reader in
            let query = try filters.query(kinds(kind), on: visit.day, asAt: visit.asAt, in: reader)
            let page = try reader.list(query)
            return ListPage(
                visit: visit, kind: kind, filters: filters, page: page,
                names: try visit.names(of: query, page.rows, reader),
                choices: try FilterChoices.ofEverything(visit, in: reader))
        }
    }

    /// "Actions" means all promises.
    private static func kinds(_ kind: RecordKind) -> [RecordKind] {
        kind == .action ? RecordKind.promises : [kind]
    }

    var title: String { kind == .action ? "Promises" : kind.name(count: 2).capitalisedFirst }

    /// The rows for spreadsheets and programs.
    var facts: [RecordFacts] { page.rows.map { RecordFacts($0, today: visit.day) { names[$0] } } }

    var html: HTML {
        Frame(title: title, isWide: true).page(for: visit) { html in
            html.heading(title)
            others(&html)
            let columns = RecordTable.Column.chosen(visit.query, Self.kinds(kind), withPlan: true)
            FilterForm(
                visit: visit, filters: filters, kinds: Self.kinds(kind), choices: choices, columns: columns,
                action: .list(kind)
            ).write(to: &html)
            html(.p, .class("total"), .role("status"), text: total)
            if page.rows.isEmpty {
                html(
                    .p, .class("hint"),
                    text: filters.areSet ? "Nothing matches. Clear a filter to see more." : "There are none yet.")
            } else {
                RecordTable(
                    rows: page.rows, names: names, today: visit.day, columns: columns, asAt: visit.asAtText,
                    written: visit.site.writtenTables, generation: visit.site.memory.generation
                ).write(to: &html, caption: title)
            }
            html.pages(visit, filters, total: page.total)
            html.files(visit)
        }
    }

    private var total: String {
        let first = (filters.page - 1) * Filters.pageSize + 1
        let isPart = page.total > Filters.pageSize && !page.rows.isEmpty
        return "\(page.total) \(filters.areSet ? "match" : "in all")"
            + (isPart ? ", \(first) to \(first + page.rows.count - 1) shown" : "")
    }

    /// Ways to the lists of all other kinds.
    private func others(_ html: inout HTML) {
        html(.details, .class("other-lists")) { html in
            html(.summary, "Other lists")
            html(.ul) { html in
                for other in RecordKind.allCases where ![.link, .update, .theme, .attendance, .reading].contains(other)
                {
                    html(.li) { html in
                        html(
                            .a, .href(.list(other, query: [("as-at", visit.asAtText)])),
                            .aria("current", other == kind ? "page" : nil),
                            text: other.name(count: 2).capitalisedFirst)
                    }
                }
            }
        }
    }
}
