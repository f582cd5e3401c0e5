/// Something that is a line of a table for spreadsheets, and an object for programs.
public protocol ExportRow: Encodable {
    /// The headings of a CSV file.
    static var titles: [String] { get }
    /// What stands below them, in their order.
    var cells: [String] { get }
}

/// Tables as CSV (RFC 4180): UTF-8, a line of headings.
public enum CSVText {
    /// The rows of a table below its headings.
    public static func of<ExportedRow: ExportRow>(_ rows: [ExportedRow]) -> String {
        var text = line(ExportedRow.titles)
        for row in rows { text += line(row.cells) }
        return text
    }

    private static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

    /// In quotes where it has to be; with ' before what a spreadsheet would work out (OWASP, CSV injection).
    public static func cell(_ text: String) -> String {
        // A scalar, not a Character: a mark on "=" hides it from Swift and not from a spreadsheet.
        let isFormula = text.unicodeScalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.contains(where: { "\",\r\n".contains($0) || $0 == "\r\n" }) else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
