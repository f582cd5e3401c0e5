import Fuzzing
import Testing

@testable import Papers

@Suite struct OpenDocumentTextTests {
    private static let spaces =
        ["office", "text", "table", "style"].map { "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\" " }
        .joined() + "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
        + "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""

    /// A flat file: styles, automatic styles, master pages and words in one.
    private static func flat(_ body: String, styles: String, automatic: String, masters: String) -> [UInt8] {
        Array(
            ("<office:document \(spaces)><office:styles>\(styles)</office:styles>"
                + "<office:automatic-styles>\(automatic)</office:automatic-styles>"
                + "<office:master-styles>\(masters)</office:master-styles>"
                + "<office:body><office:text>\(body)</office:text></office:body></office:document>").utf8)
    }

    private func layout(
        _ body: String, styles: String = "", automatic: String = "", masters: String = ""
    ) throws -> Layout {
        try OpenDocumentLayout.read(
            Self.flat(body, styles: styles, automatic: automatic, masters: masters), name: "paper.fodt")
    }

    @Test func `headings carry their level and the number of the outline, and a title is the highest`() throws {
        let styles = """
            <style:style style:name="Title" style:family="paragraph"/>
            <text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/>
            <text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2" style:num-suffix="."/>
            <text:outline-level-style text:level="3" style:num-format=""/></text:outline-style>
            """
        let body = """
            <text:p text:style-name="P1">A report</text:p><text:h text:outline-level="1">Aims</text:h>
            <text:h text:outline-level="2">Why</text:h><text:h text:outline-level="2">How</text:h>
            <text:h text:outline-level="3">Detail</text:h><text:h text:outline-level="1">Costs</text:h>
            """
        let automatic = "<style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Title\"/>"
        #expect(
            try layout(body, styles: styles, automatic: automatic).lines == [
                "# A report", "# 1 Aims", "## 1.1. Why", "## 1.2. How", "### Detail", "# 2 Costs",
            ])
    }

    @Test func `a title counts even where its style is not defined`() throws {
        #expect(try layout("<text:p text:style-name=\"Title\">A report</text:p>").lines == ["# A report"])
    }

    @Test func `bold is taken from automatic styles and their parents, and switched off by a span`() throws {
        let styles =
            "<style:style style:name=\"Strong\" style:family=\"paragraph\">"
            + "<style:text-properties fo:font-weight=\"bold\"/></style:style>"
        let automatic = """
            <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Strong"/>
            <style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="normal"/></style:style>
            <style:style style:name="T2" style:family="text"><style:text-properties fo:font-weight="700"/></style:style>
            """
        let body = """
            <text:p text:style-name="P1">Bold <text:span text:style-name="T1">plain</text:span></text:p>
            <text:p>Plain <text:span text:style-name="T2">bold</text:span></text:p>
            """
        #expect(try layout(body, styles: styles, automatic: automatic).lines == ["*Bold *plain", "Plain *bold*"])
    }

    @Test func `spaces, tabs and lines are kept, and comments, changes and hidden words are not`() throws {
        let automatic =
            "<style:style style:name=\"H\" style:family=\"text\">"
            + "<style:text-properties text:display=\"none\"/></style:style>"
        let body = """
            <text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>
            </text:changed-region></text:tracked-changes>
            <text:p>One<text:s text:c="4"/>two<text:tab/>three<text:line-break/>four<office:annotation><text:p>Why?</text:p>
            </office:annotation><text:span text:style-name="H">secret</text:span></text:p>
            <text:section text:display="none"><text:p>hidden</text:p></text:section>
            """
        let layout = try layout(body, automatic: automatic)
        #expect(layout.lines == ["One two three", "+ four"])
        #expect(
            layout.messages == [
                "1 tracked change was read as accepted.", "1 comment was left out.",
                "Hidden text was left out in 2 places.",
            ])
    }

    @Test func `text boxes follow, notes come last, and heads and contents are furniture`() throws {
        let masters = """
            <style:master-page><style:header><text:p>Anytown Council</text:p></style:header>
            <style:footer><text:p>Page 1</text:p></style:footer></style:master-page>
            """
        let body = """
            <text:table-of-content><text:table-of-content-source/><text:index-body><text:index-title><text:p>Contents</text:p>
            </text:index-title><text:p>Aims 2</text:p></text:index-body></text:table-of-content>
            <text:p>Words<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p>
            </text:note-body></text:note><draw:frame><draw:text-box><text:p>In the box</text:p></draw:text-box></draw:frame></text:p>
            <text:p>More</text:p>
            """
        #expect(
            try layout(body, masters: masters).lines == [
                "~ Anytown Council", "~ Page 1", "~ Contents", "~ Aims 2", "Words", "In the box", "More", "A note.",
            ])
    }

    @Test func `sheets are counted by breaks that were noted and breaks that were set`() throws {
        let automatic =
            "<style:style style:name=\"B\" style:family=\"paragraph\">"
            + "<style:paragraph-properties fo:break-before=\"page\"/></style:style>"
        let body = """
            <text:p text:style-name="B">One</text:p><text:p>Long<text:soft-page-break/> one</text:p>
            <text:p text:style-name="B">Three</text:p>
            """
        let layout = try layout(body, automatic: automatic)
        #expect(layout.lines == ["One", "Long one", "---", "---", "Three"])
        #expect(layout.sheets == [1, 1, 3])
    }

    // MARK: Lists

    private static let list = """
        <text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
        <text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
        <text:list-level-style-number text:level="3" style:num-format="i" text:display-levels="3" text:start-value="4"/>
        </text:list-style><text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>
        """

    @Test func `items carry printed labels, lists nest, and a list may go on from another`() throws {
        let body = """
            <text:list text:style-name="L1"><text:list-item><text:p>One</text:p><text:p>goes on</text:p><text:list>
            <text:list-item><text:p>Letter</text:p><text:list><text:list-item><text:p>Deep</text:p></text:list-item></text:list>
            </text:list-item><text:list-item><text:p>Letter</text:p></text:list-item></text:list></text:list-item>
            <text:list-item><text:p>Two</text:p></text:list-item></text:list>
            <text:list text:style-name="L2"><text:list-item><text:p>Bullet</text:p></text:list-item></text:list>
            <text:list text:style-name="L1" text:continue-numbering="true"><text:list-header><text:p>Head</text:p></text:list-header>
            <text:list-item><text:p>Three</text:p></text:list-item>
            <text:list-item text:start-value="9"><text:p>Nine</text:p></text:list-item></text:list>
            <text:list text:style-name="L1"><text:list-item><text:p>Anew</text:p></text:list-item></text:list>
            """
        #expect(
            try layout(body, automatic: Self.list).lines == [
                "1. [1.] One", "goes on", "2. [(a)] Letter", "3. [1.a.iv] Deep", "2. [(b)] Letter", "1. [2.] Two",
                "1. [•] Bullet", "Head", "1. [3.] Three", "1. [9.] Nine", "1. [1.] Anew",
            ])
    }

    @Test func `numbered paragraphs count by their list`() throws {
        let body = """
            <text:numbered-paragraph text:list-id="x" text:style-name="L1"><text:p>One</text:p></text:numbered-paragraph>
            <text:p>Between</text:p>
            <text:numbered-paragraph text:list-id="x" text:style-name="L1"><text:p>Two</text:p></text:numbered-paragraph>
            """
        #expect(try layout(body, automatic: Self.list).lines == ["1. [1.] One", "Between", "1. [2.] Two"])
    }

    // MARK: Tables

    @Test func `cells span, repeat and have fills`() throws {
        let automatic =
            "<style:style style:name=\"A1\" style:family=\"table-cell\">"
            + "<style:table-cell-properties fo:background-color=\"#ffc000\"/></style:style>"
        let body = """
            <table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2">
            <text:p>Wide</text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>C</text:p>
            </table:table-cell></table:table-row></table:table-header-rows><table:table-row>
            <table:table-cell table:number-rows-spanned="2"><text:p>Tall</text:p></table:table-cell>
            <table:table-cell table:style-name="A1" table:number-columns-repeated="2"><text:p>Same</text:p></table:table-cell>
            </table:table-row><table:table-row><table:covered-table-cell/><table:table-cell><text:p>b3</text:p>
            <text:list><text:list-item><text:p>item</text:p></text:list-item></text:list></table:table-cell></table:table-row>
            </table:table>
            """
        #expect(
            try layout(body, automatic: automatic).lines == [
                "table of 3 rows, 1 of them header", "A1 2x1: Wide", "C1: C", "A2 1x2: Tall", "B2 #FFC000: Same",
                "C2 #FFC000: Same", "B3: b3 / 1. [•] item",
            ])
    }

    @Test func `repeats beyond any table are cut`() throws {
        let body = """
            <table:table><table:table-row table:number-rows-repeated="2000000000">
            <table:table-cell table:number-columns-repeated="2000000000" table:number-rows-spanned="2000000000">
            <text:p>x</text:p></table:table-cell></table:table-row></table:table>
            """
        #expect(try layout(body).lines.count == 1 + 100 * 1000)
        // However many such tables there are, what repeats adds up to no more than memory holds.
        let cells = try layout(String(repeating: body, count: 50)).elements.flatMap(\.passages).count
        #expect((200_000..<400_000).contains(cells))
    }

    // MARK: Files

    @Test func `an archive is read by its parts, and a locked one is refused`() throws {
        let content =
            "<office:document-content \(Self.spaces)><office:body><office:text><text:p>Words</text:p>"
            + "</office:text></office:body></office:document-content>"
        let archive = ZipWriter.pack([("content.xml", content)])
        #expect(try OpenDocumentLayout.read(archive, name: "a.odt").lines == ["Words"])
        let locked = ZipWriter.pack([("META-INF/manifest.xml", "<m:encryption-data />"), ("content.xml", content)])
        #expect(throws: PaperError.locked(name: "a.odt")) { try OpenDocumentLayout.read(locked, name: "a.odt") }
        let empty = ZipWriter.pack([("mimetype", "application/vnd.oasis.opendocument.text")])
        #expect(throws: PaperError.damaged(name: "a.odt", what: "content.xml is missing")) {
            try OpenDocumentLayout.read(empty, name: "a.odt")
        }
    }

    @Test func `a file cut or altered anywhere is read or refused, never more`() {
        let body = """
            <text:h text:outline-level="1">Aims</text:h><text:list text:style-name="L1"><text:list-item><text:p>One</text:p>
            </text:list-item></text:list><table:table><table:table-row><table:table-cell table:number-columns-spanned="2">
            <text:p>Words</text:p></table:table-cell></table:table-row></table:table>
            """
        let bytes = Self.flat(body, styles: "", automatic: Self.list, masters: "")
        Damage.tryAll(bytes) { _ = try? OpenDocumentLayout.read($0, name: "a.fodt") }
    }
}
