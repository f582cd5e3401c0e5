/// Which cell of a table: in a workbook as its program names it, in a table of any other file by its column and row there.
public struct CellAddress: Sendable, Hashable, CustomStringConvertible {
    private var packedColumn: Int32
    private var packedRow: Int32

    /// Counted from 0.
    public var column: Int { Int(packedColumn) }
    /// Counted from 0.
    public var row: Int { Int(packedRow) }

    /// A cell by its column and row, both counted from 0.
    public init(column: Int, row: Int) {
        packedColumn = Int32(clamping: column)
        packedRow = Int32(clamping: row)
    }

    /// The cell that "C12" or "$C$12" names; nil for what names none.
    public init?(_ text: some StringProtocol) {
        var (column, row) = (0, 0)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): column = column * 26 + Int(byte) - 64
            case let digit where digit.isDigit: row = row * 10 + Int(digit) - 48
            case UInt8(ascii: "$"): continue
            default: return nil
            }
            guard column <= 20_000, row <= 2_000_000 else { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.init(column: column - 1, row: row - 1)
    }

    /// "A1", "AB7".
    public var description: String { "\(CellAddress.letters(ofColumn: column))\(row + 1)" }

    /// What a workbook calls a column, counted from 0: "A", "AB".
    public static func letters(ofColumn column: Int) -> String {
        var letters: [UInt8] = []
        var rest = column + 1
        while rest > 0 {
            letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}
