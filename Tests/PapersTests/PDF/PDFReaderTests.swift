import Foundation
import Testing

@testable import Papers

/// Whole files, read by the real tools.
@Suite struct PDFReaderTests {
    private func paper(_ name: String) async throws -> Paper {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "Samples/\(name).pdf")))
        return try await PaperReaders.read(bytes, name: name + ".pdf")
    }

    private func words(_ table: Table) -> [[String]] { (table.header + table.rows).map { $0.cells.map(\.text) } }

    private let actions = [
        ["Ref", "Action", "Lead", "By"],
        [
            "1.1", "Write to every tenant about the repairs backlog and set out what will be done by when",
            "Head of Housing", "May 2026",
        ],
        ["1.2", "Ask the tenants’ panel which repairs matter most", "Panel clerk", "June 2026"],
        ["1.3", "Report progress to the housing committee each quarter", "Head of Housing", "July 2026"],
    ]

    private let portrait = Box(left: 0, top: 0, right: 596, bottom: 842)
    private let landscape = Box(left: 0, top: 0, right: 842, bottom: 596)

    @Test(arguments: ["ruled", "unruled", "landscape", "rotated", "turned-down", "turned-up"])
    func `a table is read whole, however its sheet lies`(name: String) async throws {
        let paper = try await paper(name)
        #expect(paper.tables.map(words) == [actions])
        let table = try #require(paper.tables.first)
        #expect(table.header.count == 1)
        let isTurned = name.hasPrefix("turned")
        let sheet = name == "landscape" || name == "rotated" ? landscape : portrait
        for row in table.header + table.rows {
            #expect(row.addresses.compactMap(\.self).map(\.column) == [0, 1, 2, 3])
            let place = paper.place(ofLine: row.line)
            #expect(place.sheet == (isTurned ? 2 : 1))
            #expect(place.box.map(sheet.contains) == true)
        }
        #expect(paper.notices.isEmpty)
    }

    @Test(arguments: ["ruled", "unruled"]) func `words around a table are read in their order`(name: String)
        async throws
    {
        let blocks = try await paper(name).blocks
        #expect(blocks.first?.text == "Housing recovery plan")
        #expect(blocks.first?.shape == .heading)
        let table = try #require(blocks.firstIndex { $0.shape == .table })
        #expect(blocks[table + 1].text.hasPrefix("The table is looked at again each month"))
        #expect(blocks[1].text.hasPrefix("This plan was agreed"))
        #expect(blocks.filter { $0.shape != .table }.allSatisfy { $0.shape == .heading || $0.shape == .paragraph })
    }

    @Test(arguments: [("turned-down", true), ("turned-up", false)])
    func `the places of a turned table are those of the sheet as it is shown`(name: String, runsDown: Bool) async throws
    {
        let paper = try await paper(name)
        let table = try #require(paper.tables.first)
        let boxes = (table.header + table.rows).compactMap { paper.place(ofLine: $0.line).box }
        // The table lies along the sheet's left edge and its upper corner; its rows stand on end.
        let whole = boxes.reduce(boxes[0]) { $0.union($1) }
        #expect(whole.left > 50 && whole.right < 170 && whole.top > 50 && whole.height > 600)
        #expect(boxes[1].height > boxes[1].width * 4)
        // Rows follow one another to the left where words run down, to the right where they run up.
        #expect((boxes[0].left > boxes[1].left) == runsDown)
        let first = try #require(paper.places.compactMap(\.box).first)
        #expect(first.width > first.height)
    }

    @Test func `cells that reach over several rows and a page's end serve them all`() async throws {
        let paper = try await paper("spans")
        #expect(paper.tables.count == 1)
        let table = try #require(paper.tables.first)
        #expect(table.rows.map { $0[1].text } == (1...3).flatMap { theme in (1...8).map { "\(theme).\($0)" } })
        let named = table.rows.filter { !$0[0].isBlank }
        #expect(Set(named.map { $0[0].text }) == ["Theme 1", "Theme 2", "Theme 3"])
        #expect(
            table.rows.filter { $0[0].isBlank && !$0[0].isMergedDown }.allSatisfy {
                $0.opensContinuation || $0.page == 2
            })
        #expect(table.rows.allSatisfy { $0[2].text.hasSuffix("while it lasts and afterwards") })
        #expect(Set(table.rows.flatMap { [paper.place(ofLine: $0.line).sheet] }) == [1, 2])
    }

    @Test func `a row beside a cell that reaches over many takes its own strip of the sheet only`() async throws {
        let paper = try await paper("spans")
        let rows = try #require(paper.tables.first).rows.map { paper.place(ofLine: $0.line) }
        #expect(rows.count == 24)
        for (row, next) in zip(rows, rows.dropFirst()) where row.sheet == next.sheet {
            let (box, below) = (try #require(row.box), try #require(next.box))
            #expect(box.bottom <= below.top && box.height < 60)
        }
    }

    @Test func `a status that is only a colour has the words of the key`() async throws {
        let paper = try await paper("status")
        #expect(
            paper.tables.map(words) == [
                [
                    ["Ref", "Action", "Status"], ["1", "Write to tenants", "Done"],
                    ["2", "Ask the panel", "Under way"],
                    ["3", "Report progress", "Late"],
                ], [["", "Done"], ["", "Under way"], ["", "Late"]],
            ])
    }

    @Test func `the page number of a pack is printed beside the sheet's own`() async throws {
        let paper = try await paper("pack")
        let places = paper.places.filter { $0.box != nil }
        #expect(Set(places.compactMap(\.sheet)) == [1, 2, 3])
        #expect(places.allSatisfy { $0.printedPage == ($0.sheet ?? 0) + 10 })
        let furniture = paper.blocks.filter(\.isFurniture).map(\.text)
        #expect(furniture.count { $0.hasPrefix("Joint Oversight Board") } == 3)
        let paragraphs = paper.blocks.filter { $0.shape == .paragraph }
        #expect(paragraphs.count == 22)
        #expect(paragraphs.allSatisfy { $0.text.hasPrefix("The board for ") && $0.text.hasSuffix(" in the autumn.") })
    }

    @Test func `words that line ends divide are whole, and their own hyphens stay`() async throws {
        let text = try await paper("hyphens").blocks.map(\.text).joined(separator: "\n")
        #expect(
            text.hasPrefix(
                "The council will strengthen community engagement and administrative responsibility throughout the "
                    + "organisation, while long-term commitments to neighbourhoods remain understood. Community "
                    + "representatives,"))
        #expect(
            !text.contains("-")
                || text.split(separator: " ").filter { $0.contains("-") }.allSatisfy { $0 == "long-term" })
    }

    @Test(.enabled(if: Tool.ocrmypdf.path != nil, "needs ocrmypdf"))
    func `a scanned sheet is read, and a notice says so`() async throws {
        let paper = try await paper("scanned")
        #expect(
            paper.notices.map(\.message) == [
                "Sheet 1 had no text and was read by OCR: check what was found there."
            ])
        let words =
            paper.blocks.map(\.text).joined(separator: " ")
            + paper.tables.flatMap(words).joined().joined(separator: " ")
        #expect(words.contains("Housing recovery plan"))
        #expect(words.contains("Report progress to the housing committee"))
    }

    @Test(.enabled(if: Tool.ocrmypdf.path == nil, "needs a machine without ocrmypdf"))
    func `a scanned sheet is refused where nothing can read it`() async {
        await #expect(throws: PaperError.scanned(name: "scanned.pdf", pages: 1)) { try await paper("scanned") }
    }
}
