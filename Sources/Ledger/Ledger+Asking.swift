public import Register

// One question at a time, each of the newest state.
extension Ledger {
    /// Where the ledger ends.
    public func head() async throws(LedgerError) -> Head {
        try await read { try $0.head() }
    }

    /// The last entry that had been made at a moment; 0 before the first.
    public func sequence(_ asAt: AsAt) async throws(LedgerError) -> Int {
        try await read { try $0.sequence(asAt) }
    }

    /// The version of a record that stood at a moment; nil where there was none.
    public func entry(_ id: RecordID, _ asAt: AsAt) async throws(LedgerError) -> Entry? {
        try await read { try $0.entry(id, asAt) }
    }

    /// The version of the record with a reference that stood at a moment; nil where there was none.
    public func entry(_ reference: Reference, _ asAt: AsAt) async throws(LedgerError) -> Entry? {
        try await read { try $0.entry(reference, asAt) }
    }

    /// All versions of a record that had been made at a moment, first to last.
    public func history(_ id: RecordID, _ asAt: AsAt) async throws(LedgerError) -> [Entry] {
        try await read { try $0.history(id, asAt) }
    }

    /// Entries in order, so many after a sequence: what `verify` walks and what a copy is made from.
    public func entries(after sequence: Int, limit: Int) async throws(LedgerError) -> [Entry] {
        try await read { try $0.entries(after: sequence, limit: limit) }
    }

    /// Entries whose commit began with a sequence.
    public func entries(ofCommit first: Int) async throws(LedgerError) -> [Entry] {
        try await read { try $0.entries(ofCommit: first) }
    }

    /// Records that a query asks for, with how many there are in all.
    public func list(_ query: Query) async throws(LedgerError) -> Page {
        try await read { try $0.list(query) }
    }

    /// Rows of records by id, in no order; ids that are unknown are left out.
    public func rows(
        _ ids: Set<RecordID>, _ asAt: AsAt, readable: Readable = .everything
    ) async throws(LedgerError) -> [RecordID: Row] {
        try await read { try $0.rows(ids, asAt, readable: readable) }
    }

    /// Rows of records that go by a name, in any letters: a person's initials, a plan's title, "sha256:" and a hash.
    public func named(
        _ name: String, kinds: [RecordKind], _ asAt: AsAt, readable: Readable = .everything
    ) async throws(LedgerError) -> [Row] {
        try await read { try $0.named(name, kinds: kinds, asAt, readable: readable) }
    }

    /// Links that begin or end at a record.
    public func links(_ id: RecordID, _ asAt: AsAt) async throws(LedgerError) -> [LinkRow] {
        try await read { try $0.links(id, asAt) }
    }

    /// Whoever answers for something in a plan.
    public func owners(
        in plan: RecordID, _ asAt: AsAt, readable: Readable = .everything
    ) async throws(LedgerError) -> Set<RecordID> {
        try await read { try $0.owners(in: plan, asAt, readable: readable) }
    }

    /// Tags that records bear.
    public func tags(_ asAt: AsAt, readable: Readable = .everything) async throws(LedgerError) -> [String] {
        try await read { try $0.tags(asAt, readable: readable) }
    }

    /// Counts of promises by plan and theme.
    public func tally(_ question: TallyQuestion) async throws(LedgerError) -> [Tally] {
        try await read { try $0.tally(question) }
    }

    /// What changed in some time, the newest first; an import is told of in one line.
    public func changes(_ question: ChangesQuestion) async throws(LedgerError) -> Changes {
        try await read { try $0.changes(question) }
    }

    /// Records, updates and papers whose words match, best first.
    public func search(
        _ words: SearchWords, _ asAt: AsAt, limit: Int, readable: Readable = .everything
    ) async throws(LedgerError) -> [Hit] {
        try await read { try $0.search(words, asAt, limit: limit, readable: readable) }
    }

    /// The bytes of a kept paper by their SHA-256; nil where the ledger keeps none.
    public func paper(_ hash: String) async throws(LedgerError) -> [UInt8]? {
        try await read { try $0.paper(hash) }
    }
}
