import Testing

@testable import Papers

@Suite struct WordChangesTests {
    @Test func `changes are read as accepted, and said so`() throws {
        let body = """
            <w:p><w:r><w:t xml:space="preserve">by </w:t></w:r><w:del w:id="1"><w:r><w:delText>May</w:delText></w:r></w:del>
            <w:ins w:id="2"><w:r><w:t>June</w:t></w:r></w:ins><w:moveFrom w:id="3"><w:r><w:t>gone</w:t></w:r></w:moveFrom>
            <w:moveTo w:id="4"><w:r><w:t xml:space="preserve"> come</w:t></w:r></w:moveTo></w:p>
            """
        let layout = try WordFile(body).layout()
        #expect(layout.lines == ["by June come"])
        #expect(layout.messages == ["4 tracked changes were read as accepted."])
    }

    @Test func `a paragraph whose mark was deleted goes on in the next`() throws {
        let body =
            WordFile.paragraph("One ", "<w:rPr><w:del w:id=\"1\"/></w:rPr>") + WordFile.paragraph("sentence.")
        #expect(try WordFile(body).layout().lines == ["One sentence."])
    }

    @Test func `deleted rows are dropped`() throws {
        let body = """
            <w:tbl><w:tr><w:tc>\(WordFile.paragraph("a"))</w:tc><w:tc>\(WordFile.paragraph("b"))</w:tc></w:tr>
            <w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>\(WordFile.paragraph("c"))</w:tc></w:tr></w:tbl>
            """
        #expect(try WordFile(body).layout().lines == ["table of 1 rows, 0 of them header", "A1: a", "B1: b"])
    }

    @Test func `comments are left out and counted`() throws {
        let body = """
            <w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Words</w:t></w:r><w:commentRangeEnd w:id="0"/>
            <w:r><w:commentReference w:id="0"/></w:r></w:p>
            """
        let layout = try WordFile(body).layout()
        #expect(layout.lines == ["Words"])
        #expect(layout.messages == ["1 comment was left out."])
    }

    @Test func `hidden text is left out, and said so`() throws {
        let body = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Draft: </w:t></w:r><w:r><w:t>Words</w:t></w:r></w:p>"
        let layout = try WordFile(body).layout()
        #expect(layout.lines == ["Words"])
        #expect(layout.messages == ["Hidden text was left out in 1 place."])
    }

    @Test func `notes follow the paper, and heads and feet come first, each once`() throws {
        var file = WordFile(
            """
            <w:p><w:r><w:t>Words</w:t><w:footnoteReference w:id="2"/><w:endnoteReference w:id="2"/></w:r></w:p>
            <w:p><w:r><w:t>More</w:t></w:r></w:p>
            """)
        let head = "<w:hdr \(WordFile.spaces)>\(WordFile.paragraph("Anytown Council"))</w:hdr>"
        file.others = [
            ("header", "header1.xml", head), ("header", "header2.xml", head),
            (
                "footnotes", "footnotes.xml",
                "<w:footnotes \(WordFile.spaces)><w:footnote w:id=\"0\">\(WordFile.paragraph("-"))</w:footnote>"
                    + "<w:footnote w:id=\"2\">\(WordFile.paragraph("At its foot."))</w:footnote></w:footnotes>"
            ),
            (
                "endnotes", "endnotes.xml",
                "<w:endnotes \(WordFile.spaces)><w:endnote w:id=\"2\">\(WordFile.paragraph("At its end."))</w:endnote>"
                    + "</w:endnotes>"
            ),
        ]
        #expect(try file.layout().lines == ["~ Anytown Council", "Words", "More", "At its foot.", "At its end."])
    }
}
