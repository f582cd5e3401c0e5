import Fuzzing
package import Papers

/// A kind of file with some papers of that kind, which are altered seed by seed and read.
package struct FuzzedFormat: Sendable {
    /// All kinds that are read, by the ends of their names; `pdf-tools` is PDF with the outside programs run each time.
    package static let names = ["txt", "csv", "html", "rtf", "docx", "odt", "xlsx", "ods", "pdf", "pdf-tools"]

    /// How an input ended; a crash or a hang has no outcome.
    package enum Outcome: Sendable {
        case read(Paper)
        case refused(PaperError)
    }

    package let name: String
    private let samples: [Sample]

    private enum Sample: Sendable {
        case bytes([UInt8])
        case parts([(name: String, bytes: [UInt8])], packed: [UInt8])
        case pdf(PDFParts)
    }

    /// Prepares the samples of a kind: archives are unpacked, PDFs are put in order.
    /// - Throws: `PaperError` where a sample is not what its name says.
    package init(_ name: String, samples: [[UInt8]]) async throws(PaperError) {
        self.name = name
        var prepared: [Sample] = []
        for sample in samples where !sample.isEmpty {
            switch name {
            case "docx", "odt", "xlsx", "ods":
                prepared.append(.parts(try PaperReaders.parts(of: sample, name: name), packed: sample))
            case "pdf": prepared.append(.pdf(try await PDFParts(of: sample, name: name)))
            default: prepared.append(.bytes(sample))
            }
        }
        self.samples = prepared
    }

    /// Makes the input of a seed, the same each time, and reads it.
    package func read(seed: Int) async -> Outcome {
        var mutation = Mutation(seed: UInt64(seed))
        guard let sample = samples.randomElement(using: &mutation) else { return .refused(.empty(name: name)) }
        do throws(PaperError) {
            switch sample {
            case .pdf(let parts): return .read(try altered(parts, &mutation).read(name: name))
            case .parts(let parts, let packed):
                return .read(try await PaperReaders.read(altered(parts, packed, &mutation), name: name))
            case .bytes(let bytes):
                return .read(try await PaperReaders.read(altered(bytes, &mutation), name: name))
            }
        } catch {
            return .refused(error)
        }
    }

    private func altered(_ bytes: [UInt8], _ mutation: inout Mutation) -> [UInt8] {
        // What tells the kind mostly stays, lest all be read as text.
        let isAnywhere = Int.random(in: 0..<8, using: &mutation) == 0
        switch name {
        case "html" where mutation.next() % 2 == 0: return mutation.reshaped(bytes, with: Shards.markup)
        case "html": return mutation.altered(bytes, with: Shards.markup, keeping: isAnywhere ? 0 : 15)
        case "rtf": return mutation.altered(bytes, with: Shards.richText, keeping: isAnywhere ? 0 : 6)
        case "pdf-tools": return mutation.altered(bytes, with: Shards.pdf, keeping: isAnywhere ? 0 : 8)
        case "csv": return mutation.altered(bytes, with: Shards.delimited)
        default: return mutation.mutate([bytes])
        }
    }

    private func altered(
        _ parts: [(name: String, bytes: [UInt8])], _ packed: [UInt8], _ mutation: inout Mutation
    ) -> [UInt8] {
        if Int.random(in: 0..<10, using: &mutation) == 0 { return mutation.altered(packed, with: Shards.archive) }
        var parts = parts
        for _ in 0..<Int.random(in: 1...2, using: &mutation) {
            let markup = parts.indices.filter { parts[$0].name.hasSuffix(".xml") || parts[$0].name.hasSuffix(".rels") }
            guard let index = markup.randomElement(using: &mutation) else { continue }
            switch Int.random(in: 0..<12, using: &mutation) {
            case 0: parts[index].bytes = mutation.altered(parts[index].bytes, with: Shards.markup)
            case 1: parts.remove(at: index)
            case 2: parts[index].bytes = parts.randomElement(using: &mutation)?.bytes ?? []
            default: parts[index].bytes = mutation.reshaped(parts[index].bytes, with: Shards.markup)
            }
        }
        return ZipWriter.pack(parts)
    }

    private func altered(_ parts: PDFParts, _ mutation: inout Mutation) -> PDFParts {
        var parts = parts
        switch Int.random(in: 0..<3, using: &mutation) {
        case 0: parts.words = mutation.altered(parts.words, with: Shards.words)
        case 1: parts.ordered = drawn(parts.ordered, &mutation)
        default:
            parts.words = mutation.altered(parts.words, with: Shards.words)
            parts.ordered = drawn(parts.ordered, &mutation)
        }
        return parts
    }

    /// The file with its objects altered and its table of objects left, or all of it altered.
    private func drawn(_ file: [UInt8], _ mutation: inout Mutation) -> [UInt8] {
        guard Int.random(in: 0..<3, using: &mutation) > 0 else { return mutation.altered(file, with: Shards.pdf) }
        // In place, so that what the table says stays true.
        var file = file
        for _ in 0..<Int.random(in: 1...12, using: &mutation) {
            let shard = Array((Shards.pdf.randomElement(using: &mutation) ?? "").utf8)
            let place = Int.random(in: 0..<max(1, file.count - 40), using: &mutation)
            for (offset, byte) in shard.enumerated() where place + offset < file.count { file[place + offset] = byte }
        }
        return file
    }
}

