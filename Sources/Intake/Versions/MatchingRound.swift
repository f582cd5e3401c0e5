import Register

/// Matches records of one kind: first those whose words are the same and stand once, then the others around them.
struct MatchingRound {
    let held: [VersionItem]
    let found: [VersionItem]
    let oldWords: [Likeness.Weighed]
    let newWords: [Likeness.Weighed]
    private(set) var pairs: [VersionMatching.Pair] = []
    /// What found no partner, with what may be it.
    private(set) var hints: [VersionMatching.Pair] = []

    private let likeness: Likeness
    private let index: WordIndex
    private let byNumber: [String: [Int]]
    private let byWords: [String: [Int]]
    private let oldKeys: [String]
    private let newKeys: [String]
    private var anchors: Anchors
    private var trust = 0.5

    /// How many records are looked at for each by its words: more are looked at only where their number or place is right.
    private static let nearest = 10
    /// How many records of the very same words are looked at, the nearest in order first.
    private static let nearestSame = 6
    /// After so many rounds the neighbours stay what they are: each round adds those that the last one found.
    private static let rounds = 3

    init(held: [VersionItem], found: [VersionItem]) {
        (self.held, self.found) = (held, found)
        likeness = Likeness(of: (held + found).map(\.text))
        let likeness = likeness
        oldWords = held.map { likeness.weighed($0.text) }
        newWords = found.map { likeness.weighed($0.text) }
        index = WordIndex(oldWords)
        oldKeys = held.map { VersionItem.key($0.text) }
        newKeys = found.map { VersionItem.key($0.text) }
        byNumber = Dictionary(grouping: held.indices.filter { held[$0].number != nil }) { held[$0].number ?? "" }
        let keys = oldKeys
        byWords = Dictionary(grouping: held.indices) { keys[$0] }
        anchors = Anchors(held: held.count, found: found.count)
    }

    /// Finds the pairs.
    mutating func run() {
        let exact = onlyOnes()
        anchors.set(exact)
        for _ in 0..<MatchingRound.rounds {
            trust = keptNumbers(anchors.pairs)
            pairs = match(from: VersionScore.threshold, fewestWords: VersionScore.fewestWords) { _, _ in true }
            let sure = pairs.filter { $0.likeness >= Int(VersionScore.sure * 100) }.map { ($0.held, $0.found) }
            if sure.count == anchors.pairs.count { break }
            anchors.set(sure)
        }
        let (taken, met) = (Set(pairs.map(\.held)), Set(pairs.map(\.found)))
        hints = match(from: VersionScore.hint, fewestWords: .leastNonzeroMagnitude) { old, new in
            !taken.contains(old) && !met.contains(new)
        }
    }

    /// Texts that stand once in either version are the same wherever they stand.
    private func onlyOnes() -> [(Int, Int)] {
        var counts: [String: Int] = [:]
        for (key, item) in zip(newKeys, found) { counts[key + item.lane, default: 0] += 1 }
        return found.indices.compactMap { new in
            guard counts[newKeys[new] + found[new].lane] == 1 else { return nil }
            let old = (byWords[newKeys[new]] ?? []).filter { held[$0].lane == found[new].lane }
            return old.count == 1 ? (old[0], new) : nil
        }
    }

    /// The share of numbers that stayed among pairs that are sure: where rows were put in at the top, none says anything.
    private func keptNumbers(_ sure: [(held: Int, found: Int)]) -> Double {
        let numbered = sure.filter { held[$0.held].number != nil && found[$0.found].number != nil }
        let kept = numbered.count { held[$0.held].number == found[$0.found].number }
        return Double(kept + 1) / Double(numbered.count + 2)
    }

    /// The pairs that are worth most in all, among those that may be made.
    private func match(from threshold: Double, fewestWords: Double, where isFree: (Int, Int) -> Bool)
        -> [VersionMatching.Pair]
    {
        var edges: [Assignment.Edge] = []
        var likenesses: [Int: [Int: Int]] = [:]
        for new in found.indices {
            for old in candidates(new) where held[old].lane == found[new].lane && isFree(old, new) {
                let score = score(old, new)
                guard score.words >= fewestWords, score.total > threshold else { continue }
                edges.append(
                    Assignment.Edge(
                        row: old, column: new,
                        worth: Int(((score.total - threshold) * 1_000_000).rounded())))
                likenesses[old, default: [:]][new] = Int((score.words * 100).rounded())
            }
        }
        let assignment = Assignment(rows: held.count, columns: found.count, edges: edges)
        return assignment.columns.enumerated().compactMap { old, new in
            new.map { VersionMatching.Pair(held: old, found: $0, likeness: likenesses[old]?[$0] ?? 0) }
        }
    }

    private func score(_ old: Int, _ new: Int) -> VersionScore {
        let same = oldKeys[old] == newKeys[new]
        let words = same ? 1 : min(0.99, likeness.score(oldWords[old], newWords[new]))
        let (left, right) = (held[old].context, found[new].context)
        let context: Double? = left.isEmpty || right.isEmpty ? nil : left == right ? 1 : likeness.score(left, right)
        return VersionScore(
            held[old], found[new], words: words, context: context, trust: trust, place: anchors.fit(old, new))
    }

    /// What may be the same: by words, by number, and by its place between neighbours.
    private func candidates(_ new: Int) -> [Int] {
        var chosen = Set(index.nearest(newWords[new], limit: MatchingRound.nearest))
        if let number = found[new].number { chosen.formUnion((byNumber[number] ?? []).prefix(4)) }
        let same = byWords[newKeys[new]] ?? []
        let expected = anchors.expected(new)
        chosen.formUnion(
            same.sorted { (abs($0 - expected), $0) < (abs($1 - expected), $1) }.prefix(MatchingRound.nearestSame))
        chosen.formUnion([expected - 1, expected, expected + 1].filter(held.indices.contains))
        return chosen.sorted()
    }
}
