import Register

/// The append-only record of what one partnership keeps. Engines differ in where they store it and in nothing else: the
/// same tests run against each.
///
/// Every call is about one partnership; what another partnership keeps is as if it were not there.
public protocol Ledger: Sendable {
    /// Whose ledger it is.
    var partnership: Partnership { get }

    /// A number that has grown wherever anybody has appended since, through this ledger or from another program, and that
    /// says nothing more: what was worked out from the ledger is good while it stays. Cheap enough to ask with every page.
    func mark() throws(LedgerError) -> Int

    /// Appends all changes of a commit or none, and returns once they are on the disk.
    /// - Throws: `LedgerError.stale` where a record has moved on since the version that a change saw.
    func append(_ commit: Commit) async throws(LedgerError) -> [Entry]

    /// Asks several things of one state of the ledger: what others append meanwhile is not seen.
    func read<Answer: Sendable>(
        _ questions: @escaping @Sendable (any LedgerReader) throws -> Answer
    ) async throws(LedgerError) -> Answer

    /// Walks everything and names the first thing that is wrong; nil where nothing is.
    /// - Parameters:
    ///   - known: A head kept elsewhere, which this ledger must still hold.
    ///   - progress: Told how many entries have been walked.
    func verify(
        against known: KnownHead?, progress: @escaping @Sendable (Int) -> Void
    ) async throws(LedgerError) -> Verdict
}
