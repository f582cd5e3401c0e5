import Papers

/// Tags such as "(CPC)" that a plan prints at the end of cells to show where a promise comes from.
enum Tags {
    /// Abbreviations in brackets that end two cells or more.
    static func recurring(in tables: [ReadTable]) -> Set<String> {
        var counts: [String: Int] = [:]
        for table in tables {
            for row in table.rows {
                for cell in row.cells {
                    for part in cell.parts { if let tag = ending(part.text) { counts[tag, default: 0] += 1 } }
                }
            }
        }
        return Set(counts.filter { $0.value >= 2 }.keys)
    }

    /// The known tags printed in any of the texts, each once.
    static func printed(in texts: [String?], known: Set<String>) -> [String] {
        var tags: [String] = []
        for text in texts {
            guard let text, let tag = ending(text), known.contains(tag), !tags.contains(tag) else { continue }
            tags.append(tag)
        }
        return tags
    }

    /// Two to six capitals in brackets at the end of a text.
    private static func ending(_ text: String) -> String? {
        let bytes = Array(text.trimmed(". ").utf8)
        guard bytes.last == UInt8(ascii: ")"), let open = bytes.lastIndex(of: UInt8(ascii: "(")) else { return nil }
        let inner = bytes[(open + 1)..<(bytes.count - 1)]
        guard (2...6).contains(inner.count), inner.allSatisfy({ $0 &- 65 < 26 }) else { return nil }
        return String(decoding: inner, as: UTF8.self)
    }
}
