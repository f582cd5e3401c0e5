/// Reads a PDF: words with their places by poppler, their fonts, ruling lines and fills from the file as qpdf orders it;
/// scans by OCR where installed.
///
/// Sheets are read some at a time, so that memory does not grow with their number but by the words that are kept.
public struct PDFReader: PaperReader {
    /// The most sheets that are read of one file.
    public static let pageLimit = 5000
    /// Sheets that a program reads at a time: each start takes as long as reading some of them.
    private static let step = 48
    /// How many such steps are begun before their turn.
    private static let ahead = 1
    /// Sheets among which running heads are looked for together; a step is a number of these.
    private static let batch = 24

    /// A reader; it keeps no state.
    public init() {}

    /// Reads all sheets of the file, whose bytes are let go as soon as they lie in a folder.
    public func read(_ bytes: consuming [UInt8], name: String) async throws(PaperError) -> Paper {
        let folder = try PrivateFolder(name: name)
        let byteCount = bytes.count
        try folder.write(consume bytes, as: "paper.pdf", name: name)
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
        return try PaperBuilder(name: name, format: .pdf, byteCount: byteCount).build((consume layout).finished())
    }

    /// "Sheet 3", "Sheets 3, 4 and 7": by their place in the file.
    private static func sheets(_ numbers: [Int]) -> String {
        let shown = numbers.prefix(8).map(String.init)
        if numbers.count > 8 { return "Sheets \(shown.joined(separator: ", ")) and \(numbers.count - 8) more" }
        guard let last = shown.last, shown.count > 1 else { return "Sheet \(shown.first ?? "")" }
        return "Sheets \(shown.dropLast().joined(separator: ", ")) and \(last)"
    }

    /// The file with its objects put in order, which also repairs and unlocks what needs no password; it
    /// lies in the private folder as `plain.pdf`.
    static func ordered(_ source: String, _ runner: ToolRunner) async throws(PaperError) -> PDFFile {
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
        var steps = stride(from: 1, through: count, by: step).map { $0...min($0 + step - 1, count) }[...]
        var underWay: [(sheets: ClosedRange<Int>, task: Task<Result<[Sheet], PaperError>, Never>)] = []
        defer { for step in underWay { step.task.cancel() } }
        while true {
            // Poppler reads on while what it read is made sense of.
            while underWay.count <= ahead, let sheets = steps.popFirst() {
                underWay.append((sheets, Task { await self.sheets(sheets, of: file, runner) }))
            }
            guard let next = underWay.first else { return blank }
            let sheets = try await next.task.value.get()
            underWay.removeFirst()
            file.letGo()
            guard ContinuousClock.now - start < .seconds(seconds) else {
                throw .toolFailed(
                    name: runner.name, tool: "goldthread",
                    what:
                        "took more than \(seconds) seconds for the first \(next.sheets.upperBound) of its \(count) pages"
                )
            }
            blank += sheets.filter(\.isPicture).map(\.page.number)
            for first in stride(from: 0, to: sheets.count, by: batch) {
                let some = sheets[first..<min(first + batch, sheets.count)]
                layout.add(some.map(\.page), drawings: some.map(\.drawing))
            }
            Memory.giveBack()
        }
    }

    /// A sheet as it was read, upright.
    struct Sheet {
        var page: WordPage
        var drawing: Drawing
        var isPicture: Bool
    }

    /// Reads some sheets, each by itself.
    private static func sheets(
        _ range: ClosedRange<Int>, of file: PDFFile, _ runner: ToolRunner
    ) async -> Result<[Sheet], PaperError> {
        await printed(range, runner).map { sheets($0, of: file) }
    }

    /// The sheets whose words poppler printed, with what is drawn on them.
    static func sheets(_ words: [UInt8], of file: PDFFile) -> [Sheet] {
        let fonts = PageFonts(file)
        return WordPageReader.read(words).map { page in
            var page = page
            var drawing = Drawing()
            if (1...file.pages.count).contains(page.number) {
                let sheet = file.pages[page.number - 1]
                let read = DrawingReader.read(sheet, of: file, fonts: fonts)
                drawing = read.drawing
                page.setSize(of: sheet)
                read.starts.dress(&page)
            }
            let isPicture = page.words.isEmpty && drawing.hasPicture
            SheetTurn.upright(&page, &drawing)
            return Sheet(page: page, drawing: drawing, isPicture: isPicture)
        }
    }

    /// What poppler prints of some sheets: their words.
    static func printed(_ sheets: ClosedRange<Int>, _ runner: ToolRunner) async -> Result<[UInt8], PaperError> {
        let range = ["-f", "\(sheets.lowerBound)", "-l", "\(sheets.upperBound)"]
        return await output(.pdftotext, ["-tsv", "-q"] + range + ["plain.pdf", "-"], runner)
    }

    private static func output(
        _ tool: Tool, _ arguments: [String], _ runner: ToolRunner
    ) async -> Result<[UInt8], PaperError> {
        do throws(PaperError) {
            let outcome = try await runner.run(tool, arguments, for: "a PDF", limits: .init(seconds: 2 * step))
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
