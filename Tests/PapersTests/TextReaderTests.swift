import Papers
import Testing

@Suite struct TextReaderTests {
    private func read(_ text: String) throws -> Paper { try TextReader().read(Array(text.utf8), name: "paper.txt") }

    @Test func `words before a form feed stay, and each form feed ends a sheet`() throws {
        let blocks = try read("Last words.\u{0C}First words.\u{0C}Others.\n").blocks
        #expect(blocks.map(\.text) == ["Last words.", "First words.", "Others."])
    }

    // MARK: Encodings

    struct Encoded: Sendable {
        var encoding: TextEncoding
        var bytes: [UInt8]
    }

    private static let words = "Café £5 – “so”"
    private static let encoded: [Encoded] = [
        Encoded(encoding: .utf8, bytes: Array(words.utf8)),
        Encoded(encoding: .utf8, bytes: [0xEF, 0xBB, 0xBF] + Array(words.utf8)),
        Encoded(encoding: .utf16LittleEndian, bytes: [0xFF, 0xFE] + utf16(words, bigEndian: false)),
        Encoded(encoding: .utf16BigEndian, bytes: [0xFE, 0xFF] + utf16(words, bigEndian: true)),
        Encoded(
            encoding: .windows1252,
            bytes: [0x43, 0x61, 0x66, 0xE9, 0x20, 0xA3, 0x35, 0x20, 0x96, 0x20, 0x93, 0x73, 0x6F, 0x94]),
    ]

    @Test(arguments: encoded) func `the same words are read in every encoding`(encoded: Encoded) throws {
        let paper = try TextReader().read(encoded.bytes, name: "paper.txt")
        #expect(paper.format == .text(encoded.encoding))
        #expect(paper.blocks.first?.text == Self.words)
    }

    @Test func `UTF-16 without a mark is known by where its zeros are`() throws {
        let paper = try TextReader().read(Self.utf16("Action plan for the year", bigEndian: false), name: "paper.txt")
        #expect(paper.format == .text(.utf16LittleEndian))
    }

    private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
    }

    // MARK: Lines

    @Test(arguments: ["\n", "\r", "\r\n", "\r\r\n", "\n\r", "\u{2028}", "\u{85}", "\u{0B}", "\u{0C}"])
    func `the lines that are shown are those that the reader counts`(end: String) throws {
        let rows = ["| Action | By when |", "| --- | --- |"] + (1...9).map { "| Mend bridge \($0) | May 2027 |" }
        for last in ["", end] {
            let text = rows.joined(separator: end) + last
            let (paper, printed) = (try read(text), PrintedLines.of(Array(text.utf8)))
            #expect(printed.count == paper.lineCount)
            for row in paper.tables.flatMap(\.rows) {
                let line = try #require(printed.dropFirst(row.line - 1).first)
                #expect(line.contains(row.cells.first?.text ?? "?"))
            }
        }
    }

    @Test func `no words, no lines, and a blank one counts`() {
        #expect(PrintedLines.of([]).isEmpty)
        #expect(PrintedLines.of(Array("one\r\rtwo\r\n\n".utf8)) == ["one", "", "two", ""])
    }

    // MARK: Blocks

    @Test func `headings, clauses, bullets and wrapped lines are told apart`() throws {
        let paper = try read(
            """
            # 4. Finance

            1. SUMMARY OF PROPOSALS

            - 1.1 That the plan be
              agreed by Cabinet.
            - (a) a limb
            • a bullet

            An ordinary paragraph that was wrapped
            over two lines.
            """)
        #expect(paper.blocks.map(\.shape) == [.heading, .heading, .item, .item, .item, .paragraph])
        #expect(paper.blocks.map { $0.marker?.label } == ["4", "1", "1.1", "a", "", nil])
        #expect(paper.blocks[2].text == "That the plan be agreed by Cabinet.")
        #expect(paper.blocks[5].text == "An ordinary paragraph that was wrapped over two lines.")
        #expect(paper.blocks[5].lines.map(\.line) == [10, 11])
    }

    @Test(arguments: ["14 High Street", "C. B. Taylor", "3.5 per cent", "a word", "2.30 p.m."])
    func `what only looks like a marker is none`(text: String) throws {
        #expect(try read(text + " and more words\n").blocks.first?.marker == nil)
    }

    @Test func `entities, tags, emphasis, soft hyphens, ligatures and no-break spaces become plain words`() throws {
        let paper = try read(
            "**Bold** &amp; <i>plain</i> ef\u{FB01}cient co\u{AD}operate\u{A0}now, 5*3 and e\u{301}t\u{E9}\n")
        #expect(paper.blocks.first?.text == "Bold & plain efficient cooperate now, 5*3 and été")
    }

    @Test(arguments: ["Page 14", "- 3 -", "Page 3 of 20", "2 of 5", "17"]) func `page numbers are marks`(mark: String)
        throws
    {
        let paper = try read("A paragraph of words that ends.\n\n\(mark)\n\nAnother paragraph.\n")
        #expect(paper.blocks.map(\.shape) == [.paragraph, .pageMark, .paragraph])
    }

    @Test(arguments: [
        "This page is intentionally left blank", "![](_page_0_Picture_1.jpeg)", "<!-- image -->", "-----",
        "[image: a map]",
    ])
    func `notices, image marks and rules are noise`(mark: String) throws {
        #expect(try read("Words.\n\n\(mark)\n\nMore words.\n").blocks.map(\.shape).filter { $0 != .noise }.count == 2)
    }

    @Test func `a head printed on each page is furniture, and the sentence that it cuts is whole`() throws {
        let paper = try read(
            """
            The Board noted that the plan had been agreed by the Cabinet in the

            Harrowmere District Council

            Page 2

            autumn of last year.

            The second matter was put to the vote and carried by all of the members who

            Harrowmere District Council

            Page 3

            were there.
            """)
        #expect(paper.blocks.count { $0.shape == .runningHead } == 2)
        let told = paper.blocks.filter { !$0.isFurniture }.map(\.text)
        #expect(
            told.first == "The Board noted that the plan had been agreed by the Cabinet in the autumn of last year.")
        #expect(told.count == 2)
    }

    // MARK: Errors

    struct Refusal: Sendable {
        var bytes: [UInt8]
        var message: String
    }

    private static let refusals: [Refusal] = [
        Refusal(
            bytes: [],
            message: "paper.txt is empty: there is nothing to read. Check that it was saved or downloaded whole."),
        Refusal(
            bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A],
            message: "paper.txt is a picture (PNG), which is not read. "
                + "Read are PDF, Word (.docx), OpenDocument, Excel (.xlsx), CSV, RTF, web pages and plain text: "
                + "save or print it as one of these, then import that."),
        Refusal(
            bytes: Array("Action".utf8) + [0] + Array("plan for everybody".utf8),
            message: "paper.txt is not text: byte 7 is one that no text holds. "
                + "Read are PDF, Word (.docx), OpenDocument, Excel (.xlsx), CSV, RTF, web pages and plain text: "
                + "save or print it as one of these, then import that."),
    ]

    @Test(arguments: refusals) func `what cannot be read is refused in words`(refusal: Refusal) async {
        let error = await #expect(throws: PaperError.self) {
            try await PaperReaders.read(refusal.bytes, name: "paper.txt")
        }
        #expect(error?.description == refusal.message)
    }
}
