import Register

/// Finds which of the records that found no partner are parts of one that did: one divided into several, or several put
/// together in one.
struct Division {
    private(set) var splits: [VersionMatching.Split] = []
    private(set) var merges: [VersionMatching.Merge] = []

    init(_ round: MatchingRound) {
        let (taken, met) = (Set(round.pairs.map(\.held)), Set(round.pairs.map(\.found)))
        // What kept its words to the letter neither lost a part nor took one in.
        let pairs = round.pairs.filter { $0.likeness < 100 }
        let (old, new) = (round.oldWords, round.newWords)

        // A new record that holds what a reworded one lost is a part of it.
        let divided = Wholes(
            pairs.map { pair in
                Wholes.Whole(
                    words: old[pair.held], changed: old[pair.held].without(new[pair.found]), place: pair.found,
                    lane: round.held[pair.held].lane)
            })
        var parts: [Int: [Int]] = [:]
        for place in new.indices where !met.contains(place) {
            guard let whole = divided.whole(of: new[place], at: place, lane: round.found[place].lane) else { continue }
            parts[whole, default: []].append(place)
        }
        splits = parts.sorted { $0.key < $1.key }.map { VersionMatching.Split(pair: pairs[$0.key], others: $0.value) }

        // A record that is missing, and whose words a reworded one gained, went into that one.
        let joined = Wholes(
            pairs.map { pair in
                Wholes.Whole(
                    words: new[pair.found], changed: new[pair.found].without(old[pair.held]), place: pair.held,
                    lane: round.held[pair.held].lane)
            })
        var gone: [Int: [Int]] = [:]
        for place in old.indices where !taken.contains(place) {
            guard let whole = joined.whole(of: old[place], at: place, lane: round.held[place].lane) else { continue }
            gone[whole, default: []].append(place)
        }
        merges = gone.sorted { $0.key < $1.key }.map { VersionMatching.Merge(pair: pairs[$0.key], others: $0.value) }
    }
}

/// Texts of which others may be parts.
private struct Wholes {
    /// A text, and what of it is not in the version on the other side.
    struct Whole {
        var words: Likeness.Weighed
        var changed: Likeness.Weighed
        /// Where its partner stands among those that may be parts.
        var place: Int
        var lane: String
    }

    private let wholes: [Whole]
    private let index: WordIndex
    private let byPlace: [Int: Int]

    /// The share of a part's words that must stand in the whole: less is a record that happens to use some of them.
    private static let ofPart = 0.55
    /// The same for a part right beside its whole, where it must account for what changed as well.
    private static let ofPartBeside = 0.3
    /// The share of what changed in the whole that a part must account for.
    private static let ofChange = 0.3
    /// The same where only its standing beside the whole makes it likely.
    private static let ofChangeBeside = 0.5
    /// How many places away still counts as beside.
    private static let beside = 2
    /// How many words a part must share with its whole.
    private static let fewestShared = 2

    init(_ wholes: [Whole]) {
        self.wholes = wholes
        index = WordIndex(wholes.map(\.words))
        byPlace = Dictionary(wholes.indices.map { (wholes[$0].place, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The whole of a part; nil where none accounts for enough of it.
    func whole(of part: Likeness.Weighed, at place: Int, lane: String) -> Int? {
        guard part.whole > 0 else { return nil }
        var candidates = Set(index.nearest(part, limit: 5))
        candidates.formUnion((-Wholes.beside...Wholes.beside).compactMap { byPlace[place + $0] })
        var best: (whole: Int, share: Double)?
        for candidate in candidates.sorted() where wholes[candidate].lane == lane {
            guard let share = share(of: part, in: wholes[candidate], at: place) else { continue }
            if share > best?.share ?? 0 { best = (candidate, share) }
        }
        return best?.whole
    }

    /// How much of a part stands in a whole; nil where it is too little to be a part.
    private func share(of part: Likeness.Weighed, in whole: Whole, at place: Int) -> Double? {
        guard part.terms.count(where: { whole.words.weight($0) > 0 }) >= Wholes.fewestShared else { return nil }
        let own = part.shared(with: whole.words) / part.whole
        let change = whole.changed.whole > 0 ? part.shared(with: whole.changed) / whole.changed.whole : 0
        let isBeside = abs(whole.place - place) <= Wholes.beside
        let isPart =
            own >= Wholes.ofPart && (change >= Wholes.ofChange || isBeside)
            || isBeside && own >= Wholes.ofPartBeside && change >= Wholes.ofChangeBeside
        return isPart ? own + change : nil
    }
}
