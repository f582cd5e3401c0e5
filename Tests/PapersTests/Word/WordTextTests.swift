import Testing

@testable import Papers

@Suite struct WordTextTests {
    private func lines(_ body: String, styles: String = "") throws -> [String] {
        var file = WordFile(body)
        file.styles = styles
        return try file.layout().lines
    }

    @Test func `headings come from styles, from styles based on them, and from a paragraph's own outline level`() throws
    {
        let styles =
            WordFile.style("Heading1", name: "heading 1", "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>")
            + WordFile.style("CouncilHead", name: "Council Heading", basedOn: "Heading1")
            + WordFile.style("berschrift2", name: "heading 2") + WordFile.style("T", name: "Title")
            + WordFile.style(
                "Plain", name: "Not a heading", basedOn: "Heading1", "<w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>")
        let body =
            WordFile.paragraph("A report", "<w:pStyle w:val=\"T\"/>")
            + WordFile.paragraph("Introduction", "<w:pStyle w:val=\"CouncilHead\"/>")
            + WordFile.paragraph("Detail", "<w:pStyle w:val=\"berschrift2\"/>")
            + WordFile.paragraph("Own", "<w:outlineLvl w:val=\"2\"/>")
            + WordFile.paragraph("Text", "<w:pStyle w:val=\"Plain\"/>")
        #expect(try lines(body, styles: styles) == ["# A report", "# Introduction", "## Detail", "### Own", "Text"])
    }

    @Test func `a whole paragraph in a heading's style is no heading`() throws {
        let long = String(repeating: "That the council keeps its word. ", count: 10)
        let body = WordFile.paragraph(long, "<w:outlineLvl w:val=\"1\"/>")
        #expect(try lines(body) == [String(long.dropLast())])
    }

    @Test func `bold is taken from runs, styles and defaults, and switched off by a run`() throws {
        let styles =
            WordFile.style("Strong", name: "Strong paragraph", "<w:rPr><w:b/></w:rPr>")
            + WordFile.style("C", name: "Strong", "<w:rPr><w:b/></w:rPr>")
        let body = """
            <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Bold</w:t></w:r><w:r><w:t xml:space="preserve"> plain</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="Strong"/></w:pPr><w:r><w:t>All</w:t></w:r>
            <w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>not</w:t></w:r>
            <w:r><w:rPr><w:rStyle w:val="C"/></w:rPr><w:t>both</w:t></w:r></w:p>
            """
        #expect(try lines(body, styles: styles) == ["*Bold* plain", "*All*notboth"])
    }

    @Test func `lines of an address stand tight, tabs are spaces, and hyphens that are not printed go`() throws {
        let body = """
            <w:p><w:r><w:t>Town Hall</w:t><w:br/><w:t>High Street</w:t><w:cr/><w:t>Anytown</w:t></w:r></w:p>
            <w:p><w:r><w:t>2.1</w:t><w:tab/><w:t>co</w:t><w:softHyphen/><w:t>or\u{AD}dinate</w:t><w:noBreakHyphen/>
            <w:t>ed</w:t></w:r></w:p>
            """
        #expect(try lines(body) == ["Town Hall", "+ High Street", "+ Anytown", "2.1 coordinate-ed"])
    }

    @Test func `signs of symbol fonts become what they look like`() throws {
        let body = """
            <w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t> Done </w:t><w:sym w:font="Symbol" w:char="F0B3"/>
            </w:r><w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>l</w:t></w:r>
            <w:r><w:t>\u{F0A7}</w:t></w:r></w:p>
            """
        #expect(try lines(body) == ["✓ Done ≥●▪"])
    }

    @Test func `a field shows what came of it and not its instruction`() throws {
        let body = """
            <w:p><w:r><w:t xml:space="preserve">See </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>
            <w:r><w:instrText> REF _x \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
            <w:r><w:t>section 4</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
            <w:hyperlink r:id="x"><w:r><w:t xml:space="preserve"> online</w:t></w:r></w:hyperlink>
            <w:fldSimple w:instr="DATE"><w:r><w:t xml:space="preserve"> today</w:t></w:r></w:fldSimple></w:p>
            <w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>
            </w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> Yes</w:t></w:r></w:p>
            """
        #expect(try lines(body) == ["See section 4 online today", "☒ Yes"])
    }

    @Test func `a table of contents is furniture`() throws {
        let styles = WordFile.style("TOC1", name: "toc 1")
        let body =
            WordFile.paragraph("1 Summary 3", "<w:pStyle w:val=\"TOC1\"/>") + """
                <w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>
                <w:sdtContent>\(WordFile.paragraph("Contents"))</w:sdtContent></w:sdt>
                <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>
                <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Summary 4</w:t></w:r></w:p>
                <w:p><w:r><w:t>Detail 5</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
                """ + WordFile.paragraph("Words")
        #expect(
            try lines(body, styles: styles) == ["~ 1 Summary 3", "~ Contents", "~ Summary 4", "~ Detail 5", "Words"])
    }

    @Test func `a table of contents that never ends gives way to the next heading`() throws {
        let body = """
            <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>
            <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Aims 4</w:t></w:r></w:p>
            """
        let rest = WordFile.paragraph("Aims", "<w:outlineLvl w:val=\"0\"/>") + WordFile.paragraph("Words")
        #expect(try lines(body + rest) == ["~ Aims 4", "# Aims", "Words"])
    }

    @Test func `forms show what was filled in and not what asks for it`() throws {
        let body = """
            <w:p><w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>
            <w:r><w:t xml:space="preserve"> Agreed </w:t></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>
            <w:r><w:t>Click here to enter text.</w:t></w:r></w:sdtContent></w:sdt></w:p>
            """
        #expect(try lines(body) == ["☒ Agreed"])
    }

    @Test func `a text box follows the paragraph it is anchored in, once`() throws {
        let box = "<w:txbxContent>\(WordFile.paragraph("In the box"))</w:txbxContent>"
        let body = """
            <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>\(box)</wps:txbx>
            </wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>\(box)</v:textbox></v:shape>
            </w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Anchored here</w:t></w:r></w:p>
            <w:p><w:r><w:pict><v:shape><v:textbox>\(box)</v:textbox></v:shape></w:pict></w:r></w:p>
            """
        #expect(try lines(body) == ["Anchored here", "In the box", "In the box"])
    }
}
