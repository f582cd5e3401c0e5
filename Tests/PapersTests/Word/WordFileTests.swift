import Fuzzing
import Testing

@testable import Papers

@Suite(.timeLimit(.minutes(10))) struct WordFileTests {
    private static let page = "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"

    @Test func `sheets are counted where the file notes them, and a break that was set is not counted twice`() throws {
        let body =
            WordFile.paragraph("One") + Self.page
            + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Two</w:t></w:r></w:p>"
            + "<w:p><w:r><w:t>Long </w:t><w:lastRenderedPageBreak/><w:t>one</w:t></w:r></w:p>"
            + WordFile.paragraph("Four", "<w:pageBreakBefore/>")
        let layout = try WordFile(body).layout()
        #expect(layout.lines == ["One", "---", "Two", "Long one", "---", "---", "Four"])
        #expect(layout.sheets == [1, 2, 2, 4])
    }

    @Test func `sections begin new sheets unless they go on where they are`() throws {
        let body = """
            <w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>One</w:t></w:r></w:p>
            <w:p><w:pPr><w:sectPr><w:type w:val="nextPage"/></w:sectPr></w:pPr><w:r><w:t>Two</w:t></w:r></w:p>
            <w:p><w:r><w:t>Still two</w:t></w:r></w:p><w:sectPr><w:type w:val="continuous"/></w:sectPr>
            """
        let layout = try WordFile(body).layout()
        #expect(layout.lines == ["One", "---", "Two", "Still two"])
        #expect(layout.sheets == [nil, nil, nil])
    }

    @Test func `a missing part is named`() throws {
        let bytes = ZipWriter.pack([("word/document.xml", "<x/>")])
        #expect(throws: PaperError.damaged(name: "a.docx", what: "_rels/.rels is missing")) {
            try WordLayout.read(bytes, name: "a.docx")
        }
    }

    @Test func `a broken part is named`() throws {
        var file = WordFile(WordFile.paragraph("Words"))
        file.others = [("styles", "styles.xml", "<w:styles \(WordFile.spaces)><w:style>")]
        let error = #expect(throws: PaperError.self) { try file.layout() }
        #expect(error?.description.contains("word/styles.xml is not whole XML") ?? false)
    }

    @Test func `a file cut or altered anywhere is read or refused, never more`() throws {
        var file = WordFile(
            WordFile.paragraph("Words", "<w:pStyle w:val=\"H\"/>")
                + "<w:tbl><w:tr><w:tc>\(WordFile.paragraph("a"))</w:tc>"
                + "<w:tc><w:tcPr><w:vMerge/></w:tcPr>\(WordFile.paragraph("b"))</w:tc></w:tr></w:tbl>")
        file.styles = WordFile.style("H", name: "heading 1")
        let bytes = file.bytes
        Damage.tryAll(bytes) { _ = try? WordLayout.read($0, name: "a.docx") }
        // The archive's sums catch most of that; here the words themselves are altered and packed anew.
        Damage.tryAll(Array(file.body.utf8)) {
            file.body = String(decoding: $0, as: UTF8.self)
            _ = try? file.layout()
        }
    }

    @Test func `a thousand pages are read in seconds`() throws {
        let text = String(repeating: "The council will keep its word by March. ", count: 8)
        let body = String(repeating: WordFile.paragraph(text), count: 10_000)
        let file = WordFile(body)
        let bytes = file.bytes
        #expect(try WordLayout.read(bytes, name: "a.docx").elements.count == 10_000)
    }
}
