import Markup
import Testing

@Suite struct HTMLTests {
    private func html(_ write: (inout HTML) -> Void) -> String {
        var html = HTML()
        write(&html)
        return html.string
    }

    @Test func `words cannot become markup, within elements or attributes`() {
        let words = #"<script>alert("x")</script> & 'more'"#
        let escaped = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;more&#39;"
        #expect(html { $0(.p, words) } == "<p>\(escaped)</p>")
        #expect(
            html { $0(.input, .name(words), .value(words)) } == "<input name=\"\(escaped)\" value=\"\(escaped)\">")
    }

    @Test func `elements stand within each other as they are written`() {
        let table = html { html in
            html(.table, .class("list")) { html in
                html(.tr) { html in
                    html(.th, .scope(.row), text: "ACT-1")
                    html(.td, .colspan(2)) { $0.text(42) }
                }
            }
        }
        #expect(
            table == #"<table class="list"><tr><th scope="row">ACT-1</th><td colspan="2">42</td></tr></table>"#)
    }

    @Test func `attributes that do not apply are left out, and flags have no value`() {
        let field = html { $0(.input, .checked(true), .required(false), .title(nil), .aria("describedby", nil)) }
        #expect(field == "<input checked>")
        #expect(html { $0(.nav, .aria("label", "Main")) { _ in } } == #"<nav aria-label="Main"></nav>"#)
    }

    @Test func `signs that no page may hold are replaced`() {
        #expect(html { $0(.p, "a\u{0}b\u{1B}c\td\n") } == "<p>a\u{FFFD}b\u{FFFD}c\td\n</p>")
        #expect(html { $0(.p, "Größe – 5 ≥ 4 🏚") } == "<p>Größe – 5 ≥ 4 🏚</p>")
    }

    @Test func `an address is a path of this site, whatever its parts are`() {
        #expect(Address(path: []).text == "/")
        #expect(Address(path: ["records", "ACT-1"]).text == "/records/ACT-1")
        #expect(Address(path: ["..", "javascript:x", "/etc"]).text == "/-/javascript%3Ax/%2Fetc")
        let search = Address(path: ["search"], query: [("q", "a b&c=d"), ("as-at", "2026-01-01")], fragment: "results")
        #expect(search.text == "/search?q=a%20b%26c%3Dd&as-at=2026-01-01#results")
    }

    @Test(arguments: [
        (0.0, "0"), (1.5, "1.5"), (-2.25, "-2.25"), (3.005, "3.01"), (12.04, "12.04"), (.nan, "0"), (.infinity, "0"),
    ])
    func `lengths of drawings are short`(value: Double, text: String) {
        #expect(html { $0(.rect, .at(.x, value)) { _ in } } == "<rect x=\"\(text)\"></rect>")
    }
}
