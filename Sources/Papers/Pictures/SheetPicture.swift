/// A picture of one sheet of a paper, with the places on it marked that somebody wants to see.
///
/// It shows the paper as it was published: a scanned sheet is drawn as it was scanned, a rotated one as viewers turn it.
public struct SheetPicture: Sendable {
    /// The picture as a PNG file.
    public let png: [UInt8]
    /// Pixels across.
    public let width: Int
    /// Pixels down.
    public let height: Int

    /// How finely a sheet may be drawn, in dots an inch.
    public static let resolutions = 30...300
    /// Fine enough to read the small print of a table, and small enough for a web page.
    public static let usualResolution = 110
    /// The longest side of a picture, in pixels; larger sheets are drawn less finely. A3 at 300 dots an inch has 4,961.
    static let longestSide = 5000

    /// Draws a sheet of a paper. Takes some tenths of a second, most of it for the programs to start.
    /// - Parameters:
    ///   - bytes: The paper's file.
    ///   - name: The name it goes by in messages.
    ///   - sheet: Counted from 1 from the file's first.
    ///   - boxes: What to mark, as `Place` says where it is.
    ///   - resolution: Dots an inch, brought within `resolutions`.
    /// - Throws: `PictureError`, whose description can be shown as it is.
    public static func draw(
        _ bytes: [UInt8], name: String, sheet: Int, marking boxes: [Box], resolution: Int = usualResolution
    ) async throws(PictureError) -> SheetPicture {
        try requirePages(bytes, name)
        let runner: ToolRunner
        let file: PDFFile
        do throws(PaperError) {
            runner = ToolRunner(name: name, folder: try PrivateFolder(name: name))
            try runner.folder.write(bytes, as: "paper.pdf", name: name)
            file = try await PDFReader.ordered("paper.pdf", runner)
        } catch {
            throw PictureError(error)
        }
        guard (1...file.pages.count).contains(sheet) else {
            throw .noSheet(name: name, sheet: sheet, count: file.pages.count)
        }
        let fine = min(max(resolution, resolutions.lowerBound), resolutions.upperBound)
        let dots = min(Double(fine), Double(longestSide) * 72 / longest(file.pages[sheet - 1]))
        var pixels = try await drawn(sheet, dots, runner)
        for box in boxes { pixels.mark(box, scale: dots / 72) }
        guard let png = PNG.file(pixels, resolution: dots) else {
            throw .failed(name: name, what: "there was no memory left for it")
        }
        return SheetPicture(png: png, width: pixels.width, height: pixels.height)
    }

    private static func requirePages(_ bytes: [UInt8], _ name: String) throws(PictureError) {
        let kind: FileKind
        do throws(PaperError) { kind = try FileKind.of(bytes, name: name) } catch { throw PictureError(error) }
        switch kind {
        case .paper(.pdf): return
        case .paper(let format): throw .noPages(name: name, format: format.name)
        case .other(let format): throw .noPages(name: name, format: format)
        case .bundle: throw .noPages(name: name, format: "an archive of files")
        case .locked: throw PictureError(.locked(name: name))
        }
    }

    /// The longer side of a sheet, in points.
    private static func longest(_ page: PDFFile.Page) -> Double {
        let side = max(page.mediaBox[2] - page.mediaBox[0], page.mediaBox[3] - page.mediaBox[1])
        // Poppler takes a sheet without a size for a letter.
        return side.isFinite && side > 0 ? side : 792
    }

    private static func drawn(
        _ sheet: Int, _ dots: Double, _ runner: ToolRunner
    ) async throws(PictureError) -> Pixels {
        let outcome: ToolRunner.Outcome
        do throws(PaperError) {
            // Of the whole medium, not of what a crop box leaves of it: there the reader's boxes are measured from.
            outcome = try await runner.run(
                .pdftoppm, ["-q", "-r", "\(dots)", "-f", "\(sheet)", "-l", "\(sheet)", "plain.pdf"],
                for: "a picture of a PDF", limits: .init(output: longestSide * longestSide * 3 + 1000))
        } catch {
            throw PictureError(error)
        }
        // What poppler cannot make sense of, it draws as a single dot.
        guard outcome.status == 0, let pixels = Pixels(ppm: outcome.output), pixels.width > 1 || pixels.height > 1
        else {
            throw .failed(name: runner.name, what: "pdftoppm could not draw sheet \(sheet)")
        }
        return pixels
    }
}
