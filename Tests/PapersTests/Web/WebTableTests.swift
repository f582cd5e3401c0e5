import Testing

@testable import Papers

@Suite struct WebTableTests {
    private func lines(_ html: String) throws -> [String] {
        try WebLayout.read(Array(html.utf8), name: "paper.html").lines
    }

    @Test func `cells span columns and rows, and rows of headings are the header`() throws {
        let html = """
            <table><caption>Measures</caption><thead><tr><th colspan=2>Wide<th>C</thead>
            <tr><td rowspan=2>Tall<td>b2<td>c2<tr><td>b3<td><ul><li>x<li>y</ul></table>
            """
        #expect(
            try lines(html) == [
                "Measures", "table of 3 rows, 1 of them header", "A1 2x1: *Wide*", "C1: *C*", "A2 1x2: Tall", "B2: b2",
                "C2: c2", "B3: b3", "C3: 1. [•] x / 1. [•] y",
            ])
    }

    @Test func `spans of nought reach to the end, and absurd ones are cut`() throws {
        let html = """
            <table><tr><td rowspan=0>A<td rowspan=99999999>B<td colspan=99999999>C<tr><td>d<tr><td>e</table>
            """
        #expect(
            try lines(html).dropFirst() == ["A1 1x3: A", "B1 1x3: B", "C1 998x1: C", "C2: d", "C3: e"])
    }

    @Test func `fills are read from attributes, styles and classes, and from the row`() throws {
        let html = """
            <style>.red{background:#f00} td.amber { background-color: rgb(255, 192, 0) !important; }
            @media screen { .green { background: url(x.png) green } }</style>
            <table><tr><td class=red>1<td class="x amber">2<td class=green>3<td bgcolor="#0000FF">4
            <td style="background-color:orange">5<td style="background:transparent">6<td>7</tr>
            <tr style="background:yellow"><td>8<td style="background:white">9</table>
            """
        #expect(
            try lines(html).dropFirst() == [
                "A1 #FF0000: 1", "B1 #FFC000: 2", "C1 #008000: 3", "D1 #0000FF: 4", "E1 #FFA500: 5", "F1: 6", "G1: 7",
                "A2 #FFFF00: 8", "B2: 9",
            ])
    }

    @Test func `tables that place blocks on the page are walked into`() throws {
        let html = """
            <table><tr><td><h1>Report</h1><table><tr><th>A<th>B<tr><td>1<td>2</table><td>Beside</table>
            """
        #expect(
            try lines(html) == [
                "# Report", "table of 2 rows, 1 of them header", "A1: *A*", "B1: *B*", "A2: 1", "B2: 2", "Beside",
            ])
    }

    @Test func `pictures that stand for a status are read by their words`() throws {
        let html = "<img alt=Logo><table><tr><td>Roads<td><img alt=Amber src=a.png></table>"
        #expect(try lines(html) == ["table of 1 rows, 0 of them header", "A1: Roads", "B1: Amber"])
    }
}
