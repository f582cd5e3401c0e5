/// A document as read: its blocks in reading order, its tables, and what kind of text it was.
public struct Paper: Sendable {
    /// The name it goes by in messages, such as its file name.
    public var name: String
    /// How its bytes were understood.
    public var encoding: TextEncoding
    /// Its size as stored, in bytes.
    public var byteCount: Int
    /// Number of lines.
    public var lineCount: Int
    /// Everything in it, in reading order; blank lines are nothing.
    public var blocks: [Block]
    /// Its tables; runs that a page break split are one table.
    public var tables: [Table]
}

/// A line of text with its place.
public struct TextLine: Sendable, Hashable {
    /// The words: white space folded, marks of emphasis and tags removed.
    public var text: String
    /// Counted from 1 in the paper.
    public var line: Int

    /// Words at a line.
    public init(text: String, line: Int) {
        self.text = text
        self.line = line
    }
}
