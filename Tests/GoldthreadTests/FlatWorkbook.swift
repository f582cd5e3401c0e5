/// Writes a workbook as one XML file (flat OpenDocument), which needs no zip.
enum FlatWorkbook {
    static func text(_ rows: [[String]], named name: String) -> String {
        let cells = rows.map { row in
            row.map { "<table:table-cell office:value-type=\"string\"><text:p>\($0)</text:p></table:table-cell>" }
                .joined()
        }
        let spaces = ["office", "table", "text"].map {
            " xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
        }
        return "<?xml version=\"1.0\"?><office:document\(spaces.joined()) "
            + "office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\"><office:body><office:spreadsheet>"
            + "<table:table table:name=\"\(name)\">"
            + cells.map { "<table:table-row>\($0.isEmpty ? "<table:table-cell/>" : $0)</table:table-row>" }.joined()
            + "</table:table></office:spreadsheet></office:body></office:document>"
    }
}
