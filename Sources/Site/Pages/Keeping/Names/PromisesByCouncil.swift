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

    /// The councils of what several people answer for, those with most first. So few records are looked at together, however
    /// many people there are: a statement for each, and one for each of the people.
    static func councils(of people: [Row], in reader: any LedgerReader) throws -> [RecordID: [Row]] {
        guard !people.isEmpty else { return [:] }
        var person: [RecordID: RecordID] = [:]
        for row in people { for id in try reader.identities(of: row.id, .now) { person[id] = row.id } }
        var query = Query(kinds: RecordKind.allCases.filter(\.isTracked))
        (query.owners, query.limit, query.wantsTotal) = (Array(person.keys), few, false)
        let leads = try reader.list(query).rows.compactMap { row in
            try reader.entry(row.id, .now)?.record().councils.first.map { (row, $0) }
        }
        let names = try RecordNames(leads.map(\.1), in: reader, .now)
        var counts: [RecordID: [RecordID: Int]] = [:]
        for (row, lead) in leads {
            guard let council = names[lead]?.id else { continue }
            for one in Set(row.owners.compactMap { person[$0] }) { counts[one, default: [:]][council, default: 0] += 1 }
        }
        return counts.mapValues { counts in
            counts.sorted { ($1.value, names[$0.key]?.title ?? "") < ($0.value, names[$1.key]?.title ?? "") }
                .compactMap { names[$0.key] }
        }
    }
}
