import Foundation
import Fuzzing
import Testing

@testable import Papers

/// Archives that were made, or broken, to do harm.
@Suite(.timeLimit(.minutes(5))) struct HostileArchiveTests {
    private func refusal(
        _ bytes: [UInt8], _ name: String = "plan.docx", _ line: SourceLocation = #_sourceLocation
    ) async -> String {
        do throws(PaperError) {
            _ = try await PaperReaders.read(bytes, name: name)
            return "read"
        } catch {
            return error.description
        }
    }

    // MARK: Bombs

    @Test func `a part that unpacks to a thousand times its size is refused`() async throws {
        let zeros = [UInt8](repeating: UInt8(ascii: " "), count: 60_000_000)
        for (part, kind) in [("word/document.xml", "_rels/.rels"), ("xl/workbook.xml", "xl/a.xml")] {
            let bomb = Zip.pack([("[Content_Types].xml", []), (kind, []), (part, zeros)])
            #expect(bomb.count < 200_000)
            #expect(
                await refusal(bomb) == "plan.docx was refused: \(part) unpacks to more than 20 MB. "
                    + "No paper needs that; it may be made to do harm. If you trust it, print it to PDF and import that."
            )
        }
        let bomb = Zip.pack([("content.xml", zeros)])
        #expect(await refusal(bomb).hasPrefix("plan.docx was refused: content.xml unpacks to more than 20 MB."))
    }

    @Test func `an archive of papers that unpacks to more than any is refused`() async throws {
        let zeros = [UInt8](repeating: UInt8(ascii: " "), count: 40_000_000)
        let bomb = Zip.pack([("a.txt", zeros), ("b.txt", zeros)])
        #expect(
            throws: PaperError.bomb(name: "papers.zip", what: "a.txt unpacks to more than 20 MB")
        ) {
            try PaperReaders.files(inBundle: bomb, name: "papers.zip")
        }
    }

    @Test func `an archive of more files than any paper has is refused`() async {
        let files = (0..<20_001).map { (name: "word/\($0).xml", text: "") }
        #expect(
            await refusal(ZipWriter.pack(files)) == "plan.docx was refused: it holds more than 20000 files. "
                + "No paper needs that; it may be made to do harm. If you trust it, print it to PDF and import that.")
    }

    @Test func `archives within archives are not opened`() async throws {
        var nested = ZipWriter.pack([("plan.txt", "Words.")])
        for _ in 0..<20 { nested = ZipWriter.pack([(name: "inner.zip", bytes: nested)]) }
        let files = try PaperReaders.files(inBundle: nested, name: "papers.zip")
        #expect(files.map(\.name) == ["papers.zip/inner.zip"])
        #expect(
            await refusal(files[0].bytes, files[0].name) == "papers.zip/inner.zip is an archive of files, not a paper, "
                + "and archives within archives are not opened. Unpack it, then import the papers in it.")
    }

    // MARK: Entities

    private static let laughs =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"ha\">"
        + zip("bcdefghijk", "abcdefghij").map { "<!ENTITY \($0) \"\(String(repeating: "&\($1);", count: 10))\">" }
        .joined() + "]>"
    private static let fetching = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY k SYSTEM \"file:///etc/passwd\">]>"
    private static let remote = "<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">"

    @Test(arguments: [laughs, fetching, remote])
    func `a part that declares entities is refused by name`(declaration: String) async {
        let space = "http://schemas.openxmlformats.org/package/2006/relationships"
        let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
        func relations(_ target: String) -> String {
            "<Relationships xmlns=\"\(space)\"><Relationship Id=\"a\" Type=\"\(type)\" Target=\"\(target)\"/></Relationships>"
        }
        let word =
            "\(declaration)<w:document \(WordFile.spaces)><w:body><w:p><w:r><w:t>&k;</w:t></w:r></w:p></w:body></w:document>"
        let office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        let text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
        let content =
            "\(declaration)<office:document-content xmlns:office=\"\(office)\" xmlns:text=\"\(text)\"><office:body>"
            + "<office:text><text:p>&k;</text:p></office:text></office:body></office:document-content>"
        let files: [(String, String, [(name: String, text: String)])] = [
            (
                "plan.docx", "word/document.xml",
                [
                    ("[Content_Types].xml", "<x/>"), ("_rels/.rels", relations("word/document.xml")),
                    ("word/document.xml", word),
                ]
            ),
            (
                "plan.xlsx", "xl/workbook.xml",
                [
                    ("[Content_Types].xml", "<x/>"), ("_rels/.rels", relations("xl/workbook.xml")),
                    ("xl/workbook.xml", "\(declaration)<workbook>&k;</workbook>"),
                ]
            ),
            (
                "plan.odt", "content.xml",
                [("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content)]
            ),
            (
                "plan.ods", "content.xml",
                [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)]
            ),
        ]
        for (name, part, parts) in files {
            #expect(
                await refusal(ZipWriter.pack(parts), name)
                    == "\(name) was refused: \(part) declares entities of its own, which no word processor writes. "
                    + "It may be made to do harm. If you trust it, print it to PDF and import that.")
        }
    }

    // MARK: Nesting

    @Test func `elements that nest a hundred thousand deep are refused`() async {
        let (open, close) = (
            String(repeating: "<w:p><w:r>", count: 50_000), String(repeating: "</w:r></w:p>", count: 50_000)
        )
        let message = await refusal(WordFile(open + close).typed)
        #expect(message.hasPrefix("plan.docx was refused: ") || message.hasPrefix("plan.docx is damaged: "))
        #expect(message.contains("word/main2.xml"))
    }

    @Test func `elements may nest as deep as is allowed on any thread`() async {
        let depth = 240
        for element in ["w:p", "w:r", "w:sdt", "w:tbl", "w:tc", "mc:AlternateContent", "w:ins"] {
            let body =
                String(repeating: "<\(element)>", count: depth) + String(repeating: "</\(element)>", count: depth)
            _ = await refusal(WordFile(body).typed)
        }
        for element in ["div", "table", "ul", "b", "blockquote"] {
            let page = String(repeating: "<\(element)>", count: 60_000)
            _ = await refusal(Array("<html><body>\(page)words".utf8), "plan.html")
        }
    }

    @Test func `a web page that nests beyond sense is read in seconds`() async throws {
        let page = "<html><body>" + String(repeating: "<div>", count: 300_000) + "Words"
        let start = ContinuousClock.now
        _ = await refusal(Array(page.utf8), "plan.html")
        #expect(ContinuousClock.now - start < .seconds(30))
    }

    @Test func `groups of rich text that nest beyond sense are refused`() async {
        let text = "{\\rtf1 " + String(repeating: "{\\b ", count: 100_000) + "words"
        #expect(
            await refusal(Array(text.utf8), "plan.rtf")
                == "plan.rtf was refused: its groups nest more than 500 deep. "
                + "No paper needs that; it may be made to do harm. If you trust it, print it to PDF and import that.")
    }

    // MARK: Paths

    @Test func `a path out of the archive is only a name to show`() throws {
        let folder = FileManager.default.temporaryDirectory.path
        let names = ["../../../../../..\(folder)/goldthread-escaped.txt", "\(folder)/goldthread-escaped.txt"]
        let bundle = ZipWriter.pack(names.map { (name: $0, text: "Words.") })
        let files = try PaperReaders.files(inBundle: bundle, name: "papers.zip")
        #expect(files.map(\.name) == [String](repeating: "papers.zip/goldthread-escaped.txt", count: 2))
        #expect(!FileManager.default.fileExists(atPath: "\(folder)/goldthread-escaped.txt"))
    }

    @Test func `a part that leads out of its file leads nowhere`() async {
        var file = WordFile(WordFile.paragraph("Words of the plan."))
        file.others = [("styles", "../../../../etc/passwd", "<x/>")]
        let message = await refusal(file.typed)
        #expect(message == "read" || message.contains("etc/passwd is missing"))
    }

    // MARK: Locked

    @Test func `an archive with a password is called locked`() async throws {
        var bytes = ZipWriter.pack([("plan.txt", "Words of the plan.")])
        // The flag for encryption, in the file's own head and in the directory.
        for mark in [[0x50, 0x4B, 3, 4] as [UInt8], [0x50, 0x4B, 1, 2]] {
            let start = try #require(bytes.firstRange(of: mark)?.lowerBound)
            bytes[start + (mark[2] == 3 ? 6 : 8)] |= 1
        }
        #expect(throws: PaperError.locked(name: "papers.zip")) {
            try PaperReaders.files(inBundle: bytes, name: "papers.zip")
        }
    }

    @Test func `an OpenDocument file with a password is called locked`() async {
        let manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
        for type in ["text", "spreadsheet"] {
            let bytes = ZipWriter.pack([
                ("mimetype", "application/vnd.oasis.opendocument.\(type)"), ("content.xml", "\u{1}\u{2}scrambled"),
                ("META-INF/manifest.xml", manifest),
            ])
            #expect(
                await refusal(bytes, "plan.odt") == "plan.odt is locked by a password. "
                    + "Open it, save a copy without a password, and import the copy.")
            // As LibreOffice writes them since version 24.8: one sealed part.
            let sealed = ZipWriter.pack([
                ("mimetype", "application/vnd.oasis.opendocument.\(type)"), ("encrypted-package", "scrambled"),
                ("META-INF/manifest.xml", manifest),
            ])
            #expect(await refusal(sealed, "plan.odt").hasPrefix("plan.odt is locked by a password."))
        }
    }

    @Test func `an office file with a password is called locked, an old one is named`() async {
        var old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        old += [UInt8](repeating: 0, count: 2048 - old.count)
        #expect(
            await refusal(old, "plan.doc")
                == "plan.doc is an old Word or Excel file (.doc or .xls), which is not read. "
                + "Read are PDF, Word (.docx), OpenDocument, Excel (.xlsx), CSV, RTF, web pages and plain text: "
                + "save or print it as one of these, then import that.")
        var locked = old
        for (index, byte) in "EncryptedPackage".utf8.enumerated() { locked[1024 + 2 * index] = byte }
        #expect(await refusal(locked).hasPrefix("plan.docx is locked by a password."))
        // A large one may list its streams at its end.
        let far = old + [UInt8](repeating: 7, count: 6_000_000 / 512 * 512) + locked[1024...]
        #expect(await refusal(far).hasPrefix("plan.docx is locked by a password."))
    }
}

extension WordFile {
    /// The file with the list of types by which Word files are told from other archives.
    var typed: [UInt8] {
        var files =
            (try? Archive(bytes, name: "plan.docx", wanted: { _ in true }))?.entries.map { ($0.name, $0.bytes) } ?? []
        files.insert(("[Content_Types].xml", Array("<Types/>".utf8)), at: 0)
        return ZipWriter.pack(files.map { (name: $0.0, bytes: $0.1) })
    }
}
