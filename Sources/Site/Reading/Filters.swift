import Ledger
import Markup
import Register

/// What narrows and orders a list, as the address of a page says it.
struct Filters: Sendable {
    /// Rows on a page.
    static let pageSize = 50

    let fields: Fields
    let page: Int
    /// The most rows that one page shows where they are wanted together, to be printed.
    static let mostOnOnePage = 1000

    /// Whether the rows are wanted on one page.
    var isOnePage: Bool { fields["rows"] == "all" && !wantsAll }
    /// Whether all rows are wanted, for a file.
    let wantsAll: Bool

    init(_ query: Fields) {
        fields = query
        wantsAll = query["format"] != nil
        page = max(1, min(query["page"].flatMap { Int($0) } ?? 1, 1_000_000))
    }

    var owner: String? { fields["owner"] }
    var theme: String? { fields["theme"] }
    var council: String? { fields["council"] }
    var status: String? { fields["status"] }
    var tag: String? { fields["tag"] }
    var words: String? { fields["text"] }
    var standing: StandingFilter.Kind? { fields["standing"].flatMap(StandingFilter.Kind.init(rawValue:)) }
    var sort: Sort? { fields["sort"].flatMap(Sort.init) }
    var order: Query.Order? { sort?.order }

    /// Whether anything is narrowed.
    var areSet: Bool {
        ["owner", "theme", "council", "status", "standing", "tag", "text"].contains { fields[$0] != nil }
    }

    /// The query for a page of a list.
    /// - Throws: `Refusal.bad` where a filter names what is not there.
    func query(
        _ kinds: [RecordKind], plan: RecordID? = nil, on day: Day, asAt: AsAt, in reader: any LedgerReader
    ) throws -> Query {
        var query = Query(kinds: kinds)
        (query.asAt, query.plan, query.limit) = (asAt, plan, Filters.pageSize)
        query.offset = (page - 1) * Filters.pageSize
        // One more than a file may hold shows that there are too many.
        if wantsAll { (query.limit, query.offset, query.wantsTotal) = (Export.most + 1, 0, false) }
        if isOnePage { (query.limit, query.offset) = (Filters.mostOnOnePage, 0) }
        query.order = kinds.contains { $0.isPromise } ? .due : .reference
        // What no index is for is put in order within a plan alone.
        if let sort, plan != nil || sort.order.isIndexed {
            (query.order, query.isDescending) = (sort.order, sort.isDescending)
        }
        query.standing = standing.map { StandingFilter($0, on: day) }
        (query.status, query.tag) = (status, tag)
        if let owner { query.owners = try reader.identities(of: Filters.named(owner, asAt, reader), asAt) }
        if let theme { query.themes = [try Filters.named(theme, asAt, reader)] }
        if let council {
            query.councils = try reader.identities(of: Filters.named(council, asAt, reader), asAt)
        }
        if let words {
            guard let found = SearchWords(words) else { throw Refusal.bad("“\(words)” holds no word to look for.") }
            query.text = found
        }
        return query
    }

    private static func named(_ text: String, _ asAt: AsAt, _ reader: any LedgerReader) throws -> RecordID {
        guard let reference = Reference(text), let entry = try reader.entry(reference, asAt) else {
            throw Refusal.bad("There is no record “\(text)” to narrow the list by.")
        }
        return entry.id
    }
}

extension HTML {
    /// Links to the other pages of a list, and to all of it on one page, as somebody prints it.
    mutating func pages(_ visit: Visit, _ filters: Filters, total: Int) {
        guard !filters.isOnePage else { return }
        pages(
            visit, page: filters.page, of: (total + Filters.pageSize - 1) / Filters.pageSize,
            together: total <= Filters.mostOnOnePage ? "All \(total), to print" : nil)
    }
}
