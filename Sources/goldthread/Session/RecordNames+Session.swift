import Ledger
import Register

extension RecordNames {
    /// Looks up some ids, as at the session's moment.
    init(_ ids: some Sequence<RecordID> & Sendable, in session: Session) async throws {
        let asAt = session.asAt
        self = try await session.ledger.read { try RecordNames(ids, in: $0, asAt) }
    }

    /// Looks up all that rows speak of.
    init(for list: [Row], in session: Session) async throws {
        let asAt = session.asAt
        self = try await session.ledger.read { try RecordNames(for: list, in: $0, asAt) }
    }

    /// Its name; empty where there is none.
    func name(_ id: RecordID?) -> String { self[id]?.title ?? "" }

    /// "KH, Head of Housing".
    func names(_ ids: [RecordID]) -> String {
        var names: [String] = []
        for name in ids.map(name) where !name.isEmpty && !names.contains(name) { names.append(name) }
        return names.joined(separator: ", ")
    }
}
