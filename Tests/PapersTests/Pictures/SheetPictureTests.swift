import Foundation
import Testing

@testable import Papers

/// Sheets drawn by the real tools, marked where the reader found their words. One after the other: to look at a million
/// pixels in a debug build keeps a thread busy that other tests need to see their programs end.
@Suite(.serialized) struct SheetPictureTests {
    private func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return [UInt8](try Data(contentsOf: folder.appending(path: "Samples/\(name).pdf")))
    }

    private func draw(_ file: [UInt8], _ place: Place, _ resolution: Int = 110) async throws -> Pixels {
        let picture = try await SheetPicture.draw(
            file, name: "plan.pdf", sheet: place.sheet ?? 0, marking: [place.box].compactMap { $0 },
            resolution: resolution)
        let read = try PNGFile(picture.png)
        #expect(read.pixels.width == picture.width && read.pixels.height == picture.height)
        return read.pixels
    }

    /// The rectangle around all pixels of a colour, as what was white has it.
    private func area(of colour: Colour, in pixels: Pixels, scale: Double) -> Box? {
        pixels.area(scale: scale) { $0 == colour.red && $1 == colour.green && $2 == colour.blue }
    }

    private func isNear(_ one: Box, _ other: Box, within: Double = 1) -> Bool {
        [one.left - other.left, one.top - other.top, one.right - other.right, one.bottom - other.bottom]
            .allSatisfy { $0.magnitude <= within }
    }

    @Test(arguments: ["ruled", "unruled", "landscape", "rotated", "turned-down", "turned-up"], [0, 1, 2])
    func `a row is marked, and no other, however its sheet lies`(name: String, row: Int) async throws {
        let file = try bytes(name)
        let paper = try await PaperReaders.read(file, name: "plan.pdf")
        let table = try #require(paper.tables.first)
        let place = paper.place(ofLine: table.rows[row].line)
        let box = try #require(place.box)
        let pixels = try await draw(file, place)
        let scale = 110.0 / 72
        let marked = try #require(area(of: Highlight.tint, in: pixels, scale: scale))
        // A line ruled along an edge is as dark as before: the tint begins beside it.
        #expect(isNear(marked, box, within: 2))
        let bar = try #require(area(of: Highlight.barColour, in: pixels, scale: scale))
        #expect(isNear(bar, Highlight.bar(of: box)))
        // The mark lies where poppler, asked again, finds the row's words, and not those of the rows around it.
        for (index, other) in table.rows.enumerated() {
            let words = try await Words.on(place.sheet ?? 0, of: file).boxes(of: other[1].text)
            #expect(!words.isEmpty)
            for word in words {
                let middle = pixels.tinted(word, scale: scale)
                #expect(middle == (index == row), "\(other[1].text)")
            }
        }
    }

    @Test func `words stay as dark under the mark as they were`() async throws {
        let file = try bytes("ruled")
        let paper = try await PaperReaders.read(file, name: "plan.pdf")
        let place = paper.place(ofLine: try #require(paper.tables.first).rows[1].line)
        let plain = try await draw(file, Place(sheet: 1))
        let marked = try await draw(file, place)
        #expect(plain.width == marked.width && plain.height == marked.height)
        let parts = zip(plain.bytes, marked.bytes)
        #expect(parts.count { plain, _ in plain == 0 } > 3000)
        #expect(parts.allSatisfy { $0 != 0 || $1 == 0 })
        #expect(parts.count { $0 != $1 } > 10_000)
    }

    @Test func `several places on a sheet are all marked`() async throws {
        let boxes = [
            Box(left: 100, top: 600, right: 200, bottom: 620), Box(left: 300, top: 700, right: 400, bottom: 720),
        ]
        let picture = try await SheetPicture.draw(
            bytes("ruled"), name: "plan.pdf", sheet: 1, marking: boxes, resolution: 72)
        let pixels = try PNGFile(picture.png).pixels
        let all = try #require(area(of: Highlight.tint, in: pixels, scale: 1))
        #expect(isNear(all, boxes[0].union(boxes[1])))
        #expect(pixels[150, 610] == Highlight.tint && pixels[350, 710] == Highlight.tint)
        #expect(pixels[350, 610] == Colour(red: 255, green: 255, blue: 255))
    }

    @Test func `a scanned sheet is drawn as it was scanned`() async throws {
        let box = Box(left: 60, top: 160, right: 530, bottom: 180)
        let pixels = try await draw(bytes("scanned"), Place(sheet: 1, box: box))
        #expect(isNear(try #require(area(of: Highlight.tint, in: pixels, scale: 110.0 / 72)), box))
    }

    @Test(.enabled(if: Tool.qpdf.path != nil, "needs qpdf"))
    func `a file that is encrypted without a password is drawn as the plain one`() async throws {
        let folder = try PrivateFolder(name: "plan.pdf")
        try folder.write(try bytes("ruled"), as: "plain-ruled.pdf", name: "plan.pdf")
        let outcome = try await ToolRunner(name: "plan.pdf", folder: folder).run(
            .qpdf, ["--encrypt", "", "owner", "256", "--", "plain-ruled.pdf", "locked.pdf"], for: "a PDF")
        #expect(outcome.status == 0)
        let locked = try #require(folder.read("locked.pdf"))
        let place = Place(sheet: 1, box: Box(left: 60, top: 300, right: 500, bottom: 320))
        #expect(try await draw(locked, place) == draw(bytes("ruled"), place))
    }

    @Test func `boxes are measured from the whole medium, where a crop box hides part of it`() async throws {
        var file = PDFWriter(pages: 1)
        for rotation in [0, 90, 180, 270] {
            file.objects[4] = PDFWriter.page("/CropBox [50 50 500 780] /Rotate \(rotation)")
            let paper = try await PaperReaders.read(file.bytes, name: "plan.pdf")
            let place = try #require(paper.places.first { $0.box != nil })
            let pixels = try await draw(file.bytes, place)
            let box = try #require(place.box)
            let dark = try #require(pixels.area(scale: 110.0 / 72) { $1 < 60 && $0 < 200 && $2 < 60 })
            #expect(box.union(dark).width < box.width + 2 && box.union(dark).height < box.height + 2, "\(rotation)")
        }
    }

    @Test func `a sheet as large as a house is drawn less finely, and none is drawn of a few points`() async throws {
        var file = PDFWriter(pages: 1)
        file.objects[4] = PDFWriter.page().replacing("595 842", with: "14400 10000")
        let picture = try await SheetPicture.draw(file.bytes, name: "plan.pdf", sheet: 1, marking: [], resolution: 300)
        #expect(picture.width == SheetPicture.longestSide && (3400...3500).contains(picture.height))
        file.objects[4] = PDFWriter.page().replacing("595 842", with: "2 2")
        _ = try await SheetPicture.draw(file.bytes, name: "plan.pdf", sheet: 1, marking: [])
        file.objects[4] = PDFWriter.page().replacing("595 842", with: "0 0")
        _ = try await SheetPicture.draw(file.bytes, name: "plan.pdf", sheet: 1, marking: [])
    }

    @Test func `the picture is as fine as was asked, and says so`() async throws {
        let small = try await SheetPicture.draw(bytes("ruled"), name: "plan.pdf", sheet: 1, marking: [], resolution: 72)
        #expect(small.width == 596 && small.height == 842)
        #expect(try PNGFile(small.png).dotsPerInch == 72)
        let usual = try await SheetPicture.draw(bytes("ruled"), name: "plan.pdf", sheet: 1, marking: [])
        #expect(try PNGFile(usual.png).dotsPerInch == SheetPicture.usualResolution)
        let again = try await SheetPicture.draw(bytes("ruled"), name: "plan.pdf", sheet: 1, marking: [])
        #expect(usual.png == again.png)
    }

    @Test func `a box that lies beyond the sheet marks nothing and harms nothing`() async throws {
        let wild = [
            Box(left: -1e6, top: -1e6, right: -10, bottom: -10), Box(left: 1e6, top: 1e6, right: 2e6, bottom: 2e6),
            Box(left: 300, top: 300, right: 200, bottom: 200), Box(left: .nan, top: 0, right: .nan, bottom: 9),
        ]
        let plain = try await SheetPicture.draw(bytes("ruled"), name: "plan.pdf", sheet: 1, marking: [])
        let marked = try await SheetPicture.draw(bytes("ruled"), name: "plan.pdf", sheet: 1, marking: wild)
        #expect(plain.png == marked.png)
    }

    // MARK: What cannot be drawn

    private func refusal(_ file: [UInt8], name: String = "plan.pdf", sheet: Int = 1) async -> String? {
        await #expect(throws: PictureError.self) {
            try await SheetPicture.draw(file, name: name, sheet: sheet, marking: [])
        }?.description
    }

    @Test func `a sheet that the paper does not have is refused with their number`() async throws {
        let spans = try bytes("spans")
        #expect(
            await refusal(spans, sheet: 3)
                == "plan.pdf has 2 sheets and no sheet 3. "
                + "Run goldthread verify: the paper or its record may have been altered.")
        #expect(await refusal(spans, sheet: 0) != nil)
        #expect(await refusal(spans, sheet: .min) != nil)
    }

    @Test func `a file without pages is refused by its kind`() async {
        #expect(
            await refusal(Array("Plan of action\n\nMend the weir.\n".utf8), name: "plan.txt")
                == "plan.txt (text in UTF-8) has no pages that could be drawn; only a PDF has. "
                + "Open the file itself at that place.")
        #expect(await refusal(Array("<!doctype html><p>Plan</p>".utf8))?.contains("(web page) has no pages") == true)
        #expect(await refusal([0x89, 0x50, 0x4E, 0x47])?.contains("(a picture (PNG)) has no pages") == true)
    }

    @Test func `a damaged file is refused in words`() async throws {
        #expect(
            await refusal(Array("%PDF-1.7\nnothing\n".utf8))
                == "No picture of plan.pdf could be made: the file is damaged: its pages cannot be found. "
                + "Open the paper itself at that place.")
    }

    @Test func `a missing program is named with the package that brings it`() {
        let missing = PaperError.toolMissing(
            name: "plan.pdf", tool: "pdftoppm", package: "poppler-utils", what: "a picture of a PDF")
        #expect(
            PictureError(missing).description
                == "No picture of plan.pdf can be made: that takes pdftoppm, which is not installed here. "
                + "Ask an administrator to run: apt-get install poppler-utils")
        #expect(
            PictureError(PaperError.toolFailed(name: "plan.pdf", tool: "pdftoppm", what: "took more than 60 seconds"))
                .description
                == "No picture of plan.pdf could be made: pdftoppm took more than 60 seconds. "
                + "Open the paper itself at that place.")
    }
}