/// What readers of each kind of file trip over.
private enum Shards {
    static let markup = [
        "<", ">", "</", "/>", "<p>", "<table>", "</table>", "<td colspan=1000000>", "<ul><li>", "<!--", "]]>",
        "<![CDATA[", "&amp;", "&#0;", "&#x110000;", "&x;", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "\u{0}", "\u{FEFF}",
        "<w:p/>", "<w:tbl><w:tr><w:tc>", "<text:p/>", "<table:table-row/>", "xml:space=\"preserve\"", "\u{301}",
        "\u{202E}", "\u{F0B7}", "|", "**", "1.", "(a)", "# ", "\n\n", "\t", "style=\"mso-list:l0 level99 lfo1\"",
    ]
    static let richText = [
        "{", "}", "\\", "\\par ", "\\row ", "\\cell ", "\\trowd ", "\\cellx0 ", "\\cellx-99999 ", "\\cellx99999999999 ",
        "\\u-32768 ", "\\u99999999 ", "\\'", "\\'e", "\\bin999999999 ", "\\bin5 ", "{\\*\\listtext ", "\\clmrg ",
        "\\clvmgf ", "\\itap9 ", "\\nestcell ", "{\\*\\nesttableprops ", "\\ansicpg99999 ", "\\uc9999 ", "\\uc0 ",
        "{\\fonttbl", "\\f99999 ", "\\cf99999 ", "\\ls9 \\ilvl99 ", "\u{0}", "\\intbl ", "\\pntext ", "\\fs0 ",
    ]
    static let delimited = [
        ",", "\"", "\"\"", ";", "\t", "|", "\n", "\r", "\r\n", "\"\n", ",,,,,,,,", "\u{0}", "\u{FEFF}", "=1+1", "é",
        "\n\n\n",
    ]
    static let words = [
        "\t", "\n", "\t\t\t", "-", "-1", "99999999999999999", "1\t1\t0\t0\t0\t0\t0\t0\t595\t842\t-1\t###PAGE###\n",
        "5\t1\t0\t0\t0\t0\t10\t10\t0\t0\t100\tword\n", "5\t1\t0\t0\t0\t0\t-9\t-9\t99999\t99999\t100\t|\n", ".", "é",
        "•", "(a)",
        "\u{0}", "0.00000000000000000001",
    ]
    static let pdf = [
        "<<", ">>", "[", "]", "(", ")", "<", "/", " 0 R ", " 1 0 R ", "endobj ", "stream\n", "endstream ", " obj ",
        "/Length 99999999 ", "/Length -1 ", "/Kids ", "/Parent ", "/Rotate 45 ", "/Rotate -90 ", "/Filter /LZWDecode ",
        "/MediaBox [0 0 0 0] ", "/MediaBox [1e300 -1e300 9 9] ", " q ", " Q ", " cm ", " re f ", " re S ", " m ",
        " l S ",
        " Do ", " BI ID EI ", "99999999999999999999 ", "-1 ", "0 ", "1e38 ", "xref\n", "trailer ", "startxref\n0\n",
        "%",
    ]
    static let archive = [
        "PK\u{3}\u{4}", "PK\u{1}\u{2}", "PK\u{5}\u{6}", "PK\u{6}\u{6}", "\u{0}\u{0}\u{0}\u{0}", "../", "content.xml",
        "mimetype", "\u{7F}\u{7F}\u{7F}\u{7F}",
    ]
}
