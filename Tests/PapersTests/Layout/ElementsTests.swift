import Testing

@testable import Papers

@Suite struct ElementsTests {
    private let everywhere = Place(
        sheet: 4999, printedPage: -3, box: Box(left: -12, top: 0, right: 595, bottom: 841), worksheet: "Risks & issues",
        cell: CellAddress(column: 27, row: 1_048_575))

    private var passage: Passage {
        var passage = Passage(
            [Run("Répare ", isBold: true), Run(""), Run("the roof 🏚")], place: everywhere, isTight: true)
        passage.size = 14.5
        return passage
    }

    private var grid: Grid {
        var cell = GridCell(column: 3, columnSpan: 2, rowSpan: 40)
        cell.parts = [GridPart(passage, depth: 2, label: "iv"), GridPart(Passage("plain"))]
        cell.fill = Colour(red: 255, green: 0, blue: 7)
        cell.place = everywhere
        cell.goesOn = true
        return Grid(rows: [GridRow(cells: [GridCell(column: 0), cell], place: everywhere), GridRow()], headerRows: 1)
    }

    private var all: [Layout.Element] {
        [
            .heading(passage, level: 4), .paragraph(Passage("")), .item(passage, depth: 6, label: nil),
            .item(Passage("one"), depth: 1, label: "(a)"), .table(grid), .table(Grid()), .furniture(passage),
            .pageBreak,
        ]
    }

    @Test func `elements come back as they went in`() {
        #expect(Array(Elements(all)) == all)
        #expect(Elements(all).count == all.count)
        #expect(Array(Elements()).isEmpty && Elements().isEmpty)
    }

    @Test func `many elements come back in their order, however often they are walked through`() {
        let texts = (0..<5000).map { String(repeating: "word ", count: $0 % 97) + "\($0)" }
        let elements = Elements(texts.map { .paragraph(Passage($0)) })
        for _ in 0..<2 {
            #expect(elements.map { $0.passages.map(\.text) } == texts.map { [$0] })
        }
        let headings = elements.changed { element in
            if case .paragraph(let passage) = element { .heading(passage, level: 1) } else { element }
        }
        #expect(headings.count == 5000)
        var last: [String] = []
        headings.forEachLettingGo { if case .heading(let passage, 1) = $0 { last.append(passage.text) } }
        #expect(last == texts)
    }

    @Test(arguments: [(0, 0, "A1"), (25, 8, "Z9"), (26, 99, "AA100"), (701, 0, "ZZ1"), (702, 0, "AAA1")])
    func `a cell is named as workbooks name it`(column: Int, row: Int, name: String) {
        #expect(CellAddress(column: column, row: row).description == name)
        #expect(CellAddress(name) == CellAddress(column: column, row: row))
    }

    @Test(arguments: ["", "A", "7", "a1", "A-1", "A0", "A1:B2", "A99999999999999999999"])
    func `what names no cell is none`(text: String) { #expect(CellAddress(text) == nil) }

    @Test func `a box far off its sheet is cut, not a fault`() {
        let place = Place(box: Box(left: -.infinity, top: .nan, right: 1e300, bottom: 12.4))
        #expect(place.box == Box(left: -30_000, top: 0, right: 30_000, bottom: 12))
    }
}
