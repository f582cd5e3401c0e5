public import Register

/// What can be asked of one state of a partnership's ledger. Errors are `LedgerError`s, or the engine's own, which
/// `Ledger.read` turns into one.
public protocol LedgerReader {
    /// Where the ledger ends.
    func head() throws -> Head
    /// The last entry that had been made at a moment; 0 before the first.
    func sequence(_ asAt: AsAt) throws -> Int

    /// The version of a record that stood at a moment; nil where there was none.
    func entry(_ id: RecordID, _ asAt: AsAt) throws -> Entry?
    /// The version of the record with a reference that stood at a moment; nil where there was none.
    func entry(_ reference: Reference, _ asAt: AsAt) throws -> Entry?
    /// All versions of a record that had been made at a moment, first to last.
    func history(_ id: RecordID, _ asAt: AsAt) throws -> [Entry]
    /// Entries in order, so many after a sequence: what `verify` walks and what a copy is made from.
    func entries(after sequence: Int, limit: Int) throws -> [Entry]
    /// Entries whose commit began with a sequence.
    func entries(ofCommit first: Int) throws -> [Entry]

    /// Records that a query asks for, with how many there are in all.
    func list(_ query: Query) throws -> Page
    /// Rows of records by id, in no order; ids that are unknown, or may not be read, are left out.
    func rows(_ ids: Set<RecordID>, _ asAt: AsAt, readable: Readable) throws -> [RecordID: Row]
    /// Rows of records that go by a name, in any letters: a person's initials, a plan's title, "sha256:" and a hash.
    func named(_ name: String, kinds: [RecordKind], _ asAt: AsAt, readable: Readable) throws -> [Row]
    /// Links that begin or end at a record.
    func links(_ id: RecordID, _ asAt: AsAt) throws -> [LinkRow]
    /// Whoever answers for something in a plan that stands and may be read, in no order.
    func owners(in plan: RecordID, _ asAt: AsAt, readable: Readable) throws -> Set<RecordID>
    /// Tags that records bear which stand and may be read, in small letters and in their order.
    func tags(_ asAt: AsAt, readable: Readable) throws -> [String]
    /// Counts of promises by plan and theme.
    func tally(_ question: TallyQuestion) throws -> [Tally]
    /// What changed in some time, the newest first; an import is told of in one line.
    func changes(_ question: ChangesQuestion) throws -> Changes
    /// Records, updates and papers whose words match, best first. A place in a paper may be read where the paper may.
    func search(_ words: SearchWords, _ asAt: AsAt, limit: Int, readable: Readable) throws -> [Hit]

    /// The bytes of a kept paper by their SHA-256; nil where the ledger keeps none.
    func paper(_ hash: String) throws -> [UInt8]?
}

extension LedgerReader {
    /// Rows of records by id, whatever council they are of.
    public func rows(_ ids: Set<RecordID>, _ asAt: AsAt) throws -> [RecordID: Row] {
        try rows(ids, asAt, readable: .everything)
    }

    /// Rows of records that go by a name, whatever council they are of.
    public func named(_ name: String, kinds: [RecordKind], _ asAt: AsAt) throws -> [Row] {
        try named(name, kinds: kinds, asAt, readable: .everything)
    }

    /// Whatever matches, of any council.
    public func search(_ words: SearchWords, _ asAt: AsAt, limit: Int) throws -> [Hit] {
        try search(words, asAt, limit: limit, readable: .everything)
    }
}
