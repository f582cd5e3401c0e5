/// A piece of a paper that stands by itself: a heading, paragraph, list item, table or mark.
///
/// A long paper has tens of thousands: numbers take no more room than they need.
public struct Block: Sendable {
    /// What the layout says that it is.
    public var shape: Shape
    /// Its words, lines joined; for a table, empty.
    public var text: String
    /// Its lines, each with its place.
    public var lines: [TextLine]
    /// The number, letter or bullet before its words.
    public var marker: Marker?
    private var packedIndent: UInt16 = 0
    /// Whether all of its words are bold.
    public var isBold: Bool
    /// Words that stand in bold at its start, where the rest is not bold.
    public var boldLead: String?
    private var packedDepth: UInt8 = 0
    private var packedPage = Block.none
    private var packedTable = Block.none

    private static let none = Int32.min

    init(shape: Shape, text: String, lines: [TextLine]) {
        self.shape = shape
        self.text = text
        self.lines = lines
        isBold = false
    }

    /// Columns of white space before its first word.
    public var indent: Int {
        get { Int(packedIndent) }
        set { packedIndent = UInt16(clamping: newValue) }
    }
    /// Page as printed on the same sheet.
    public var page: Int? {
        get { packedPage == Block.none ? nil : Int(packedPage) }
        set { packedPage = newValue.map(Int32.init(clamping:)) ?? Block.none }
    }
    /// Index in `Paper.tables`, for a table's run.
    public var table: Int? {
        get { packedTable == Block.none ? nil : Int(packedTable) }
        set { packedTable = newValue.map(Int32.init(clamping:)) ?? Block.none }
    }
    /// Nesting of a heading, counted from 1; nil for all else.
    public var depth: Int? {
        get { packedDepth == 0 ? nil : Int(packedDepth) }
        set { packedDepth = newValue.map(UInt8.init(clamping:)) ?? 0 }
    }

    /// Line of its first word.
    public var line: Int { lines.first?.line ?? 0 }
    /// What a block is by its layout alone.
    public enum Shape: Sendable, Hashable {
        case heading, paragraph, item, table
        /// A running head or foot, printed again on each page.
        case runningHead
        /// A printed page number.
        case pageMark
        /// A mark left by an image, a rule, or a notice such as "This page is intentionally left blank".
        case noise
    }

    /// Whether it is printed for the page's sake and says nothing.
    public var isFurniture: Bool { shape == .runningHead || shape == .pageMark || shape == .noise }
}
