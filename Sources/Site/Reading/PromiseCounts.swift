import Ledger
import Markup
import Register

/// How many promises somebody answers for, and how they stand.
struct PromiseCounts: Sendable {
    let row: Row
    let all, open, overdue: Int

    /// Eight statements or fewer.
    init(of row: Row, on day: Day, _ asAt: AsAt, in reader: any LedgerReader) throws {
        var query = Query(kinds: RecordKind.promises)
        (query.asAt, query.owners, query.limit) = (asAt, try reader.identities(of: row.id, asAt), 1)
        func count(_ standing: StandingFilter.Kind?) throws -> Int {
            query.standing = standing.map { StandingFilter($0, on: day) }
            return try reader.list(query).total
        }
        self.row = row
        (all, open, overdue) = (try count(nil), try count(.open), try count(.overdue))
    }

    /// Each figure leads to the list that holds as many.
    func write(to html: inout HTML, asAt: String?) {
        guard all > 0 else { return html.text("Answers for no promise.") }
        html.text("Answers for ")
        html(.a, .href(Promises.list(of: row, asAt: asAt)), text: all.words("promise", "promises"))
        html.text(": ")
        html(.a, .href(Promises.list(of: row, standing: .open, asAt: asAt)), text: "\(open) not finished")
        html.text(", ")
        html(.a, .href(Promises.list(of: row, standing: .overdue, asAt: asAt)), text: "\(overdue) overdue")
    }
}
