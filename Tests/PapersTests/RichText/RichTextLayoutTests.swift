import Testing

@testable import Papers

@Suite(.timeLimit(.minutes(10))) struct RichTextLayoutTests {
    private func layout(_ body: String, head: String = "") throws -> Layout {
        try RichTextLayout.read(Array("{\\rtf1\\ansi\\ansicpg1252\(head)\(body)}".utf8), name: "paper.rtf")
    }

    private func lines(_ body: String, head: String = "") throws -> [String] { try layout(body, head: head).lines }

    @Test func `headings come from styles and from outline levels`() throws {
        let head =
            #"{\stylesheet{\s0 Normal;}{\s1\sbasedon0\outlinelevel0 Kop 1;}{\s2\sbasedon1 heading 2;}{\s3 Title;}{\s4\sbasedon1\outlinelevel9 Body;}}"#
        let body = #"""
            \pard\s3 Report\par\pard\s1 Aims\par\pard\plain\s4 Words\par\pard\outlinelevel2 Detail\par
            """#
        #expect(try lines(body, head: head) == ["# Report", "# Aims", "Words", "### Detail"])
    }

    @Test func `bold is switched on and off, and ends with its group`() throws {
        let body = #"\b Bold\b0  plain {\b more} less \b yes\plain  no\par"#
        #expect(try lines(body) == ["*Bold* plain *more* less *yes* no"])
    }

    @Test func `letters are told by code page, by font and by their Unicode number`() throws {
        let head = #"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fnil\fcharset2 Wingdings;}{\f2\fcharset238 Arial CE;}}"#
        let body = #"""
            \f0\'a35 \'96 \u8220?a\u8221 ? \uc2\u233\'e9\'e9\uc0\u233 \~\_ \f2\'9e \f1\'fc\f0\emdash\{x\}\u-10179\u-8703\par
            """#
        #expect(try lines(body, head: head) == ["£5 – “a” éé - ž ✓—{x}😁"])
    }

    @Test func `lines stand tight, and sheets end where the file says`() throws {
        let body = #"One\line two\par\page Three\page\par\sect\sectd Four\par\sect\sectd\sbknone Five\par"#
        #expect(try lines(body) == ["One", "+ two", "---", "Three", "---", "---", "Four", "Five"])
    }

    @Test func `what is not the paper's words is left out`() throws {
        let body = #"""
            {\info{\title Secret}}{\*\unknown gone}{\pict\wmetafile8 010203}A{\field{\*\fldinst REF x}{\fldrslt link}} {\deleted old}{\revised new}
            {\v hidden}{\*\annotation Why?}\bin4 }}}}.\par
            """#
        let layout = try layout(body)
        #expect(layout.lines == ["Alink new."])
        #expect(
            layout.messages == [
                "2 tracked changes were read as accepted.", "1 comment was left out.",
                "Hidden text was left out in 1 place.",
            ])
    }

    @Test func `heads and feet come first, text boxes follow their paragraph, and notes come last`() throws {
        let body = #"""
            {\header Anytown\par}{\footerf Anytown\par}Words{\*\footnote\pard\plain A note.}{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt Boxed\par}}{\shprslt Boxed}} here\par More\par
            """#
        #expect(try lines(body) == ["~ Anytown", "Words here", "Boxed", "More", "A note."])
    }

    @Test func `items carry the labels that the file repeats as text`() throws {
        let head = #"{\fonttbl{\f3\fcharset2 Symbol;}}{\stylesheet{\s1\outlinelevel0 heading 1;}}"#
        let body = #"""
            {\listtext\pard\plain 2.1.\tab}\pard\ls1\ilvl1 Numbered\par{\listtext\pard\plain\f3\'b7\tab}\pard\ls2\ilvl0 Bullet\line on\par
            \pard{\pntext\'B7\tab}Old\par\pard{\listtext 1\tab}\s1 Aims\par\pard\fi-360\li720\bullet\tab Typed\par\pard 4.\tab By hand\par
            """#
        #expect(
            try lines(body, head: head) == [
                "2. [2.1.] Numbered", "1. [•] Bullet", "+ on", "1. [•] Old", "# 1 Aims", "2. [•] Typed", "4. By hand",
            ])
    }

    @Test func `cells span by their edges, go down and along, and have fills`() throws {
        let head = #"{\colortbl;\red255\green0\blue0;\red0\green176\blue80;}"#
        let body = #"""
            Before\par\trowd\trhdr\cellx2000\clcbpat1\cellx3000\pard\intbl Wide\cell Red\cell\row
            \trowd\clvmgf\cellx1010\cellx2000\clcbpat2\cellx3000\intbl Tall\cell b\par c\cell Green\cell\row
            \trowd\clvmrg\cellx1000\clmgf\cellx2000\clmrg\cellx3000\intbl\cell Along\cell\cell\row
            \pard After\par
            """#
        #expect(
            try lines(body, head: head) == [
                "Before", "table of 3 rows, 1 of them header", "A1 2x1: Wide", "C1 #FF0000: Red", "A2 1x2: Tall",
                "B2: b / c", "C2 #00B050: Green", "B3 2x1: Along", "After",
            ])
    }

    @Test func `tables right under each other are told apart by their columns`() throws {
        let body = #"""
            \trowd\cellx1000\cellx9000\pard\intbl a\cell b\cell\row\trowd\cellx1000\cellx4000\cellx9000\intbl c\cell d\cell e\cell\row
            \trowd\cellx2000\cellx6000\cellx9000\intbl f\cell g\cell h\cell\row\pard
            """#
        #expect(
            try lines(body) == [
                "table of 2 rows, 0 of them header", "A1: a", "B1 2x1: b", "A2: c", "B2: d", "C2: e",
                "table of 1 rows, 0 of them header", "A1: f", "B1: g", "C1: h",
            ])
    }

    @Test func `tables right under each other may have an edge in common`() throws {
        let body = #"""
            \trowd\cellx1000\cellx3000\cellx5000\cellx6000 a\cell b\cell c\cell d\cell\row
            \trowd\cellx1000\cellx3000\cellx5000\cellx6000 e\cell f\cell g\cell h\cell\row
            \trowd\cellx700\cellx2000\cellx3020\cellx4000\cellx6000 i\cell j\cell k\cell l\cell m\cell\row
            """#
        #expect(
            try lines(body) == [
                "table of 2 rows, 0 of them header", "A1: a", "B1: b", "C1: c", "D1: d", "A2: e", "B2: f", "C2: g",
                "D2: h", "table of 1 rows, 0 of them header", "A1: i", "B1: j", "C1: k", "D1: l", "E1: m",
            ])
    }

    @Test func `a row that divides the cells above it goes on with their table`() throws {
        let body = #"""
            \trowd\cellx3000\cellx6000 Wide\cell Also wide\cell\row
            \trowd\cellx6000 Group\cell\row
            \trowd\cellx700\cellx2000\cellx3020\cellx4000\cellx6000 i\cell j\cell k\cell l\cell m\cell\row
            """#
        #expect(try lines(body).filter { $0.hasPrefix("table") } == ["table of 3 rows, 0 of them header"])
    }

    @Test func `a table within a cell is read with the cell`() throws {
        let body = #"""
            \trowd\cellx1000\cellx2000\pard\intbl A\cell\pard\intbl\itap2 i1\nestcell i2\nestcell{\*\nesttableprops\trowd\cellx1\nestrow}{\nonesttables\par}\pard\intbl after\cell\row\pard
            """#
        #expect(try lines(body) == ["table of 1 rows, 0 of them header", "A1: A", "B1: i1 / i2 / after"])
    }

    // MARK: Broken files

    @Test func `a file that breaks off is read as far as it goes, and says so`() throws {
        let layout = try RichTextLayout.read(Array("{\\rtf1 One\\par Tw".utf8), name: "a.rtf")
        #expect(layout.lines == ["One", "Tw"])
        #expect(
            layout.messages == [
                "The file breaks off in the middle: what comes before was read. Download or save it again."
            ])
    }

    @Test func `what is not rich text is refused, and so is what nests beyond sense`() {
        #expect(throws: PaperError.self) { try RichTextLayout.read(Array("Words".utf8), name: "a.rtf") }
        let deep = Array(("{\\rtf1 " + String(repeating: "{", count: 100_000)).utf8)
        #expect(throws: PaperError.bomb(name: "a.rtf", what: "its groups nest more than 500 deep")) {
            try RichTextLayout.read(deep, name: "a.rtf")
        }
    }

    @Test func `a file cut or altered anywhere is read or refused, never more`() {
        let text = #"""
            {\rtf1\ansi{\fonttbl{\f0 Arial;}}{\colortbl;\red1\green2\blue3;}{\stylesheet{\s1\sbasedon1 x;}}{\header h\par}\s1 A\par
            {\listtext 1.\tab}\ls1 B\u8220?\'e9\par\trowd\clvmgf\clcbpat1\cellx100\cellx200\intbl a\cell b{\footnote n}\cell\row\trowd\clvmrg\cellx100
            \intbl c\cell\row\pard d\bin3 xyz\par}
            """#
        Damage.tryAll(Array(text.utf8)) { _ = try? RichTextLayout.read($0, name: "a.rtf") }
    }

    @Test func `a thousand pages are read in seconds`() throws {
        let body = String(
            repeating: #"\pard The council will {\b keep} its word.\par\trowd\cellx9\cellx99\intbl a\cell b\cell\row"#,
            count: 10_000)
        #expect(try layout(body).elements.count == 20_000)
    }
}
