import Ledger
import Markup
import Register

/// What somebody answers for.
enum Promises {
    /// Everything that is tracked in the name of a person or post, or of whoever is one with them. Two statements.
    static func query(of id: RecordID, in reader: any LedgerReader) throws -> Query {
        var query = Query(kinds: RecordKind.allCases.filter(\.isTracked))
        query.owners = try reader.identities(of: id, .now)
        return query
    }

    /// How many promises a person or post answers for.
    static func count(of id: RecordID, in reader: any LedgerReader) throws -> Int {
        var query = try query(of: id, in: reader)
        (query.kinds, query.limit) = (RecordKind.promises, 1)
        return try reader.list(query).total
    }

    /// The list of the promises of somebody.
    static func list(of row: Row, standing: StandingFilter.Kind? = nil, asAt: String? = nil) -> Address {
        .list(
            .action,
            query: [("owner", row.reference.description), ("standing", standing?.rawValue), ("as-at", asAt)])
    }
}
