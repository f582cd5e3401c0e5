/// A piece of a paper that stands by itself: a heading, paragraph, list item, table or mark.
public struct Block: Sendable {
    /// What the layout says that it is.
    public var shape: Shape
    /// Its words, lines joined; for a table, empty.
    public var text: String
    /// Its lines, each with its place.
    public var lines: [TextLine]
    /// The number, letter or bullet before its words.
    public var marker: Marker?
    /// Columns of white space before its first word.
    public var indent: Int
    /// Whether all of its words are bold.
    public var isBold: Bool
    /// Words that stand in bold at its start, where the rest is not bold.
    public var boldLead: String?
    /// Page as printed on the same sheet.
    public var page: Int?
    /// Index in `Paper.tables`, for a table's run.
    public var table: Int?
    /// Nesting of a heading, counted from 1; nil for all else.
    public var depth: Int?

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
