/// Where words stand in the file that a paper was read from, so that a person can be shown the very spot.
///
/// A long paper has a hundred thousand places: what they may lack takes no room of its own.
public struct Place: Sendable, Hashable {
    private var sheetNumber = Place.none
    private var pageNumber = Place.none
    private var area = Area.nowhere
    private var address = Place.noCell
    /// The name of the worksheet in a workbook.
    public var worksheet: String?

    private static let none = Int32.min
    private static let noCell = CellAddress(column: -1, row: -1)

    /// The sheet of paper, counted from 1 from the file's first; absent where the file has no pages.
    public var sheet: Int? {
        get { sheetNumber == Place.none ? nil : Int(sheetNumber) }
        set { sheetNumber = newValue.map(Int32.init(clamping:)) ?? Place.none }
    }
    /// The page number printed on the sheet, where one is.
    public var printedPage: Int? {
        get { pageNumber == Place.none ? nil : Int(pageNumber) }
        set { pageNumber = newValue.map(Int32.init(clamping:)) ?? Place.none }
    }
    /// Where on the sheet, to the point.
    public var box: Box? {
        get { area.box }
        set { area = newValue.map(Area.init) ?? Area.nowhere }
    }
    /// The cell, of a workbook or of a table in any other file.
    public var cell: CellAddress? {
        get { address == Place.noCell ? nil : address }
        set { address = newValue ?? Place.noCell }
    }

    /// A place; what does not apply is left out.
    public init(
        sheet: Int? = nil, printedPage: Int? = nil, box: Box? = nil, worksheet: String? = nil, cell: CellAddress? = nil
    ) {
        self.worksheet = worksheet
        self.sheet = sheet
        self.printedPage = printedPage
        self.box = box
        self.cell = cell
    }
}

/// A rectangle in whole points, in a quarter of the room.
private struct Area: Sendable, Hashable {
    var left: Int16
    var top: Int16
    var right: Int16
    var bottom: Int16

    static let nowhere = Area(left: .min, top: 0, right: 0, bottom: 0)

    var box: Box? {
        guard self != Area.nowhere else { return nil }
        return Box(left: Double(left), top: Double(top), right: Double(right), bottom: Double(bottom))
    }
}

extension Area {
    init(_ box: Box) {
        // No sheet is larger than 200 inches; what claims to stand beyond that is cut there.
        func whole(_ edge: Double) -> Int16 { edge.isNaN ? 0 : Int16(max(-30_000, min(edge, 30_000)).rounded()) }
        self.init(left: whole(box.left), top: whole(box.top), right: whole(box.right), bottom: whole(box.bottom))
    }
}

/// A rectangle on a sheet, in points (1/72 inch) from the sheet's upper left corner as it is read.
public struct Box: Sendable, Hashable {
    /// Of the left edge, from the sheet's left.
    public var left: Double
    /// Of the upper edge, from the sheet's top.
    public var top: Double
    /// Of the right edge, from the sheet's left.
    public var right: Double
    /// Of the lower edge, from the sheet's top.
    public var bottom: Double

    /// A rectangle by its edges.
    public init(left: Double, top: Double, right: Double, bottom: Double) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
    }

    /// Points from left to right edge.
    public var width: Double { right - left }
    /// Points from upper to lower edge.
    public var height: Double { bottom - top }

    /// Whether another rectangle lies within this one.
    public func contains(_ other: Box) -> Bool {
        left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom
    }

    /// The smallest rectangle around both.
    public func union(_ other: Box) -> Box {
        Box(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }
}
