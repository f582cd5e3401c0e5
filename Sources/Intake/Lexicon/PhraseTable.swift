/// Phrases with what they stand for: exact ones first, else the longest phrase that a text contains.
struct PhraseTable<Value: Sendable>: Sendable {
    private var exact: [String: Value] = [:]
    private var contained: [(words: [Substring], value: Value)] = []

    init() {}

    init(_ phrases: [(phrase: String, value: Value)]) {
        for (printed, value) in phrases {
            // "=words" stand for something only as the whole text.
            let isWhole = printed.hasPrefix("=")
            let phrase = isWhole ? String(printed.dropFirst()) : printed
            let key = Words.key(phrase)
            guard !key.isEmpty || phrase == "#" else { continue }
            if exact[key.isEmpty ? phrase : key] == nil {
                exact[key.isEmpty ? phrase : key] = value
                if !key.isEmpty, !isWhole { contained.append((key.split(separator: " "), value)) }
            }
        }
        // Longest first; among equals the order of the lexicon, so that results never depend on hashing.
        contained = contained.enumerated().sorted {
            let (left, right) = ($0.element.words, $1.element.words)
            let (leftSize, rightSize) = (left.reduce(0) { $0 + $1.utf8.count }, right.reduce(0) { $0 + $1.utf8.count })
            return leftSize != rightSize ? leftSize > rightSize : $0.offset < $1.offset
        }.map(\.element)
    }

    /// What the whole text stands for.
    func match(_ text: String) -> Value? {
        let key = Words.key(text)
        return exact[key.isEmpty ? text : key]
    }

    /// What the longest phrase in a short text stands for; single letters and abbreviations count only when exact.
    func containedMatch(_ text: String, maximumWords: Int = 8) -> Value? {
        let words = Words.list(text)
        guard !words.isEmpty, words.count <= maximumWords else { return nil }
        for (phrase, value) in contained where phrase.count <= words.count {
            guard phrase.count > 1 || phrase[0].utf8.count >= 4 else { continue }
            for start in 0...(words.count - phrase.count)
            where words[start..<(start + phrase.count)].elementsEqual(phrase) {
                return value
            }
        }
        return nil
    }
}
