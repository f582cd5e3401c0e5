/// Divides words that run together into as many pieces as their dates say there are.
enum ListSplitter {
    /// The text in `count` pieces, or nil where its sentences do not allow it.
    static func split(_ text: String, into count: Int, verbs: Set<String>) -> [String]? {
        guard count > 1, count <= 20 else { return nil }
        let folded = Folded(text)
        var places = boundaries(folded, verbs: verbs)
        guard places.count >= count - 1 else { return nil }
        places.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.offset < $1.offset }
        let chosen = places.prefix(count - 1).map(\.offset).sorted()
        var pieces: [String] = []
        var start = 0
        for offset in chosen + [folded.count] {
            pieces.append(folded.slice(start..<offset))
            start = offset
        }
        return pieces.allSatisfy { !$0.isEmpty } ? pieces : nil
    }

    /// Places where a piece may begin, with how surely it does.
    private static func boundaries(_ text: Folded, verbs: Set<String>) -> [(offset: Int, weight: Int)] {
        let bytes = text.bytes
        var places: [(offset: Int, weight: Int)] = []
        let sentences = Set(Sentences.ranges(text).map(\.lowerBound))
        var depth = 0
        for index in bytes.indices {
            if bytes[index] == UInt8(ascii: "(") { depth += 1 }
            if bytes[index] == UInt8(ascii: ")") { depth = max(0, depth - 1) }
            guard index > 0, bytes[index - 1] == 32, depth == 0, bytes[index] &- 65 < 26 else { continue }
            var end = index
            while end < bytes.count, bytes[end] != 32 { end += 1 }
            let word = Words.key(String(decoding: text.lower[index..<end], as: UTF8.self))
            let isVerb = verbs.contains(word)
            var before = index - 2
            while before > 0, bytes[before] == 32 { before -= 1 }
            let last = bytes[before]
            let followsSmall = startsSmall(bytes, wordEndingAt: before) || last == UInt8(ascii: ")")
            if sentences.contains(index) {
                places.append((index, isVerb ? 6 : 4))
            } else if isVerb {
                places.append((index, followsSmall ? 5 : 3))
            } else if followsSmall, last != UInt8(ascii: ","), !isAfterJoiningWord(bytes, before) {
                places.append((index, 1))
            }
        }
        return places
    }

    private static func startsSmall(_ bytes: [UInt8], wordEndingAt end: Int) -> Bool {
        var start = end
        while start > 0, bytes[start - 1] != 32 { start -= 1 }
        return bytes[start] &- 97 < 26
    }

    /// "the Getting Building Fund", "with Homes England": a name after a small joining word begins nothing.
    private static func isAfterJoiningWord(_ bytes: [UInt8], _ end: Int) -> Bool {
        var start = end
        while start > 0, bytes[start - 1] != 32 { start -= 1 }
        return joining.contains(String(decoding: bytes[start...end], as: UTF8.self))
    }

    private static let joining: Set<String> = [
        "the", "a", "an", "of", "to", "in", "on", "for", "with", "and", "or", "by", "at", "from", "via", "our", "their",
        "its", "as", "this", "that", "all", "any", "new", "between", "through", "via", "under", "include", "including",
    ]
}
