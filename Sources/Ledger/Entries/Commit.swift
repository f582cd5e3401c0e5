public import Register

/// Changes that are made at once: all of them or none.
public struct Commit: Sendable {
    /// Who makes them.
    public var actor: String
    /// Why.
    public var reason: String
    /// The changes, in the order in which they are appended.
    public var changes: [Change]
    /// Files that the changes speak of, kept by their hash.
    public var papers: [Paper]
    /// The last entry that there was when the changes were worked out, where they hang on everything that is kept: an
    /// import must not add what another has just added.
    public var head: Int?

    /// Changes with who makes them and why.
    public init(actor: String, reason: String, changes: [Change], papers: [Paper] = []) {
        self.actor = actor
        self.reason = reason
        self.changes = changes
        self.papers = papers
    }

    /// A new version of a record.
    public struct Change: Sendable {
        /// The record.
        public var id: RecordID
        /// The version that whoever made the change saw; 0 for a record that is new.
        public var seen: Int
        /// The whole new version.
        public var record: Record
        /// Why this record in particular is changed; nil where the commit's reason says it all.
        public var reason: String?

        /// A change of a record from the version seen.
        public init(_ id: RecordID, seen: Int, _ record: Record, reason: String? = nil) {
            self.id = id
            self.seen = seen
            self.record = record
            self.reason = reason
        }
    }

    /// A file to keep, with the words by which search finds places in it.
    public struct Paper: Sendable {
        /// The record that names the file.
        public var id: RecordID
        /// SHA-256 in hexadecimal digits.
        public var hash: String
        /// The file.
        public var bytes: [UInt8]
        /// Its words written down as text, kept under a hash of their own; nil where the file itself is text.
        public var transcript: [UInt8]?
        /// Its paragraphs and cells, each with the line on which it begins.
        public var passages: [Passage]

        /// A file with its passages.
        public init(id: RecordID, bytes: [UInt8], transcript: [UInt8]? = nil, passages: [Passage] = []) {
            self.id = id
            self.hash = PaperHash.of(bytes)
            self.bytes = bytes
            self.transcript = transcript
            self.passages = passages
        }
    }

    /// Words of a paper with the line on which they begin.
    public struct Passage: Sendable {
        /// Counted from 1.
        public var line: Int
        /// The words.
        public var text: String

        /// Words at a line.
        public init(line: Int, text: String) {
            self.line = line
            self.text = text
        }
    }
}
