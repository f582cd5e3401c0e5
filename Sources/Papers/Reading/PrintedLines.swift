/// The lines of a text paper as they are printed, to be shown beside what was found in them.
public enum PrintedLines {
    /// Lines in order, as the reader of the text counts them, without line ends and without the control characters that
    /// could steer a terminal.
    public static func of(_ bytes: [UInt8]) -> [String] {
        let (encoding, skip) = TextEncoding.detect(bytes)
        let text = encoding.utf8(bytes, skip: skip)
        var lines: [String] = []
        var start = 0
        while start < text.count {
            let (line, next) = text.line(at: start)
            lines.append(printed(text[line]))
            start = next
        }
        return lines
    }

    private static func printed(_ line: ArraySlice<UInt8>) -> String {
        let scalars = String(decoding: line, as: UTF8.self).unicodeScalars.filter {
            $0 == "\t" || !($0.value < 0x20 || (0x7F...0x9F).contains($0.value)) && !isDirection($0)
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// What a line says without the tags by which tables are often written down in text: `<p>`, `<ul style="…">`. Its cells,
    /// which a tab divides, stand apart by a dot in the middle.
    public static func words(_ line: String) -> String {
        line.split(separator: "\t").map { cell in
            let bytes = Array(cell.utf8)
            return InlineText.plain(bytes, bytes.indices)
        }.filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: " · ")
    }

    /// Signs that turn the direction of writing.
    private static func isDirection(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}
