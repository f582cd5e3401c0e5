/// A document as read: its blocks in reading order, its tables, and what kind of text it was.
public struct Paper: Sendable {
    /// The name it goes by in messages, such as its file name.
    public var name: String
    /// What kind of file it was read from.
    public var format: PaperFormat
    /// Its size as stored, in bytes.
    public var byteCount: Int
    /// Number of lines.
    public var lineCount: Int
    /// Everything in it, in reading order; blank lines are nothing.
    public var blocks: [Block]
    /// Its tables; runs that a page break split are one table.
    public var tables: [Table]
    /// Where each line stands in the file, line 1 first; empty where the file is plain text.
    public var places: [Place]
    /// How large the sheets of the file are, the first first; empty where it has none.
    public var sheets: [SheetSize]
    /// What a person should know of how it was read.
    public var notices: [Notice]
    /// Its words written down as text, whose lines are the paper's; nil where the file itself is plain text.
    public var transcript: [UInt8]?

    /// Where a line stands in the file; nothing for plain text, whose lines are its places.
    public func place(ofLine line: Int) -> Place {
        line >= 1 && line <= places.count ? places[line - 1] : Place()
    }
}

/// How large a sheet is as it is shown, in points (1/72 inch): what the boxes of places are measured in.
public struct SheetSize: Sendable, Hashable {
    /// From left to right.
    public var width: Double
    /// From top to bottom.
    public var height: Double

    /// A size by its two sides.
    public init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }
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
