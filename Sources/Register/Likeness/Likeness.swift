/// How much two texts say the same, by their words.
///
/// Words are compared by their stems, or by the group of words that mean the same in councils ("budget", "financial"),
/// and weighed by how rare they are in the texts at hand, so that "financial" says less in a list about finance than
/// "recharges" does. Words that any recommendation may use ("develop", "clear") weigh less.
public struct Likeness: Sendable {
    private let rarity: [String: Double]

    /// Learns how rare words are from a set of texts.
    public init(of texts: some Sequence<String>) {
        var holders: [String: Int] = [:]
        var count = 0
        for text in texts {
            count += 1
            for term in Terms(text).weights.keys { holders[term, default: 0] += 1 }
        }
        // One plus half the halvings of the texts that a word makes: found in all of them it weighs one.
        rarity = holders.mapValues { 1 + Likeness.log2(Double(max(1, count)) / Double($0)) / 2 }
    }

    /// 0 for nothing in common to 1 for the same words, in any order and form.
    public func score(_ first: String, _ second: String) -> Double { score(weighed(first), weighed(second)) }

    /// A text ready to be compared with many.
    package struct Weighed: Sendable {
        fileprivate var weights: [String: Double]
        /// In a fixed order, so that sums are the same to the last bit.
        package fileprivate(set) var terms: [String]
        /// What all its words weigh.
        package fileprivate(set) var whole: Double

        /// What a word of it weighs; 0 for a word that it does not have.
        package func weight(_ term: String) -> Double { weights[term] ?? 0 }

        /// What the words weigh that both have.
        package func shared(with other: Weighed) -> Double {
            let (short, long) = terms.count <= other.terms.count ? (self, other) : (other, self)
            return short.terms.reduce(0) { $0 + min(short.weight($1), long.weight($1)) }
        }

        /// The words of it that another does not have.
        package func without(_ other: Weighed) -> Weighed {
            let rest = weights.filter { other.weights[$0.key] == nil }
            let terms = terms.filter { rest[$0] != nil }
            return Weighed(weights: rest, terms: terms, whole: terms.reduce(0) { $0 + (rest[$1] ?? 0) })
        }
    }

    /// A text with what its words weigh.
    package func weighed(_ text: String) -> Weighed {
        let weights = Terms(text).weights
        let terms = weights.keys.sorted()
        let scaled = weights.reduce(into: [:]) { $0[$1.key] = $1.value * (rarity[$1.key] ?? 1) }
        return Weighed(weights: scaled, terms: terms, whole: terms.reduce(0) { $0 + (scaled[$1] ?? 0) })
    }

    /// The mean of how much the two share of both and of how much of the shorter one is in the longer: a list of five
    /// words that a paragraph quotes is much alike. One word in common counts for half.
    package func score(_ first: Weighed, _ second: Weighed) -> Double {
        guard first.whole > 0, second.whole > 0 else { return 0 }
        let (short, long) = first.terms.count <= second.terms.count ? (first, second) : (second, first)
        var shared = 0.0
        var count = 0
        for term in short.terms {
            guard let left = short.weights[term], let right = long.weights[term] else { continue }
            shared += min(left, right)
            count += 1
        }
        let both = 2 * shared / (first.whole + second.whole)
        let contained = shared / min(first.whole, second.whole)
        return both == 1 ? 1 : count > 1 ? (both + contained) / 2 : both / 2
    }

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
