/// A table as its readers see it: runs that page breaks split are joined and cells that they cut are whole.
public struct Table: Sendable {
    /// Rows that a line of dashes marks as the header; empty where the paper marks none.
    public var header: [TableRow]
    /// All other rows, in order. The first of them may still be a header that nothing marks.
    public var rows: [TableRow]
    /// The most cells that any row has.
    public var columnCount: Int
    /// Index in `Paper.blocks` of each run, in order.
    public var blocks: [Int]
    /// Page of the first run, as printed.
    public var page: Int?
}

/// A row of a table.
public struct TableRow: Sendable {
    /// Its cells, left to right.
    public var cells: [Cell]
    /// Line of the row, counted from 1.
    public var line: Int
    /// The unbroken run of table lines that the row stands in, counted from 1 in the paper.
    public var run = 0
    /// Its place among the body rows of its run, counted from 1; 0 for a marked header.
    public var number = 0
    /// Whether it is the first body row of a run that continues a table over a page break.
    public var opensContinuation = false
    /// Page, as printed on the same sheet.
    public var page: Int?
    /// Which cell of its table in the file each of its cells is; empty for plain text.
    public private(set) var addresses: [CellAddress?] = []

    init(cells: [Cell], line: Int) {
        self.cells = cells
        self.line = line
    }

    /// Whether no cell holds anything.
    public var isBlank: Bool { cells.allSatisfy(\.isBlank) }

    /// Takes over what is known of each cell beyond its words.
    mutating func note(_ note: RowNote) {
        while cells.count < note.addresses.count { cells.append(Cell()) }
        for column in note.mergedDown { cells[column].isMergedDown = true }
        for column in note.goingOn { cells[column].goesOn = true }
        addresses = note.addresses
    }

    /// Takes columns out, of which the highest comes first.
    mutating func remove(columns: [Int]) {
        for column in columns {
            if column < cells.count { cells.remove(at: column) }
            if column < addresses.count { addresses.remove(at: column) }
        }
    }

    /// The cell in a column, or an empty one beyond the row's end.
    public subscript(column: Int) -> Cell {
        column >= 0 && column < cells.count ? cells[column] : Cell()
    }
}

/// A cell: its paragraphs and bullets in order.
public struct Cell: Sendable, Hashable {
    /// The cell's paragraphs and bullets; none in an empty cell.
    public var parts: [CellPart]
    /// Whether it is blank because a cell of a row above reaches down into it.
    public var isMergedDown = false
    /// Whether its layout shows that its words finish those of the cell above it, on the sheet before.
    public var goesOn = false

    /// A cell of such parts.
    public init(parts: [CellPart] = []) { self.parts = parts }

    /// Whether it holds nothing.
    public var isBlank: Bool { parts.isEmpty }

    /// All of its words, parts joined by a space.
    public var text: String {
        parts.count == 1 ? parts[0].text : parts.map(\.text).joined(separator: " ")
    }
}

/// A paragraph or bullet in a cell.
public struct CellPart: Sendable, Hashable {
    /// Its words, without the marker.
    public var text: String
    /// Number or letter printed before it.
    public var label: String?
    private var packedLine: Int32
    /// How it stands in the cell.
    public var style: Style

    /// How a part stands in its cell.
    public enum Style: Sendable, Hashable {
        case paragraph
        /// A bullet with its nesting, counted from 1.
        case bullet(UInt8)
        /// A list whose own marks were lost in extraction: its items run together.
        case unmarkedList(UInt8)
    }

    /// A part at a line.
    public init(text: String, line: Int, style: Style = .paragraph, label: String? = nil) {
        self.text = text
        self.label = label
        self.style = style
        packedLine = Int32(clamping: line)
    }

    /// Line of its first word.
    public var line: Int {
        get { Int(packedLine) }
        set { packedLine = Int32(clamping: newValue) }
    }

    /// Nesting in lists: 0 for a paragraph.
    public var depth: Int {
        switch style {
        case .paragraph: 0
        case .bullet(let depth), .unmarkedList(let depth): Int(depth)
        }
    }
}
