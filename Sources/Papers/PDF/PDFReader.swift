/// Reads a PDF by poppler and qpdf: words with their places and fonts, ruling lines, fills; scans by OCR where installed.
///
/// Sheets are read some at a time, so that memory does not grow with their number but by the words that are kept.
public struct PDFReader: PaperReader {
    /// The most sheets that are read of one file.
    public static let pageLimit = 5000
    /// Sheets read at a time.
    private static let step = 24

    /// A reader; it keeps no state.
    public init() {}

    /// Reads all sheets of the file.
    public func read(_ bytes: [UInt8], name: String) async throws(PaperError) -> Paper {
        let folder = try PrivateFolder(name: name)
        try folder.write(bytes, as: "paper.pdf", name: name)
        let runner = ToolRunner(name: name, folder: folder)
        var file = try await Self.ordered("paper.pdf", runner)
        var layout = PDFLayout()
        var blank = try await Self.read(file, runner, into: &layout)
        if !blank.isEmpty, Tool.ocrmypdf.path != nil {
            // Pages with text are left as they are.
            let outcome = try await runner.run(
                .ocrmypdf, ["--skip-text", "--quiet", "--output-type", "pdf", "--jobs", "2", "paper.pdf", "ocr.pdf"],
                for: "a scanned paper", limits: .init(seconds: 60 + 20 * blank.count, memory: 8_000_000_000))
            if outcome.status == 0 {
                let scanned = blank
                file = try await Self.ordered("ocr.pdf", runner)
                layout = PDFLayout()
                blank = try await Self.read(file, runner, into: &layout)
                layout.add(
                    Notice(
                        "\(Self.sheets(scanned)) had no text and \(scanned.count == 1 ? "was" : "were") read by OCR: check what was found there."
                    ))
            }
        }
        guard blank.count < file.pages.count else { throw .scanned(name: name, pages: file.pages.count) }
        if !blank.isEmpty {
            layout.add(
                Notice(
                    "\(Self.sheets(blank)) \(blank.count == 1 ? "is a picture" : "are pictures") without text; nothing was read there."
                ))
        }
        return try PaperBuilder(name: name, format: .pdf, byteCount: bytes.count).build(layout.finished())
    }

    /// "Sheet 3", "Sheets 3, 4 and 7": by their place in the file.
    private static func sheets(_ numbers: [Int]) -> String {
        let shown = numbers.prefix(8).map(String.init)
        if numbers.count > 8 { return "Sheets \(shown.joined(separator: ", ")) and \(numbers.count - 8) more" }
        guard let last = shown.last, shown.count > 1 else { return "Sheet \(shown.first ?? "")" }
        return "Sheets \(shown.dropLast().joined(separator: ", ")) and \(last)"
    }

    /// The file with its objects put in order, which also repairs and unlocks what needs no password.
    private static func ordered(_ source: String, _ runner: ToolRunner) async throws(PaperError) -> PDFFile {
        let outcome = try await runner.run(
            .qpdf, ["--decrypt", "--no-warn", "--object-streams=disable", "--warning-exit-0", source, "plain.pdf"],
            for: "a PDF")
        guard outcome.status == 0 || outcome.status == 3 else {
            if outcome.complaint.contains("password") { throw .locked(name: runner.name) }
            throw .damaged(name: runner.name, what: "its pages cannot be found")
        }
        guard let file = PDFFile(path: runner.folder.path + "/plain.pdf"), !file.pages.isEmpty else {
            throw .damaged(name: runner.name, what: "it has no pages")
        }
        guard file.pages.count <= pageLimit else {
            throw .tooLong(name: runner.name, pages: file.pages.count, limit: pageLimit)
        }
        return file
    }

    /// Reads all sheets into a layout and says which of them are pictures without text.
    private static func read(
        _ file: PDFFile, _ runner: ToolRunner, into layout: inout PDFLayout
    ) async throws(PaperError) -> [Int] {
        var blank: [Int] = []
        let count = file.pages.count
        // A sheet takes some hundredths of a second.
        let (start, seconds) = (ContinuousClock.now, 120 + count)
        var next = Task { await printed(1...min(step, count), runner) }
        var first = 1
        while first <= count {
            let last = min(first + step - 1, count)
            let (words, fonts) = try await next.value.get()
            if last < count {
                let range = (last + 1)...min(last + step, count)
                // Poppler reads on while what it read is made sense of.
                next = Task { await printed(range, runner) }
            }
            var pages = WordPageReader.read(words)
            guard ContinuousClock.now - start < .seconds(seconds) else {
                throw .toolFailed(
                    name: runner.name, tool: "goldthread",
                    what: "took more than \(seconds) seconds for the first \(last) of its \(count) pages")
            }
            let spans = FontSpans.read(fonts)
            var drawings: [Drawing] = []
            for index in pages.indices {
                let number = pages[index].number
                var drawing =
                    (1...count).contains(number) ? DrawingReader.read(file.pages[number - 1], of: file) : Drawing()
                if (1...count).contains(number) { pages[index].setSize(of: file.pages[number - 1]) }
                spans[number]?.dress(&pages[index])
                if pages[index].words.isEmpty, drawing.hasPicture { blank.append(number) }
                SheetTurn.upright(&pages[index], &drawing)
                drawings.append(drawing)
            }
            layout.add(pages, drawings: drawings)
            first = last + 1
        }
        return blank
    }

    /// What poppler prints of some sheets: their words, and the fonts that they are set in.
    private static func printed(
        _ sheets: ClosedRange<Int>, _ runner: ToolRunner
    ) async -> Result<(words: [UInt8], fonts: [UInt8]), PaperError> {
        let range = ["-f", "\(sheets.lowerBound)", "-l", "\(sheets.upperBound)"]
        async let words = output(.pdftotext, ["-tsv", "-q"] + range + ["plain.pdf", "-"], runner)
        async let fonts = output(.pdftohtml, ["-xml", "-i", "-q", "-stdout"] + range + ["plain.pdf"], runner)
        do throws(PaperError) {
            return .success((try await words.get(), (try? await fonts.get()) ?? []))
        } catch {
            return .failure(error)
        }
    }

    private static func output(
        _ tool: Tool, _ arguments: [String], _ runner: ToolRunner
    ) async -> Result<[UInt8], PaperError> {
        do throws(PaperError) {
            let outcome = try await runner.run(tool, arguments, for: "a PDF")
            guard outcome.status == 0 else {
                return .failure(
                    .toolFailed(name: runner.name, tool: tool.name, what: "stopped with status \(outcome.status)"))
            }
            return .success(outcome.output)
        } catch {
            return .failure(error)
        }
    }
}
