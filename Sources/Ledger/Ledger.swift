public import Register

/// The append-only record of what one partnership keeps. Engines differ in where they store it and in nothing else: the
/// same tests run against each.
///
/// Every call is about one partnership; what another partnership keeps is as if it were not there.
public protocol Ledger: Sendable {
    /// Whose ledger it is.
    var partnership: Partnership { get }

    /// Appends all changes of a commit or none, and returns once they are on the disk.
    /// - Throws: `LedgerError.stale` where a record has moved on since the version that a change saw.
    func append(_ commit: Commit) async throws(LedgerError) -> [Entry]

    /// Where the ledger ends.
    func head() async throws(LedgerError) -> Head
    /// The last entry that had been made at a moment; 0 before the first.
    func sequence(_ asAt: AsAt) async throws(LedgerError) -> Int

    /// The version of a record that stood at a moment; nil where there was none.
    func entry(_ id: RecordID, _ asAt: AsAt) async throws(LedgerError) -> Entry?
    /// The version of the record with a reference that stood at a moment; nil where there was none.
    func entry(_ reference: Reference, _ asAt: AsAt) async throws(LedgerError) -> Entry?
    /// All versions of a record that had been made at a moment, first to last.
    func history(_ id: RecordID, _ asAt: AsAt) async throws(LedgerError) -> [Entry]
    /// Entries in order, so many after a sequence: what `verify` walks and what a copy is made from.
    func entries(after sequence: Int, limit: Int) async throws(LedgerError) -> [Entry]
    /// Entries whose commit began with a sequence.
    func entries(ofCommit first: Int) async throws(LedgerError) -> [Entry]

    /// Records that a query asks for, with how many there are in all.
    func list(_ query: Query) async throws(LedgerError) -> Page
    /// Rows of records by id, in no order; ids that are unknown are left out.
    func rows(_ ids: Set<RecordID>, _ asAt: AsAt) async throws(LedgerError) -> [RecordID: Row]
    /// Rows of records that go by a name, in any letters: a person's initials, a plan's title, "sha256:" and a hash.
    func named(_ name: String, kinds: [RecordKind], _ asAt: AsAt) async throws(LedgerError) -> [Row]
    /// Links that begin or end at a record.
    func links(_ id: RecordID, _ asAt: AsAt) async throws(LedgerError) -> [LinkRow]
    /// Counts of promises by plan and theme.
    func tally(_ question: TallyQuestion) async throws(LedgerError) -> [Tally]
    /// Records, updates and papers whose words match, best first.
    func search(_ words: SearchWords, _ asAt: AsAt, limit: Int) async throws(LedgerError) -> [Hit]

    /// The bytes of a kept paper by their SHA-256; nil where the ledger keeps none.
    func paper(_ hash: String) async throws(LedgerError) -> [UInt8]?

    /// Walks everything and names the first thing that is wrong; nil where nothing is.
    /// - Parameters:
    ///   - known: A head kept elsewhere, which this ledger must still hold.
    ///   - progress: Told how many entries have been walked.
    func verify(
        against known: KnownHead?, progress: @escaping @Sendable (Int) -> Void
    ) async throws(LedgerError) -> Verdict
}
