/// Where in its paper a finding stands.
public struct Source: Sendable, Hashable, Codable {
    /// The page as printed on the same sheet; absent where the paper shows none.
    public var page: Int?
    /// The table, counted from 1 within the paper; each unbroken run of table lines is one.
    public var table: Int?
    /// The body row, counted from 1 within the table; header rows are not counted.
    public var row: Int?
    /// The line, counted from 1, that holds the finding's first word.
    public var line: Int

    /// The sheet of the file, counted from 1; absent where the file has no pages.
    public var sheet: Int?
    /// The name of the worksheet, in a workbook.
    public var worksheet: String?
    /// The address of the cell, such as `C12`: in a workbook its own, in any other table its column and row.
    public var cell: String?
    /// Where it stands on its sheet: left, upper, right and lower edge in points (1/72 inch) from the upper left.
    public var box: [Int]?

    /// A place by its line and, where they apply, its page, table and row.
    public init(line: Int, page: Int? = nil, table: Int? = nil, row: Int? = nil) {
        self.line = line
        self.page = page
        self.table = table
        self.row = row
    }
}
