/// A text beside its copy in small letters, byte for byte, so that words found in one are cut from the other.
struct Folded: Sendable {
    let bytes: [UInt8]
    let lower: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8)
        lower = bytes.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
    }

    var count: Int { bytes.count }

    /// The words in a range, white space trimmed.
    func slice(_ range: Range<Int>) -> String {
        var (start, end) = (max(0, range.lowerBound), min(count, range.upperBound))
        while start < end, bytes[start] == 32 { start += 1 }
        while end > start, bytes[end - 1] == 32 { end -= 1 }
        return start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
    }

    /// Where a phrase in small letters stands as whole words, from `start` on.
    func find(_ phrase: String, from start: Int = 0) -> Range<Int>? {
        let needle = Array(phrase.utf8)
        guard let first = needle.first, count >= needle.count else { return nil }
        var index = start
        while index + needle.count <= count {
            if lower[index] == first, index == 0 || !isWord(lower[index - 1]),
                lower[index..<(index + needle.count)].elementsEqual(needle)
            {
                let end = index + needle.count
                if end == count || !isWord(lower[end]) || !isWord(needle[needle.count - 1]) { return index..<end }
            }
            index += 1
        }
        return nil
    }

    /// The first of several phrases, and where it stands.
    func findFirst(of phrases: [String], from start: Int = 0) -> Range<Int>? {
        var best: Range<Int>?
        for phrase in phrases {
            if let found = find(phrase, from: start), best.map({ found.lowerBound < $0.lowerBound }) ?? true {
                best = found
            }
        }
        return best
    }

    func contains(_ phrase: String) -> Bool { find(phrase) != nil }

    func starts(with phrase: String) -> Bool {
        let needle = Array(phrase.utf8)
        guard lower.starts(with: needle) else { return false }
        return count == needle.count || !isWord(lower[needle.count])
    }

    private func isWord(_ byte: UInt8) -> Bool { byte &- 97 < 26 || byte &- 48 < 10 || byte >= 0x80 }
}
