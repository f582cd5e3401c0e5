import Foundation
import Testing

@testable import Papers

/// PDFs that were made, or broken, to do harm: each is read or refused in words, soon.
@Suite(.timeLimit(.minutes(5))) struct HostilePDFTests {
    private static let words = "The council will mend the culvert by June 2026."

    private func read(_ file: PDFWriter) async throws(PaperError) -> Paper {
        try await PaperReaders.read(file.bytes, name: "plan.pdf")
    }

    private func text(_ paper: Paper) -> String { String(decoding: paper.transcript ?? [], as: UTF8.self) }

    @Test func `three hundred sheets are read`() async throws {
        let paper = try await read(PDFWriter(pages: 300))
        #expect(text(paper).contains(Self.words))
    }

    @Test func `ten thousand sheets are refused with their number`() async {
        let error = await #expect(throws: PaperError.self) { try await read(PDFWriter(pages: 10_000)) }
        #expect(
            error?.description == "plan.pdf has 10000 pages; papers of up to 5000 are read. "
                + "Split it, or import the one report that you need.")
    }

    @Test func `a tree of pages that holds itself is read once or refused`() async {
        var file = PDFWriter(pages: 1)
        file.objects[1] = "<< /Type /Pages /Count 3 /Kids [5 0 R 2 0 R 2 0 R] >>"
        await ends(file)
        file.objects[1] = "<< /Type /Pages /Count 3 /Kids [2 0 R] /Parent 2 0 R >>"
        await ends(file)
    }

    @Test(arguments: ["999999999", "-1", "99999999999999999999999"])
    func `a lie about the number of pages is found out`(count: String) async {
        var file = PDFWriter(pages: 1)
        file.objects[1] = "<< /Type /Pages /Count \(count) /Kids [5 0 R] >>"
        await ends(file)
    }

    @Test func `a page named a hundred thousand times is refused or read`() async {
        var file = PDFWriter(pages: 1)
        let kids = String(repeating: "5 0 R ", count: 100_000)
        file.objects[1] = "<< /Type /Pages /Count 100000 /Kids [\(kids)] >>"
        await ends(file)
    }

    @Test func `a broken table of objects is mended`() async throws {
        var file = PDFWriter(pages: 1)
        file.startsTableAt = 999_999
        #expect(text(try await read(file)).contains(Self.words))
        file.startsTableAt = 3
        #expect(text(try await read(file)).contains(Self.words))
    }

    @Test(arguments: [0, 5, 100_000, -7])
    func `a lie about a stream's length is found out`(length: Int) async {
        var file = PDFWriter(pages: 1)
        file.objects[2] = PDFWriter.stream(PDFWriter.words(Self.words), length: length)
        await ends(file)
    }

    @Test func `a length that is its own stream's is no loop`() async {
        var file = PDFWriter(pages: 1)
        file.objects[2] = PDFWriter.stream(PDFWriter.words(Self.words)).replacing(
            "/Length \(PDFWriter.words(Self.words).utf8.count)", with: "/Length 3 0 R")
        await ends(file)
    }

    @Test func `a form that draws itself is drawn once`() async {
        var file = PDFWriter(pages: 1, content: PDFWriter.words(Self.words) + " /X Do")
        file.objects[4] = PDFWriter.page(resources: "/XObject << /X 6 0 R >>")
        let again = String(repeating: "/X Do ", count: 2000)
        file.objects.append(
            PDFWriter.stream(
                again, "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"))
        await ends(file)
    }

    @Test func `forms that draw forms ten times each, twelve deep, end`() throws {
        // Poppler has its own guard; this is the reader of lines alone.
        let depth = 14
        var file = PDFWriter(pages: 1, content: "/X Do")
        file.objects[4] = PDFWriter.page(resources: "/XObject << /X 6 0 R >>")
        for level in 0..<depth {
            file.objects.append(
                PDFWriter.stream(
                    String(repeating: "/X Do ", count: 10),
                    "/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X \(level + 7) 0 R >> >>"))
        }
        file.objects.append(PDFWriter.stream("0 0 10 10 re f", "/Subtype /Form /BBox [0 0 9 9]"))
        let ordered = try #require(PDFFile(Data(file.bytes)))
        _ = DrawingReader.read(ordered.pages[0], of: ordered, fonts: PageFonts(ordered))
    }

    @Test func `arrays and dictionaries that nest a hundred thousand deep end`() async {
        for (open, close) in [("[", "]"), ("<< /A ", ">>")] {
            var file = PDFWriter(pages: 1)
            let deep = String(repeating: open, count: 100_000) + String(repeating: close, count: 100_000)
            file.objects[4] = PDFWriter.page("/Deep \(deep)")
            await ends(file)
            var scanner = Array(deep.utf8)
            scanner.withUnsafeMutableBufferPointer { bytes in
                var scanner = PDFScanner(UnsafeBufferPointer(bytes))
                while scanner.next() != nil {}
            }
        }
    }

    @Test func `lines by the hundred thousand are passed over in seconds`() async {
        var content = PDFWriter.words(Self.words)
        for index in 0..<100_000 { content += " \(index % 595) 0 m \(index % 595) 800 l S 0 \(index % 842) 595 9 re f" }
        await ends(PDFWriter(pages: 1, content: content))
    }

    @Test func `thousands of words in columns on one sheet are read in seconds`() async {
        var content = "BT /F 1 Tf"
        for row in 0..<100 {
            content += " 1 0 0 1 20 \(820 - Double(row) * 8) Tm"
            for _ in 0..<50 { content += " (word) Tj 9 0 Td" }
        }
        await ends(PDFWriter(pages: 1, content: content + " ET"))
    }

    @Test func `words as far off as numbers go are no crash`() async {
        let far = "9" + String(repeating: "0", count: 300)
        await ends(PDFWriter(pages: 1, content: "BT /F 12 Tf \(far) \(far) Td (\(Self.words)) Tj ET"))
        #expect(
            WordPageReader.read(Array("1\t1\t0\t0\t0\t0\t0\t0\t\(far)\t\(far)\t-1\t\n".utf8)).first?.width == 1_000_000)
    }

    @Test func `a font larger than numbers go is no crash`() async throws {
        let huge = "9223372036854775807"
        await ends(PDFWriter(pages: 1, content: "BT /F \(huge) Tf 10 700 Td (\(Self.words)) Tj ET"))
        var page = try #require(
            WordPageReader.read(
                Array("1\t1\t0\t0\t0\t0\t0\t0\t595\t842\t-1\t\n5\t1\t0\t0\t0\t0\t20\t60\t30\t9\t1\tWords\n".utf8)
            ).first)
        page.words[0].size = try #require(Double(huge))
        var layout = PDFLayout()
        layout.add([page], drawings: [Drawing()])
        #expect(layout.finished().lines.count == 1)
    }

    @Test func `a file cut anywhere is read or refused`() async {
        let bytes = PDFWriter(pages: 3).bytes
        for part in 1..<12 {
            _ = try? await PaperReaders.read(Array(bytes.prefix(bytes.count * part / 12)), name: "plan.pdf")
        }
        let error = await #expect(throws: PaperError.self) {
            try await PaperReaders.read(Array(bytes.prefix(40)), name: "plan.pdf")
        }
        #expect(
            error?.description == "plan.pdf is damaged: its pages cannot be found. "
                + "Download or save it again, then import that.")
    }

    @Test func `a password is asked for where one is needed, and only there`() async throws {
        let locked = try Self.encrypted(user: "sesame")
        let error = await #expect(throws: PaperError.self) {
            try await PaperReaders.read(locked, name: "plan.pdf")
        }
        #expect(
            error?.description == "plan.pdf is locked by a password. "
                + "Open it, save a copy without a password, and import the copy.")
        let restricted = try Self.encrypted(user: "")
        #expect(text(try await PaperReaders.read(restricted, name: "plan.pdf")).contains(Self.words))
    }

    /// It is read, or refused in words, and ends in time.
    private func ends(_ file: PDFWriter, _ line: SourceLocation = #_sourceLocation) async {
        do throws(PaperError) {
            _ = try await read(file)
        } catch {
            #expect(error.description.hasPrefix("plan.pdf "), sourceLocation: line)
        }
    }

    private static func encrypted(user: String) throws -> [UInt8] {
        let folder = try PrivateFolder(name: "plan.pdf")
        try folder.write(PDFWriter(pages: 1).bytes, as: "plain.pdf", name: "plan.pdf")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Tool.qpdf.path))
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.arguments = ["--encrypt", user, "owner", "256", "--", "plain.pdf", "locked.pdf"]
        try process.run()
        process.waitUntilExit()
        return try #require(folder.read("locked.pdf"))
    }
}
