/// Writes a PDF object by object, whole or wrong on purpose.
struct PDFWriter {
    /// The objects by their numbers, from 1; the first is the root.
    var objects: [String]
    var startsTableAt: Int?

    init(_ objects: [String]) { self.objects = objects }

    /// A file of so many sheets that share one content.
    init(pages: Int, content: String = PDFWriter.words("The council will mend the culvert by June 2026.")) {
        let kids = (0..<pages).map { "\($0 + 5) 0 R" }.joined(separator: " ")
        objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count \(pages) /Kids [\(kids)] >>",
            PDFWriter.stream(content), "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        objects += Array(repeating: PDFWriter.page(), count: pages)
    }

    static func page(_ more: String = "", parent: Int = 2, resources: String = "") -> String {
        "<< /Type /Page /Parent \(parent) 0 R /MediaBox [0 0 595 842] /Contents 3 0 R "
            + "/Resources << /Font << /F 4 0 R >> \(resources) >> \(more) >>"
    }

    static func stream(_ content: String, _ entries: String = "", length: Int? = nil) -> String {
        "<< /Length \(length ?? content.utf8.count) \(entries) >>\nstream\n\(content)\nendstream"
    }

    static func words(_ text: String) -> String { "BT /F 12 Tf 72 700 Td (\(text)) Tj ET" }

    var bytes: [UInt8] {
        var file = Array("%PDF-1.5\n".utf8)
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(file.count)
            file += Array("\(index + 1) 0 obj\n\(object)\nendobj\n".utf8)
        }
        let start = startsTableAt ?? file.count
        var table = "xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = String(offset)
            table += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        table += "trailer\n<< /Size \(offsets.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return file + Array(table.utf8)
    }
}
