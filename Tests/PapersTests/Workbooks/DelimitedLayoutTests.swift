import Foundation
import Testing

@testable import Papers

@Suite struct DelimitedLayoutTests {
    private func lines(_ text: String) throws -> [String] { try lines(Array(text.utf8)) }
    private func lines(_ bytes: [UInt8]) throws -> [String] {
        try DelimitedLayout.read(bytes, name: "register.csv").lines
    }

    @Test(arguments: [",", ";", "\t"], ["\n", "\r\n", "\r"]) func `commas, semicolons and tabs separate fields`(
        separator: String, end: String
    ) throws {
        let records = [["Ref", "Action", "By"], ["1", "Write", "May"], ["2", "Ask", "June"]]
        let text = records.map { $0.joined(separator: separator) }.joined(separator: end)
        #expect(DelimitedLayout.reads(Array(text.utf8)))
        #expect(
            try lines(text) == [
                "table of 3 rows, 0 of them header", "A1: Ref", "B1: Action", "C1: By", "A2: 1", "B2: Write", "C2: May",
                "A3: 2", "B3: Ask", "C3: June",
            ])
    }

    @Test func `fields in quotation marks hold separators, line ends and marks`() throws {
        let text = "Ref,Action,By\n1,\"Write, then \"\"ask\"\"\",May\n2,\"First\n• second\",\"\"\n"
        #expect(
            try lines(text).dropFirst(4) == [
                "A2: 1", "B2: Write, then \"ask\"", "C2: May", "A3: 2", "B3: First / 1. [•] second",
            ])
    }

    @Test func `byte-order marks and other encodings are seen through`() throws {
        let text = "Ref,Cost\n1,£5\n2,£6\n"
        let expected = try lines(text)
        #expect(expected.last == "B3: £6")
        #expect(try lines([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == expected)
        #expect(try lines([0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }) == expected)
        #expect(try lines([0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }) == expected)
        #expect(try lines(text.unicodeScalars.map { UInt8($0.value) }) == expected)
    }

    @Test func `ragged records keep the columns that they have`() throws {
        let text =
            "Ref,Action,By\n1,Write\n2,Ask,June\n3,Call,July\n4,Meet,May,extra\n5,Tell,May\n6,Say,May\n7,Do,May\n"
            + "8,Do,May\n9,Do,May\n"
        let lines = try lines(text)
        #expect(lines.contains("B2: Write") && !lines.contains { $0.hasPrefix("C2") })
        #expect(lines.contains("D5: extra"))
    }

    @Test func `title lines above the header are text`() throws {
        let text = "Savings register,,\nUpdated in May,,\n,,\nRef,Saving,By\n1,Fleet,May\n2,Staff,June\n"
        let lines = try lines(text)
        #expect(lines.prefix(3) == ["Savings register", "Updated in May", "table of 3 rows, 0 of them header"])
        #expect(lines[3] == "A4: Ref")
    }

    @Test func `a cell's place is its address`() async throws {
        let paper = try await PaperReaders.read(Array("Ref,Action\n1,Write\n2,Ask\n".utf8), name: "a.csv")
        #expect(paper.format == .delimited)
        #expect(paper.tables.first?.rows.last?.addresses == [CellAddress("A3"), CellAddress("B3")])
    }

    @Test(arguments: [
        "We looked at costs, staff and time.\nThen we wrote, and asked, again.\nThat was all, or nearly so.\n",
        "| Ref | Action |\n|---|---|\n| 1 | Write, then ask |\n| 2 | Ask, then write |\n",
        "# Plan\n\nThe plan, as agreed, is below.\n\nRef\tAction\tBy\n1\tWrite\tMay\n2\tAsk\tJune\n\nIt ends here.\n",
        "One line, no more", "Dear all,\n\nPlease find the papers below,\nas agreed,\n\nYours,\n", "",
        "1. Write to all; ask them\n2. Ask again; wait\n3. Tell the board; stop\n",
    ]) func `prose, lists and tables within a text are no separated values`(text: String) {
        #expect(!DelimitedLayout.reads(Array(text.utf8)))
    }

    private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Papers that are plain text.
    private static let papers: [String] = ["../Examples", "IntakeTests/Layouts"].flatMap { folder in
        let names = (try? FileManager.default.contentsOfDirectory(atPath: tests.appending(path: folder).path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().map { folder + "/" + $0 }
    }

    /// Those that are one table from the first line to the last.
    private static let tables: Set<String> = []

    @Test func `papers in plain text are not taken for separated values`() throws {
        try #require(Self.papers.count > 20)
        let taken = try Self.papers.filter { paper in
            DelimitedLayout.reads([UInt8](try Data(contentsOf: Self.tests.appending(path: paper))))
        }
        #expect(Set(taken) == Self.tables)
    }

    @Test func `a key to statuses may stand above the header`() {
        let text = """
            Tracker,,,,
            Key:,Red = late,Amber = at risk,Green = on track,
            Ref,Action,Owner,Due,RAG
            1,Write to all tenants,A. Price,May 2026,Red
            2,"Ask the panel, in writing",B. Moss,June 2026,Green
            """
        #expect(DelimitedLayout.reads(Array(text.utf8)))
    }
}
