import Foundation
internal import GRDB
import Register

extension SQLiteLedger {
    /// Walks the chain, works every projection out again and compares, and hashes every paper again.
    ///
    /// Reads one state of the database throughout, so that others may go on writing. Linear in entries.
    public func verify(
        against known: KnownHead?, progress: @escaping @Sendable (Int) -> Void
    ) async throws(LedgerError) -> Verdict {
        let (key, partnership) = (key, partnership.id)
        return try await store.read { database in
            var verifying = try Verifying(database, key: key, partnership: partnership, known: known)
            return try verifying.verdict(progress)
        }
    }
}
