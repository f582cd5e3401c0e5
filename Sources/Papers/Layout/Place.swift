/// Where words stand in the file that a paper was read from, so that a person can be shown the very spot.
///
/// A long paper has a hundred thousand places: what they may lack takes no room of its own.
public struct Place: Sendable, Hashable {
    private var sheetNumber = Place.none
    private var pageNumber = Place.none
    private var area = Place.nowhere
    /// The name of the worksheet in a workbook.
    public var worksheet: String?
    /// The address of a cell, such as `C12`: in a workbook its own; in a table of any other file its column and row.
    public var cell: String?

    private static let none = Int32.min
    private static let nowhere = Box(left: -.infinity, top: 0, right: 0, bottom: 0)

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
    /// Where on the sheet.
    public var box: Box? {
        get { area.left == -.infinity ? nil : area }
        set { area = newValue ?? Place.nowhere }
    }

    /// A place; what does not apply is left out.
    public init(
        sheet: Int? = nil, printedPage: Int? = nil, box: Box? = nil, worksheet: String? = nil, cell: String? = nil
    ) {
        self.worksheet = worksheet
        self.cell = cell
        self.sheet = sheet
        self.printedPage = printedPage
        self.box = box
    }

    /// The address of a cell by its column and row, both counted from 0: `A1`, `AB7`.
    public static func address(column: Int, row: Int) -> String {
        var letters: [UInt8] = []
        var rest = column + 1
        while rest > 0 {
            letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self) + "\(row + 1)"
    }
}

extension Place: Codable {
    private enum CodingKeys: String, CodingKey { case sheet, printedPage, box, worksheet, cell }

    /// A place as it was written down; what is not there does not apply.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            sheet: try values.decodeIfPresent(Int.self, forKey: .sheet),
            printedPage: try values.decodeIfPresent(Int.self, forKey: .printedPage),
            box: try values.decodeIfPresent(Box.self, forKey: .box),
            worksheet: try values.decodeIfPresent(String.self, forKey: .worksheet),
            cell: try values.decodeIfPresent(String.self, forKey: .cell))
    }

    /// Writes down what applies.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encodeIfPresent(sheet, forKey: .sheet)
        try values.encodeIfPresent(printedPage, forKey: .printedPage)
        try values.encodeIfPresent(box, forKey: .box)
        try values.encodeIfPresent(worksheet, forKey: .worksheet)
        try values.encodeIfPresent(cell, forKey: .cell)
    }
}

/// A rectangle on a sheet, in points (1/72 inch) from the sheet's upper left corner as it is read.
public struct Box: Sendable, Hashable, Codable {
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
