/// Where words stand in the file that a paper was read from, so that a person can be shown the very spot.
public struct Place: Sendable, Hashable, Codable {
    /// The sheet of paper, counted from 1 from the file's first; absent where the file has no pages.
    public var sheet: Int?
    /// The page number printed on the sheet, where one is.
    public var printedPage: Int?
    /// Where on the sheet.
    public var box: Box?
    /// The name of the worksheet in a workbook.
    public var worksheet: String?
    /// The address of a cell, such as `C12`: in a workbook its own; in a table of any other file its column and row.
    public var cell: String?

    /// A place; what does not apply is left out.
    public init(
        sheet: Int? = nil, printedPage: Int? = nil, box: Box? = nil, worksheet: String? = nil, cell: String? = nil
    ) {
        self.sheet = sheet
        self.printedPage = printedPage
        self.box = box
        self.worksheet = worksheet
        self.cell = cell
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
