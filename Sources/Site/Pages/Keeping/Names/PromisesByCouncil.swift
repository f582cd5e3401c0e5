import Ledger
import Register

/// What somebody answers for, by the council that it is of: the first that each record names.
struct PromisesByCouncil: Sendable {
    /// The councils, those with most first; nil for what is of none.
    let councils: [(council: Row?, entries: [Entry])]

    /// Enough to see whether there are several councils.
    static let few = 200

    /// A statement for each record.
    /// - Parameter limit: How many records are looked at; nil for all.
    init(of id: RecordID, limit: Int? = nil, in reader: any LedgerReader) throws {
        var query = try Promises.query(of: id, in: reader)
        (query.limit, query.wantsTotal) = (limit, false)
        let entries = try reader.list(query).rows.compactMap { try reader.entry($0.id, .now) }
        var lead: [RecordID: RecordID] = [:]
        for entry in entries { lead[entry.id] = try entry.record().councils.first }
        let names = try RecordNames(lead.values, in: reader, .now)
        let groups = Dictionary(grouping: entries) { names[lead[$0.id]] }
        councils = groups.map { ($0.key, $0.value) }.sorted {
            ($1.entries.count, $0.council?.title ?? "") < ($0.entries.count, $1.council?.title ?? "")
        }
    }
}
