import Foundation

/// What outside programs make of a PDF, and what is made of that within the program: tests alter the one and try the other.
package struct PDFParts: Sendable {
    /// The file as qpdf puts it in order.
    package var ordered: [UInt8]
    /// Words with their places, as pdftotext prints them.
    package var words: [UInt8]

    /// Runs the programs on a PDF.
    /// - Throws: `PaperError` where one is missing or refuses the file.
    package init(of bytes: [UInt8], name: String) async throws(PaperError) {
        let folder = try PrivateFolder(name: name)
        try folder.write(bytes, as: "paper.pdf", name: name)
        let runner = ToolRunner(name: name, folder: folder)
        let file = try await PDFReader.ordered("paper.pdf", runner)
        words = try await PDFReader.printed(1...file.pages.count, runner).get()
        ordered = folder.read("plain.pdf") ?? []
    }

    /// The paper that the parts make, without running any program.
    /// - Throws: `PaperError` where the file has no pages.
    package func read(name: String) throws(PaperError) -> Paper {
        guard let file = PDFFile(Data(ordered)), !file.pages.isEmpty else {
            throw .damaged(name: name, what: "it has no pages")
        }
        let sheets = PDFReader.sheets(words, of: file)
        var layout = PDFLayout()
        layout.add(sheets.map(\.page), drawings: sheets.map(\.drawing))
        return try PaperBuilder(name: name, format: .pdf, byteCount: ordered.count).build(layout.finished())
    }
}
