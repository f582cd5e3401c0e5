/// Which of some texts match which of others by their words.
public struct Matching: Sendable {
    /// A pair and how alike it is.
    public struct Pair: Sendable, Hashable {
        /// Index in the first list.
        public var left: Int
        /// Index in the second list.
        public var right: Int
        /// 0 to 1.
        public var score: Double
    }

    /// The least score that counts as a match.
    public var threshold: Double

    /// Repeats: a recommendation that says again, in other words, what an earlier review said.
    public static let repeats = Matching(threshold: 0.22)
    /// Answers: an issue or action that quotes the recommendation it answers, more or less.
    public static let answers = Matching(threshold: 0.34)

    /// A matching with a threshold of one's own.
    public init(threshold: Double) { self.threshold = threshold }

    /// For each text of the first list, the best match of the second, where it is good enough; best pairs first.
    ///
    /// - Complexity: O(*n* × *m*) comparisons of word lists.
    public func best(_ first: [String], in second: [String]) -> [Pair] {
        let likeness = Likeness(of: first + second)
        let others = second.map(likeness.weighed)
        var pairs: [Pair] = []
        for (left, text) in first.enumerated() {
            let own = likeness.weighed(text)
            var best: Pair?
            for (right, other) in others.enumerated() {
                let score = likeness.score(own, other)
                if score >= threshold, score > best?.score ?? 0 { best = Pair(left: left, right: right, score: score) }
            }
            if let best { pairs.append(best) }
        }
        return pairs.sorted { ($1.score, $0.left) < ($0.score, $1.left) }
    }
}
