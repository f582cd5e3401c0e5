/// Finds, among many texts, those that share words with one, without comparing it with all of them.
package struct WordIndex: Sendable {
    private let texts: [Likeness.Weighed]
    private let holders: [String: [Int]]

    /// Words that more texts than this have tell too little apart to look all of them up.
    private static let commonest = 64
    /// A text of nothing but such words is looked up by so many of its rarest …
    private static let rarest = 4
    /// … each in so many texts at most.
    private static let most = 512

    /// Indexes texts by their words.
    /// - Complexity: O(*n*) in the words of all texts.
    package init(_ texts: [Likeness.Weighed]) {
        self.texts = texts
        var holders: [String: [Int]] = [:]
        for (index, text) in texts.enumerated() {
            for term in text.terms { holders[term, default: []].append(index) }
        }
        self.holders = holders
    }

    /// The texts that share most with one, by the weight of the words they share, most first; ties by their order.
    /// - Complexity: O(*w* × c) for *w* words of which each is looked up in at most a fixed number of texts.
    package func nearest(_ text: Likeness.Weighed, limit: Int) -> [Int] {
        let lists = text.terms.compactMap { term in holders[term].map { (term, $0) } }
        var chosen = lists.filter { $0.1.count <= WordIndex.commonest }
        if chosen.isEmpty {
            chosen = lists.sorted { ($0.1.count, $0.0) < ($1.1.count, $1.0) }.prefix(WordIndex.rarest).map {
                ($0.0, Array($0.1.prefix(WordIndex.most)))
            }
        }
        var shared: [Int: Double] = [:]
        for (term, list) in chosen {
            for index in list { shared[index, default: 0] += min(text.weight(term), texts[index].weight(term)) }
        }
        // What they share of both tells more than what they share alone: a long text shares words with all.
        func likeness(_ index: Int, _ weight: Double) -> Double {
            weight / max(text.whole + texts[index].whole, .leastNonzeroMagnitude)
        }
        return shared.map { (index: $0.key, likeness: likeness($0.key, $0.value)) }
            .sorted { ($1.likeness, $0.index) < ($0.likeness, $1.index) }.prefix(limit).map(\.index)
    }
}
