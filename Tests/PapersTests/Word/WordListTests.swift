import Testing

@testable import Papers

@Suite struct WordListTests {
    private static func level(_ index: Int, _ format: String, _ text: String, _ more: String = "") -> String {
        "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>"
            + "<w:lvlText w:val=\"\(text)\"/>\(more)</w:lvl>"
    }

    private static func item(_ text: String, list: Int, level: Int = 0) -> String {
        WordFile.paragraph(
            text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
    }

    private static let numbering =
        "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2")
        + level(2, "lowerLetter", "(%3)") + level(3, "lowerRoman", "%4.") + "</w:abstractNum>"
        + "<w:abstractNum w:abstractNumId=\"1\">" + level(0, "bullet", "\u{F0B7}") + "</w:abstractNum>"
        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
        + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
        + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/>"
        + "</w:lvlOverride></w:num>"

    private func lines(_ body: String, styles: String = "", numbering: String = numbering) throws -> [String] {
        var file = WordFile(body)
        file.numbering = numbering
        file.styles = styles
        return try file.layout().lines
    }

    @Test func `items carry the labels that Word prints, level by level`() throws {
        let body =
            Self.item("One", list: 1) + Self.item("Two", list: 1) + Self.item("Two one", list: 1, level: 1)
            + Self.item("Letter", list: 1, level: 2) + Self.item("Letter", list: 1, level: 2)
            + Self.item("Roman", list: 1, level: 3) + Self.item("Two two", list: 1, level: 1)
            + Self.item("Letter", list: 1, level: 2) + Self.item("Bullet", list: 2)
        #expect(
            try lines(body) == [
                "1. [1.] One", "1. [2.] Two", "2. [2.1] Two one", "3. [(a)] Letter", "3. [(b)] Letter", "4. [i.] Roman",
                "2. [2.2] Two two", "3. [(a)] Letter", "1. [•] Bullet",
            ])
    }

    @Test func `a list may start elsewhere, and one of the same kind goes on counting`() throws {
        let body = Self.item("a", list: 1) + Self.item("b", list: 3) + Self.item("c", list: 3) + Self.item("d", list: 1)
        #expect(try lines(body) == ["1. [1.] a", "1. [7.] b", "1. [8.] c", "1. [9.] d"])
    }

    @Test func `a style may put its paragraphs in a list, at the level that names it`() throws {
        let numbering =
            "<w:abstractNum w:abstractNumId=\"0\">" + Self.level(0, "upperRoman", "Part %1", "<w:pStyle w:val=\"H\"/>")
            + Self.level(1, "decimal", "%1.%2", "<w:isLgl/><w:pStyle w:val=\"N\"/>") + "</w:abstractNum>"
            + "<w:num w:numId=\"5\"><w:abstractNumId w:val=\"0\"/></w:num>"
        let list = "<w:pPr><w:numPr><w:numId w:val=\"5\"/></w:numPr></w:pPr>"
        let styles = WordFile.style("H", name: "heading 1", list) + WordFile.style("N", name: "Numbered", list)
        let body =
            WordFile.paragraph("Aims", "<w:pStyle w:val=\"H\"/>")
            + WordFile.paragraph("First", "<w:pStyle w:val=\"N\"/>")
            + WordFile.paragraph("Out", "<w:pStyle w:val=\"N\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>")
            + WordFile.paragraph("Second", "<w:pStyle w:val=\"N\"/>")
        #expect(
            try lines(body, styles: styles, numbering: numbering) == [
                "# Part I Aims", "2. [1.1] First", "Out", "2. [1.2] Second",
            ])
    }

    @Test func `a list may be defined by a list style`() throws {
        let numbering =
            "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"Legal\"/></w:abstractNum>"
            + "<w:abstractNum w:abstractNumId=\"1\">" + Self.level(0, "upperLetter", "Action %1:") + "</w:abstractNum>"
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
            + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
        let styles = """
            <w:style w:type="numbering" w:styleId="Legal"><w:name w:val="Legal"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr>
            </w:pPr></w:style>
            """
        #expect(
            try lines(Self.item("Write", list: 1), styles: styles, numbering: numbering) == ["1. [Action A:] Write"])
    }

    @Test func `numbers typed by hand stay in the text, and lines within an item stand tight`() throws {
        let body = """
            \(WordFile.paragraph("3.1 Typed"))<w:p><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>
            <w:r><w:t>Words</w:t><w:br/><w:t>go on</w:t></w:r></w:p>
            """
        #expect(try lines(body) == ["3.1 Typed", "1. [•] Words", "+ go on"])
    }

    @Test func `bullets of a second style are nested`() throws {
        let styles = WordFile.style(
            "B2", name: "List Bullet 2", "<w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr>")
        #expect(try lines(WordFile.paragraph("Deep", "<w:pStyle w:val=\"B2\"/>"), styles: styles) == ["2. [•] Deep"])
    }

    @Test(arguments: [
        (ListNumber.lowerLetter, 28, "bb"), (.upperRoman, 1994, "MCMXCIV"), (.ordinal, 12, "12th"),
        (.ordinal, 22, "22nd"), (.paddedDecimal, 7, "07"), (.cardinalWord, 3, "Three"),
        (.lowerLetter, 5_000_000, "5000000"),
        (.lowerRoman, -4, "-4"),
    ]) func `numbers are written as the list writes them`(number: ListNumber, value: Int, text: String) {
        #expect(number.text(value) == text)
    }
}
