public import Register

/// What a ledger already holds, as far as an import has to know it.
public struct Holdings: Sendable {
    /// A record that is kept, with the version that was read.
    public struct Kept: Sendable {
        /// The record.
        public var id: RecordID
        /// Its short name.
        public var reference: Reference
        /// The version that was read.
        public var version: Int
        /// What it says.
        public var record: Record

        /// A kept record at a version.
        public init(id: RecordID, reference: Reference, version: Int, record: Record) {
            self.id = id
            self.reference = reference
            self.version = version
            self.record = record
        }
    }

    /// Councils, bodies, people and posts that are kept.
    public var parties: [Kept]
    /// Recommendations, and the actions that may answer them, that are kept.
    public var promises: [Kept]

    /// An empty ledger's holdings, or those given.
    public init(parties: [Kept] = [], promises: [Kept] = []) {
        self.parties = parties
        self.promises = promises
    }
}