extension Pixels {
    /// Whether most of what is not dark about the middle of a word has the highlighter's tint.
    fileprivate func tinted(_ word: Box, scale: Double) -> Bool {
        var (tinted, light) = (0, 0)
        for y in Int(word.top * scale)..<Int(word.bottom * scale) {
            for x in Int(word.left * scale)..<Int(word.right * scale) {
                let colour = self[x, y]
                guard colour.red > 250, colour.green > 230 else { continue }
                light += 1
                if colour == Highlight.tint { tinted += 1 }
            }
        }
        return light > 0 && tinted * 10 > light * 9
    }

    /// The rectangle around all pixels like that, in points.
    fileprivate func area(scale: Double, of isMeant: (_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Bool) -> Box? {
        var (left, top, right, bottom) = (width, height, 0, 0)
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            for y in 0..<height {
                for x in 0..<width {
                    if isMeant(bytes[index], bytes[index + 1], bytes[index + 2]) {
                        (left, top, right, bottom) = (min(left, x), min(top, y), max(right, x + 1), y + 1)
                    }
                    index += 3
                }
            }
        }
        guard left < right else { return nil }
        return Box(
            left: Double(left) / scale, top: Double(top) / scale, right: Double(right) / scale,
            bottom: Double(bottom) / scale)
    }
}

/// The words that poppler finds on a sheet, asked apart from the reader.
private struct Words {
    var words: [Word]

    static func on(_ sheet: Int, of file: [UInt8]) async throws -> Words {
        let folder = try PrivateFolder(name: "plan.pdf")
        try folder.write(file, as: "plan.pdf", name: "plan.pdf")
        let outcome = try await ToolRunner(name: "plan.pdf", folder: folder).run(
            .pdftotext, ["-tsv", "-q", "-f", "\(sheet)", "-l", "\(sheet)", "plan.pdf", "-"], for: "a PDF")
        return Words(words: WordPageReader.read(outcome.output).flatMap(\.words))
    }

    /// Where those words of a text stand that occur once on the sheet.
    func boxes(of text: String) -> [Box] {
        let wanted = Set(text.split(separator: " ").map(String.init))
        let counts = words.reduce(into: [:]) { $0[$1.text, default: 0] += 1 }
        return words.filter { wanted.contains($0.text) && counts[$0.text] == 1 }.map(\.box)
    }
}
