public import Register

/// One state of a ledger as somebody may read it: what they may not read is as if it were not there, whatever is asked.
///
/// Whoever shows records to people hands this on instead of the reader itself, so that no question can forget it.
public struct ReadableReader: LedgerReader {
    private let whole: any LedgerReader
    private let readable: Readable

    /// The part of a ledger that may be read.
    public init(_ whole: any LedgerReader, _ readable: Readable) {
        self.whole = whole
        self.readable = readable
    }

    /// Whether there is a record that may not be read.
    public func hides(_ reference: Reference, _ asAt: AsAt) throws -> Bool {
        guard let entry = try whole.entry(reference, asAt) else { return false }
        return try !shows(entry, asAt)
    }

    /// Where the ledger ends.
    public func head() throws -> Head { try whole.head() }
    /// The last entry that had been made at a moment.
    public func sequence(_ asAt: AsAt) throws -> Int { try whole.sequence(asAt) }

    /// The version of a record that stood at a moment; nil where there was none, or it may not be read.
    public func entry(_ id: RecordID, _ asAt: AsAt) throws -> Entry? {
        try whole.entry(id, asAt).flatMap { try shows($0, asAt) ? $0 : nil }
    }

    /// The same by reference.
    public func entry(_ reference: Reference, _ asAt: AsAt) throws -> Entry? {
        try whole.entry(reference, asAt).flatMap { try shows($0, asAt) ? $0 : nil }
    }

    /// The versions of a record that may be read.
    public func history(_ id: RecordID, _ asAt: AsAt) throws -> [Entry] {
        try whole.history(id, asAt).filter { try shows($0, asAt) }
    }

    /// Entries that may be read, of so many after a sequence.
    public func entries(after sequence: Int, limit: Int) throws -> [Entry] {
        try whole.entries(after: sequence, limit: limit).filter { try shows($0, .entry($0.sequence)) }
    }

    /// Entries of a commit that may be read.
    public func entries(ofCommit first: Int) throws -> [Entry] {
        try whole.entries(ofCommit: first).filter { try shows($0, .entry($0.sequence)) }
    }

    /// Records that a query asks for and that may be read.
    public func list(_ query: Query) throws -> Page {
        var query = query
        query.readable = both(query.readable)
        return try whole.list(query)
    }

    /// Rows of records by id; those that may not be read are left out.
    public func rows(_ ids: Set<RecordID>, _ asAt: AsAt, readable: Readable) throws -> [RecordID: Row] {
        try whole.rows(ids, asAt, readable: both(readable))
    }

    /// Rows that go by a name and may be read.
    public func named(_ name: String, kinds: [RecordKind], _ asAt: AsAt, readable: Readable) throws -> [Row] {
        try whole.named(name, kinds: kinds, asAt, readable: both(readable))
    }

    /// Links of which both ends may be read.
    public func links(_ id: RecordID, _ asAt: AsAt) throws -> [LinkRow] {
        let links = try whole.links(id, asAt)
        let ends = try rows(Set(links.flatMap { [$0.from, $0.to] }), asAt)
        return links.filter { ends[$0.from] != nil && ends[$0.to] != nil }
    }

    /// Whoever answers for something in a plan that may be read.
    public func owners(in plan: RecordID, _ asAt: AsAt, readable: Readable) throws -> Set<RecordID> {
        try whole.owners(in: plan, asAt, readable: both(readable))
    }

    /// Tags of what may be read.
    public func tags(_ asAt: AsAt, readable: Readable) throws -> [String] {
        try whole.tags(asAt, readable: both(readable))
    }

    /// Counts of what may be read.
    public func tally(_ question: TallyQuestion) throws -> [Tally] {
        var question = question
        question.readable = both(question.readable)
        return try whole.tally(question)
    }

    /// Changes of what may be read.
    public func changes(_ question: ChangesQuestion) throws -> Changes {
        var question = question
        question.readable = both(question.readable)
        return try whole.changes(question)
    }

    /// Hits in records and papers that may be read.
    public func search(_ words: SearchWords, _ asAt: AsAt, limit: Int, readable: Readable) throws -> [Hit] {
        try whole.search(words, asAt, limit: limit, readable: both(readable))
    }

    /// The bytes of a paper, where some record of it that stands now may be read.
    public func paper(_ hash: String) throws -> [UInt8]? {
        try named("sha256:" + hash, kinds: [.paper], .now).isEmpty ? nil : try whole.paper(hash)
    }

    /// Whether a version may be read. One that cannot be understood might be of any council; a link is read where both
    /// its ends are.
    private func shows(_ entry: Entry, _ asAt: AsAt) throws -> Bool {
        guard let record = try? entry.record(), readable.contains(councils: record.councils) else { return false }
        guard let link = record.content as? Link else { return true }
        let ends: Set<RecordID> = [link.from, link.to]
        return try rows(ends, asAt).count == ends.count
    }

    /// What this reader and a question both let through.
    private func both(_ asked: Readable) -> Readable {
        switch (readable, asked) {
        case (.everything, let other), (let other, .everything): other
        case (.councils(let mine), .councils(let theirs)): .councils(mine.intersection(theirs))
        }
    }
}
