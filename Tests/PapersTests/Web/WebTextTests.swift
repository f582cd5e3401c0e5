import Testing

@testable import Papers

@Suite struct WebTextTests {
    private func lines(_ html: String) throws -> [String] { try layout(html).lines }
    private func layout(_ html: String) throws -> Layout {
        try WebLayout.read(Array(html.utf8), name: "paper.html")
    }

    @Test func `headings, paragraphs and lines are told apart, also where tags are missing`() throws {
        let html = """
            <!doctype html><html><head><title>Site</title><script>var a = "<p>no</p>";</script></head><body>
            <h1>A <em>report</em></h1><p>One<p>Two<br>lines<div>Loose<h3>Third</h3>after</div>
            &pound;5 &amp; more&nbsp;words</body></html>
            """
        #expect(
            try lines(html) == [
                "# A report", "One", "Two", "+ lines", "Loose", "### Third", "after", "£5 & more words",
            ])
    }

    @Test func `bold is taken from tags, attributes and classes`() throws {
        let html = """
            <style>@import url(x.css); .key, p.strong { font-weight: 700 } /* .plain{font-weight:bold} */</style>
            <p><b>Bold</b> plain <span style="font-weight:bold">more</span></p><p class="strong">All</p>
            <p class="plain">Not <b style="font-weight:normal">here</b> <i class="other key">yes</i></p>
            """
        #expect(try lines(html) == ["*Bold* plain *more*", "*All*", "Not here *yes*"])
    }

    @Test func `what belongs to the site is furniture, and what is hidden is left out`() throws {
        let html = """
            <header><p>Anytown Council</p></header><nav><ul><li>Home</li></ul></nav>
            <main><article><header><h1>Report</h1></header><p hidden>no</p><p style="display: none">nor this</p>
            <p>Words <del>old</del><ins>new</ins></p><noscript>Turn it on</noscript></article></main>
            <aside>Related</aside><footer>Contact us</footer>
            """
        let layout = try layout(html)
        #expect(
            layout.lines == ["~ Anytown Council", "~ Home", "# Report", "Words new", "~ Related", "~ Contact us"])
        #expect(
            layout.messages == [
                "1 passage marked as deleted was left out.", "Hidden text was left out in 2 places.",
            ])
    }

    @Test func `items carry the labels that browsers print, and lists nest`() throws {
        let html = """
            <ol start="3"><li>Three<ul><li>Bullet<ol type="a"><li>a</li><li>b</li></ol></li></ul></li><li><p>Four</p><p>goes on</p>
            </li><li value="9">Nine</ol><ol style="list-style-type: lower-roman"><li>i</ol><dl><dt>Owner<dd>Director</dl>
            """
        #expect(
            try lines(html) == [
                "1. [3.] Three", "2. [•] Bullet", "3. [a.] a", "3. [b.] b", "1. [4.] Four", "goes on", "1. [9.] Nine",
                "1. [i.] i", "*Owner*", "Director",
            ])
    }

    @Test func `lines set as they are stand tight`() throws {
        #expect(try lines("<pre>One\n  two\n\nthree</pre>") == ["One", "+ two", "+ three"])
    }

    @Test func `pages saved by Word have their lists, titles and contents`() throws {
        let html = """
            <p class=MsoTitle>Report</p><p class=MsoToc1>Aims 2</p>
            <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>
            &nbsp;&nbsp; </span></span><![endif]>Bullet<o:p></o:p></p>
            <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span><span style='mso-list:
            Ignore'>2.1<span>&nbsp;</span></span></span>Numbered</p>
            """
        #expect(try lines(html) == ["# Report", "~ Aims 2", "2. [•] Bullet", "1. [2.1] Numbered"])
    }

    @Test func `marks of notes are left out, and the notes are not`() throws {
        let html = """
            <p>by June<a href="#_ftn1"><span>[1]</span></a> 2026<a class="sdfootnoteanc" href="#x"><sup>2</sup></a></p>
            <p><a href="#_ftnref1">[1]</a> A note with <a href="#top">a link</a>.</p><div title="footer"><p>Page 2</div>
            """
        #expect(try lines(html) == ["by June 2026", "A note with a link.", "~ Page 2"])
    }

    // MARK: Encodings

    @Test(arguments: ["shift_jis", "utf-16", "iso-2022-jp", "euc-kr", "no-such-encoding", "utf-8"])
    func `a page whose encoding misleads keeps all its words`(encoding: String) throws {
        let page = Array("<meta charset=\(encoding)><p>First".utf8) + [0xFF, 0x81, 0x20] + Array("<p>Last words".utf8)
        let lines = try WebLayout.read(page, name: "paper.html").lines
        #expect(lines.count == 2)
        #expect(lines.last == "Last words")
        let marked = [0xEF, 0xBB, 0xBF] + Array("<p>First".utf8) + [0xFF] + Array("<p>Last words".utf8)
        #expect(try WebLayout.read(marked, name: "paper.html").lines.last == "Last words")
    }

    @Test func `the encoding is what the page says, or what its bytes are`() throws {
        let latin: [UInt8] = Array("<p>".utf8) + [0xA3, 0x35, 0x20, 0x96, 0x20, 0x93, 0x61, 0x94]
        #expect(try WebLayout.read(latin, name: "a.html").lines == ["£5 – “a”"])
        let greek = Array("<meta charset=iso-8859-7><p>".utf8) + [0xE1, 0xE2]
        #expect(try WebLayout.read(greek, name: "a.html").lines == ["αβ"])
        #expect(try lines("<meta charset=iso-8859-1><p>£5 – “a”") == ["£5 – “a”"])
        let wide: [UInt8] = [0xFF, 0xFE] + "<p>£5".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        #expect(try WebLayout.read(wide, name: "a.html").lines == ["£5"])
    }

    @Test func `a page saved with its pictures is found among them`() throws {
        let mail = """
            From: <Saved>\r
            MIME-Version: 1.0\r
            Content-Type: multipart/related; boundary="----=_X"\r
            \r
            ------=_X\r
            Content-Type: text/html; charset="utf-8"\r
            Content-Transfer-Encoding: quoted-printable\r
            \r
            <p class=3D"a">=C2=A35 and a long =\r
            line</p>\r
            ------=_X\r
            Content-Type: image/png\r
            \r
            ------=_X--\r

            """
        #expect(try lines(mail) == ["£5 and a long line"])
    }

    // MARK: Hostile pages

    @Test func `pages nested beyond sense are read as far as they can be`() throws {
        let deep = String(repeating: "<div>", count: 100_000) + "Words"
        #expect(
            try layout(deep).messages == [
                "The page nests its elements more than 250 deep; words that lie deeper may be missing."
            ])
        _ = try lines(String(repeating: "<table><tr><td>", count: 5_000) + "Words")
        #expect(try lines(String(repeating: "<ul><li>", count: 60) + "Words") == ["60. [•] Words"])
    }

    @Test func `a page cut or altered anywhere is read or refused, never more`() {
        let html = """
            <style>.red{background:#f00}</style><h1>Aims</h1><ol start=2><li>One<ul><li>Two</ul></ol><table><tr><th rowspan=0>A
            <th colspan=3>B<tr><td class=red style="background: rgb(1,2,3)">C</table><p style='mso-list:l0 level1'>x
            """
        Damage.tryAll(Array(html.utf8)) { _ = try? WebLayout.read($0, name: "a.html") }
    }
}
