/// Phrases with what they stand for: exact ones first, else the longest phrase that a text contains.
struct PhraseTable<Value: Sendable>: Sendable {
    private var exact: [String: Value] = [:]
    private var contained: [(words: [Substring], value: Value)] = []
    /// Where in `contained` the phrases stand that begin with a word, ascending.
    private var openings: [Substring: [Int]] = [:]

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
        for (index, phrase) in contained.enumerated() where phrase.words.count > 1 || phrase.words[0].utf8.count >= 4 {
            openings[phrase.words[0], default: []].append(index)
        }
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
        var best: Int?
        for start in words.indices {
            for index in openings[words[start]] ?? [] where index < best ?? .max {
                if words[start...].starts(with: contained[index].words) { best = index }
            }
        }
        return best.map { contained[$0].value }
    }
}
