/// The words of a text as they are compared: stems and groups of words, each with what it weighs, 0 to 1.
struct Terms {
    private(set) var weights: [String: Double] = [:]

    init(_ text: String) {
        var word: [UInt8] = []
        for byte in text.utf8 {
            if byte &- 65 < 26 {
                word.append(byte | 0x20)
            } else if byte &- 97 < 26 || byte &- 48 < 10 {
                word.append(byte)
            } else {
                add(word)
                word.removeAll(keepingCapacity: true)
            }
        }
        add(word)
    }

    private mutating func add(_ bytes: [UInt8]) {
        guard bytes.count > 2 else { return }
        let word = String(decoding: bytes, as: UTF8.self)
        guard !Vocabulary.small.contains(word) else { return }
        let term = Vocabulary.groups[word] ?? Terms.stem(word)
        weights[term] = Vocabulary.generic.contains(term) ? 0.4 : 1
    }

    /// A word without its ending.
    static func stem(_ word: String) -> String {
        for ending in Vocabulary.endings where word.hasSuffix(ending) && word.utf8.count - ending.utf8.count >= 4 {
            return String(word.dropLast(ending.count))
        }
        return word
    }
}
