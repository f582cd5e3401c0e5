import Fuzzing
import Testing

@testable import Papers

/// Layouts that promise more than any paper holds: each is read or refused in words, soon.
@Suite(.timeLimit(.minutes(5))) struct HostileLayoutTests {
    private static let office = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    private static let spaces =
        "\(office) xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
        + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""

    private func outcome(_ bytes: [UInt8], _ name: String) async -> String {
        do throws(PaperError) {
            let paper = try await PaperReaders.read(bytes, name: name)
            #expect(paper.transcript?.count ?? 0 < 20_000_000)
            return "read"
        } catch {
            return error.description
        }
    }

    private func openDocument(_ body: String, type: String) -> [UInt8] {
        ZipWriter.pack([
            ("mimetype", "application/vnd.oasis.opendocument.\(type)"),
            (
                "content.xml",
                "<office:document-content \(Self.spaces)><office:body>\(body)</office:body></office:document-content>"
            ),
        ])
    }

    private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

    // MARK: Spans and repetitions

    @Test(arguments: ["99", "1000000000", "99999999999999999999999", "-1", "0"])
    func `a cell that spans more than any table is no hang and no crash`(span: String) async {
        let page = "<html><body><table><tr><td colspan=\(span) rowspan=\(span)>Words<td>More</table>"
        _ = await outcome(Array(page.utf8), "plan.html")
        let cell =
            "<w:tc><w:tcPr><w:gridSpan w:val=\"\(span)\"/><w:vMerge w:val=\"restart\"/></w:tcPr>\(WordFile.paragraph("Words"))</w:tc>"
        _ = await outcome(WordFile("<w:tbl><w:tr>\(cell)\(cell)</w:tr><w:tr>\(cell)</w:tr></w:tbl>").typed, "plan.docx")
        let table =
            "<table:table><table:table-column table:number-columns-repeated=\"\(span)\"/>"
            + "<table:table-row table:number-rows-repeated=\"\(span)\">"
            + "<table:table-cell table:number-columns-repeated=\"\(span)\" table:number-columns-spanned=\"\(span)\" "
            + "table:number-rows-spanned=\"\(span)\" office:value-type=\"string\"><text:p>Words</text:p></table:table-cell>"
            + "</table:table-row></table:table>"
        _ = await outcome(openDocument("<office:text>\(table)</office:text>", type: "text"), "plan.odt")
        _ = await outcome(
            openDocument("<office:spreadsheet>\(table)</office:spreadsheet>", type: "spreadsheet"), "plan.ods")
        let text =
            "{\\rtf1 \\trowd\\cellx\(span)\\cellx\(span)\\pard\\intbl Words\\cell More\\cell\\row\\li\(span)\\u\(span) End\\par}"
        _ = await outcome(Array(text.utf8), "plan.rtf")
        let spaces = "<office:text><text:p>A<text:s text:c=\"\(span)\"/>B</text:p></office:text>"
        _ = await outcome(openDocument(spaces, type: "text"), "plan.odt")
    }

    @Test func `the last cell of a workbook costs no more than the first`() async {
        let sheet =
            "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>Words</t></is></c></row>"
            + "<row r=\"1\"><c r=\"ZZZZZZZZZ99999999999999999999\" t=\"inlineStr\"><is><t>More</t></is></c></row>"
        _ = await outcome(ExcelFile(sheet).bytes, "plan.xlsx")
    }

    @Test func `sixty thousand columns of delimited text are no hang`() async {
        let row = times(60_000, "a,") + "\n"
        _ = await outcome(Array(times(20, row).utf8), "plan.csv")
        _ = await outcome(Array(("a,b\n" + times(300_000, "\"")).utf8), "plan.csv")
    }

    // MARK: Nesting

    @Test func `elements of workbooks and OpenDocument files may not nest a hundred thousand deep either`() async {
        let words = times(100_000, "<text:list><text:list-item>") + times(100_000, "</text:list-item></text:list>")
        let cells = times(100_000, "<table:table-row>") + times(100_000, "</table:table-row>")
        let rows = times(100_000, "<row>") + times(100_000, "</row>")
        let files: [([UInt8], String, String)] = [
            (openDocument("<office:text>\(words)</office:text>", type: "text"), "plan.odt", "content.xml"),
            (
                openDocument(
                    "<office:spreadsheet><table:table>\(cells)</table:table></office:spreadsheet>", type: "spreadsheet"),
                "plan.ods", "content.xml"
            ),
            (ExcelFile(rows).bytes, "plan.xlsx", "Sheet1"),
        ]
        for (bytes, name, part) in files {
            let message = await outcome(bytes, name)
            #expect(message.hasPrefix("\(name) was refused: ") || message.hasPrefix("\(name) is damaged: "))
            #expect(message.contains(part), "\(message)")
        }
    }

    // MARK: Entities

    @Test func `a flat OpenDocument file may not declare entities either`() async {
        let file =
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY k SYSTEM \"file:///etc/passwd\">]>"
            + "<office:document \(Self.spaces) office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body>"
            + "<office:text><text:p>&k;</text:p></office:text></office:body></office:document>"
        #expect(
            await outcome(Array(file.utf8), "plan.fodt")
                == "plan.fodt was refused: the file declares entities of its own, which no word processor writes. "
                + "It may be made to do harm. If you trust it, print it to PDF and import that.")
    }

    @Test func `entities that a web page declares stand for nothing`() async throws {
        let page =
            "<!DOCTYPE html [<!ENTITY k SYSTEM \"file:///etc/passwd\"><!ENTITY a \"\(times(1000, "ha"))\">]>"
            + "<html><body><p>Words &k; \(times(1000, "&a;")) of the plan.</p></body></html>"
        let paper = try await PaperReaders.read(Array(page.utf8), name: "plan.html")
        let text = String(decoding: paper.transcript ?? [], as: UTF8.self)
        #expect(text.contains("of the plan."))
        #expect(!text.contains("root:"))
        // What it declares may stand there as words, once; a million of them may not.
        #expect(text.utf8.count < 20_000)
    }
}
