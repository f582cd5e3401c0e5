import Access
import Ledger
import Register

/// A request as pages see it: what is asked for, by whom, and as at when.
struct Visit: Sendable {
    let site: Site
    let endpoint: Endpoint
    /// The parts of the path that differ, by name.
    let parts: [String: String]
    let query: Fields
    /// What a form sent; empty for pages, and until it is known that it may be sent.
    var sent = SentForm()
    /// Whoever asks, where they have signed in.
    var visitor: Visitor?
    /// Where the request comes from, for back-off and limits.
    let client: String
    /// Whether the form that was sent stands on this site, as far as the browser says so.
    let isFromItsSite: Bool
    /// The browser's own name.
    let browser: String
    /// The path and query as asked for.
    let address: String
    /// The parts of the path.
    let path: [String]
    let today: Day
    /// The state of the ledger when the request came, as `Ledger.mark` says it.
    var mark: Int
    /// As at when the ledger is asked.
    let asAt: AsAt
    /// The day on which the ledger begins, where a day before that is asked for.
    var begins: Day?

    /// The fields of a form that was sent.
    var form: Fields { sent.fields }
    /// The files that a form sent.
    var files: [SentFile] { sent.files }

    var ledger: any Ledger { site.ledger }
    var access: AccessBook { site.access }
    var rights: Rights { visitor?.rights ?? .none }

    /// Which records whoever asks may read.
    var readable: Readable {
        switch rights.scope(of: .read) {
        case .partnership: .everything
        case .councils(let councils): .councils(councils)
        }
    }

    /// Asks several things of one state of the ledger, as far as whoever asks may read it: what they may not read is as if it
    /// were not there. What refuses the request comes out as it is, not as a fault of the ledger.
    func read<Answer: Sendable>(
        _ questions: @escaping @Sendable (any LedgerReader) throws -> Answer
    ) async throws -> Answer {
        let readable = readable
        return try await readWhole {
            try questions(readable == .everything ? $0 : ReadableReader($0, readable))
        }
    }

    /// Asks of the whole ledger, for pages that judge by themselves what of it anybody may read.
    func readWhole<Answer: Sendable>(
        _ questions: @escaping @Sendable (any LedgerReader) throws -> Answer
    ) async throws -> Answer {
        let (memory, mark) = (site.memory, mark)
        if asAt == .now, let answer = try memory.answer(at: mark, questions) { return answer }
        let outcome: Result<Answer, Refusal> = try await ledger.read { reader in
            do {
                return .success(try questions(try memory.reader(reader, mark: mark)))
            } catch let refusal as Refusal {
                return .failure(refusal)
            }
        }
        return try outcome.get()
    }

    /// The day on which dates are judged: that of `as-at`, else today.
    var day: Day {
        if case .moment(let moment) = asAt { return min(LondonTime.day(of: moment), today) }
        return today
    }

    /// The past day that the page shows, as links pass it on; nil where it shows things as they stand.
    var asAtText: String? { asAt == .now ? nil : query["as-at"] }

    /// The day that was asked for, where it has not come yet: the page shows things as they stand.
    var futureDay: Day? {
        guard endpoint.needs != .publicPages, let day = query["as-at"].flatMap({ Day(iso: $0) }) else { return nil }
        return day > today ? day : nil
    }

    func part(_ name: String) -> String { parts[name] ?? "" }

    /// The visitor of a page that is for nobody else.
    /// - Throws: `Refusal.signInNeeded`.
    func signedIn() throws(Refusal) -> Visitor {
        guard let visitor else { throw .signInNeeded(to: address) }
        return visitor
    }
}

/// Somebody who has signed in.
struct Visitor: Sendable {
    let session: Session
    let rights: Rights
    /// What opens the session, from which comes what its forms carry.
    let token: SecretToken

    /// What forms of this session carry, so that no other site can send them.
    var formToken: String { token.formToken }

    var account: Account { session.account }
    var name: String { account.details.name }
}

/// A file that a form sent.
struct SentFile: Sendable {
    var field: String
    /// As the sender called it; only a name for people.
    var name: String
    var bytes: [UInt8]
}
