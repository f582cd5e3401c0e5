import Foundation
import Testing

@testable import Papers

/// Files that are empty, cut short, called what they are not, or very large.
@Suite(.timeLimit(.minutes(20))) struct MislabelledTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../Samples").standardizedFileURL
    private static let kinds = ["pdf", "docx", "odt", "xlsx", "ods", "html", "rtf", "csv"]

    private static func sample(_ kind: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: "plan.\(kind)")))
    }

    private func refusal(_ bytes: [UInt8], _ name: String) async -> String {
        do throws(PaperError) {
            _ = try await PaperReaders.read(bytes, name: name)
            return "read"
        } catch {
            return error.description
        }
    }

    @Test(arguments: kinds) func `a file is read as what it is, whatever it is called`(kind: String) async throws {
        for name in ["plan.txt", "plan.pdf", "plan.docx", "plan"] {
            let paper = try await PaperReaders.read(try Self.sample(kind), name: name)
            #expect(String(decoding: paper.transcript ?? [], as: UTF8.self).contains("Raise the sill"))
        }
    }

    @Test(arguments: kinds) func `a file cut short is read as far as it goes or refused`(kind: String) async throws {
        let bytes = try Self.sample(kind)
        for part in 0..<(kind == "pdf" ? 8 : 40) {
            let message = await refusal(Array(bytes.prefix(bytes.count * part / 40)), "plan.\(kind)")
            #expect(message == "read" || message.hasPrefix("plan.\(kind) "))
        }
    }

    @Test(arguments: ["docx", "odt", "xlsx", "ods"])
    func `an archive cut in half is called damaged`(kind: String) async throws {
        let bytes = try Self.sample(kind)
        let message = await refusal(Array(bytes.prefix(bytes.count / 2)), "plan.\(kind)")
        #expect(
            message == "plan.\(kind) is damaged: its end is missing, and with it the list of what it holds. "
                + "Download or save it again, then import that.")
    }

    @Test func `an empty file is called empty`() async {
        #expect(
            await refusal([], "plan.docx")
                == "plan.docx is empty: there is nothing to read. Check that it was saved or downloaded whole.")
    }

    @Test(arguments: [
        ([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10], "a picture (PNG)"), ([0xFF, 0xD8, 0xFF, 0xE0], "a picture (JPEG)"),
        (Array("RIFF\0\0\0\0WEBPVP8 ".utf8), "a picture (WebP)"), (Array("BM\0\0\0\0\0\0\0\0".utf8), "a picture (BMP)"),
        ([0, 0, 0, 0x18] + Array("ftypheic".utf8), "a picture or film (HEIC or MP4)"),
        ([0x1F, 0x8B, 8], "a gzip archive"), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive"),
    ])
    func `a picture or an archive called a paper is named for what it is`(start: [UInt8], kind: String) async {
        let bytes = start + [UInt8](repeating: 0, count: 200)
        #expect(
            await refusal(bytes, "plan.docx") == "plan.docx is \(kind), which is not read. "
                + "Read are PDF, Word (.docx), OpenDocument, Excel (.xlsx), CSV, RTF, web pages and plain text: "
                + "save or print it as one of these, then import that.")
    }

    @Test func `bytes that are nothing known are called no text`() async {
        #expect(
            await refusal([1, 2, 3, 0, 5], "plan.docx") == "plan.docx is not text: byte 4 is one that no text holds. "
                + "Read are PDF, Word (.docx), OpenDocument, Excel (.xlsx), CSV, RTF, web pages and plain text: "
                + "save or print it as one of these, then import that.")
    }

    @Test func `a file larger than any paper is refused by its size`() async {
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 257_000_000)
        #expect(
            await refusal(bytes, "plan.txt") == "plan.txt has 257 MB; papers of up to 256 MB are read. "
                + "Split it, or import the one report that you need.")
    }

    /// How large the large files are; `make hostile` makes them 100 MB, which takes minutes without optimisation.
    private static let megabytes =
        ProcessInfo.processInfo.environment["GOLDTHREAD_MEGABYTES"].flatMap { Int($0) } ?? 5

    @Test func `a great text without an end of line is no hang`() async {
        _ = await refusal([UInt8](repeating: UInt8(ascii: "a"), count: Self.megabytes * 1_000_000), "plan.txt")
    }

    @Test func `a great Word file that no bomb is shows all its words`() async throws {
        // Numbers that grow keep it from packing to next to nothing, as a bomb does.
        var body = ""
        var count = 0
        while body.utf8.count < Self.megabytes * 1_000_000 {
            count += 1
            body += WordFile.paragraph("The council will keep word \(count &* 7_919 % 99_991). " + Self.sentence)
        }
        let paper = try await PaperReaders.read(WordFile(body).typed, name: "plan.docx")
        #expect(paper.blocks.count == count)
    }

    private static let sentence = String(repeating: "It will mend each culvert before winter. ", count: 30)
}
