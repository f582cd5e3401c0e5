/// How much two texts say the same, by their words.
///
/// Words are compared by their stems and weighed by how rare they are in the texts at hand, so that "financial" says
/// less in a list about finance than "recharges" does.
public struct Likeness: Sendable {
    private let rarity: [String: Double]

    /// Learns how rare words are from a set of texts.
    public init(of texts: some Sequence<String>) {
        var holders: [String: Int] = [:]
        var count = 0
        for text in texts {
            count += 1
            for stem in Set(Likeness.stems(text)) { holders[stem, default: 0] += 1 }
        }
        // One plus the number of halvings of the texts that a word makes: found in all of them it weighs one.
        rarity = holders.mapValues { 1 + Likeness.log2(Double(max(1, count)) / Double($0)) }
    }

    /// 0 for nothing in common to 1 for the same words, in any order.
    public func score(_ first: String, _ second: String) -> Double {
        let (left, right) = (Set(Likeness.stems(first)), Set(Likeness.stems(second)))
        guard !left.isEmpty, !right.isEmpty else { return 0 }
        let shared = weight(left.intersection(right))
        return 2 * shared / (weight(left) + weight(right))
    }

    /// The share of the shorter text's words that the longer one has: 1 where one quotes the other.
    public func containment(_ first: String, _ second: String) -> Double {
        let (left, right) = (Set(Likeness.stems(first)), Set(Likeness.stems(second)))
        guard !left.isEmpty, !right.isEmpty else { return 0 }
        return weight(left.intersection(right)) / min(weight(left), weight(right))
    }

    private func weight(_ stems: Set<String>) -> Double {
        // Summed in a fixed order, so that the same texts give the same score to the last bit.
        stems.sorted().reduce(0) { $0 + (rarity[$1] ?? 1) }
    }

    /// Words without endings, small words left out.
    static func stems(_ text: String) -> [String] {
        var stems: [String] = []
        var word: [UInt8] = []
        func close() {
            defer { word.removeAll(keepingCapacity: true) }
            guard word.count > 2 else { return }
            let whole = String(decoding: word, as: UTF8.self)
            if !small.contains(whole) { stems.append(stem(whole)) }
        }
        for byte in text.utf8 {
            if byte &- 65 < 26 {
                word.append(byte | 0x20)
            } else if byte &- 97 < 26 || byte &- 48 < 10 {
                word.append(byte)
            } else {
                close()
            }
        }
        close()
        return stems
    }

    private static func stem(_ word: String) -> String {
        for ending in endings where word.hasSuffix(ending) && word.utf8.count - ending.utf8.count >= 4 {
            return String(word.dropLast(ending.count))
        }
        return word
    }

    private static let endings = [
        "isations", "isation", "ability", "ations", "ation", "ments", "ment", "ising", "ings", "ing", "ities", "ity",
        "ies", "ised", "ise",
        "ions", "ion", "ives", "ive", "ers", "er", "ed", "es", "ly", "al", "e", "s", "y",
    ]

    private static let small: Set<String> = [
        "the", "and", "for", "that", "this", "with", "are", "was", "were", "has", "have", "had", "its", "their", "our",
        "your",
        "you", "they", "which", "from", "into", "not", "but", "all", "any", "can", "will", "would", "should", "could",
        "been",
        "being", "what", "when", "how", "who", "where", "more", "most", "than", "then", "them", "these", "those",
        "such", "also",
        "council", "councils", "within", "where", "ensure",
    ]

    /// Base-two logarithm of a number of one or more, without the C library.
    private static func log2(_ value: Double) -> Double {
        var (whole, rest) = (Double(value.exponent), value.significand)
        var step = 0.5
        for _ in 0..<24 {
            rest *= rest
            if rest >= 2 {
                whole += step
                rest /= 2
            }
            step /= 2
        }
        return whole
    }
}
