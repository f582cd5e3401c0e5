/// A paper as the reader of its kind of file found it laid out, in reading order.
///
/// Every reader but that of plain text gives one. `Transcript` then writes it down as text with a place for each line,
/// so that whatever a paper was published as, the same code understands its words.
struct Layout {
    var elements: Elements
    /// What a person should know of how the file was read.
    var notices: [Notice]
    /// How large its sheets are, the first first; empty where the file has none.
    var sheets: [SheetSize]

    init(elements: Elements, notices: [Notice] = [], sheets: [SheetSize] = []) {
        (self.elements, self.notices, self.sheets) = (elements, notices, sheets)
    }

    init(elements: [Element] = [], notices: [Notice] = []) {
        self.init(elements: Elements(elements), notices: notices)
    }

    enum Element: Equatable {
        /// A heading; `level` is counted from 1, the highest.
        case heading(Passage, level: Int)
        case paragraph(Passage)
        /// An item of a list; `depth` is counted from 1. A label is its printed number or letter; nil is a bullet.
        case item(Passage, depth: Int, label: String?)
        case table(Grid)
        /// What is printed for the page's sake: running heads and feet, page numbers.
        case furniture(Passage)
        /// A new sheet begins.
        case pageBreak
    }
}

/// Words that stand together: a paragraph, a heading, an item, one line of an address.
struct Passage: Equatable {
    var runs: [Run]
    var place = Place()
    /// Whether it stands right under the passage before it, as the lines of an address do, without a gap.
    var isTight = false
    /// Of its letters in points, where they may be large enough to make it a heading.
    var size: Double?

    init(_ runs: [Run], place: Place = Place(), isTight: Bool = false) {
        self.runs = runs
        self.place = place
        self.isTight = isTight
    }

    init(_ text: String, place: Place = Place(), isBold: Bool = false) {
        self.init([Run(text, isBold: isBold)], place: place)
    }

    var text: String { runs.map(\.text).joined() }
    var isBlank: Bool { runs.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } }
}

/// Words in one style. White space between runs is theirs.
struct Run: Hashable {
    var text: String
    var isBold: Bool

    init(_ text: String, isBold: Bool = false) {
        self.text = text
        self.isBold = isBold
    }
}

/// A table as laid out: cells at columns, spanning columns and rows.
struct Grid: Equatable {
    var rows: [GridRow] = []
    /// How many rows at the top are marked as the header; 0 where nothing marks one.
    var headerRows = 0

    /// The table with its header marked where nothing else marks one: rows at the top whose words are all bold, over
    /// rows that are not.
    var headedByBold: Grid {
        guard headerRows == 0 else { return self }
        let bold = rows.prefix(4).prefix { row in
            let filled = row.cells.filter { !$0.isBlank }
            return !filled.isEmpty && filled.allSatisfy(\.isBold)
        }
        var grid = self
        let isHeader = bold.count < rows.count && bold.contains { $0.cells.count { !$0.isBlank } > 1 }
        if isHeader { grid.headerRows = bold.count }
        return grid
    }
}

/// A row of a grid: the cells that begin in it, left to right. Columns that a cell above reaches into have none.
struct GridRow: Equatable {
    var cells: [GridCell] = []
    var place = Place()
}

/// A cell of a grid.
struct GridCell: Equatable {
    /// Counted from 0.
    var column: Int
    var columnSpan = 1
    var rowSpan = 1
    /// Its paragraphs and items, top to bottom.
    var parts: [GridPart] = []
    /// The colour behind its words, where it has one that is not plain white.
    var fill: Colour?
    var place = Place()
    /// Whether its words finish those of the cell above it, which the end of a sheet cut in two.
    var goesOn = false
    /// How its first and last line are filled, where its reader knows.
    var ends: Ends?

    /// How the first and the last line of a cell are filled, in points.
    struct Ends: Equatable {
        /// Width of the first word.
        var firstWord: Double
        /// White space behind the last word.
        var room: Double
    }

    var isBlank: Bool { parts.allSatisfy { $0.passage.isBlank } }

    /// Whether all of its words are bold.
    var isBold: Bool {
        parts.allSatisfy { $0.passage.runs.allSatisfy { $0.isBold || $0.text.allSatisfy(\.isWhitespace) } }
    }
}

/// A paragraph or item within a cell.
struct GridPart: Equatable {
    var passage: Passage
    /// Nesting of an item, counted from 1; 0 for a paragraph.
    var depth = 0
    /// An item's printed number or letter; nil is a bullet.
    var label: String?

    init(_ passage: Passage, depth: Int = 0, label: String? = nil) {
        self.passage = passage
        self.depth = depth
        self.label = label
    }
}
