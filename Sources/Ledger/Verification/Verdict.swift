public import Register

/// A head that was printed and kept elsewhere.
public struct KnownHead: Sendable, Hashable {
    /// The entry that it was the head of; nil where only the hash is known.
    public var sequence: Int?
    /// Its hash.
    public var hash: EntryHash

    /// A head as `verify` prints it: a hash, or a sequence, a colon and a hash.
    public init?(_ text: String) {
        let parts = text.split(separator: ":")
        guard let last = parts.last, parts.count <= 2, let hash = EntryHash(last.lowercased()) else { return nil }
        if parts.count == 2 {
            guard let sequence = Int(parts[0].drop { $0 == "#" }) else { return nil }
            self.sequence = sequence
        }
        self.hash = hash
    }
}

/// What `verify` found.
public struct Verdict: Sendable, Hashable {
    /// Where the ledger ends.
    public var head: Head
    /// How many entries were walked.
    public var entries: Int
    /// How many papers were hashed again.
    public var papers: Int
    /// The first thing that is wrong; nil where nothing is.
    public var fault: Fault?

    /// Something that is not as the entries say it should be.
    public struct Fault: Sendable, Hashable, CustomStringConvertible {
        /// The entry at which it shows; nil where it is in no entry.
        public var sequence: Int?
        /// The record that the entry is about.
        public var reference: Reference?
        /// What is wrong, for people.
        public var problem: String

        /// "Entry 12 (ACT-4): its hash does not fit …".
        public var description: String {
            let place = sequence.map { "Entry \($0)" + (reference.map { " (\($0))" } ?? "") + ": " } ?? ""
            return place + problem
        }
    }
}
