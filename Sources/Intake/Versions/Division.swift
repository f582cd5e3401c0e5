import Register

/// Finds which of the records that found no partner are parts of one that did: one divided into several, or several put
/// together in one.
struct Division {
    private(set) var splits: [VersionMatching.Split] = []
    private(set) var merges: [VersionMatching.Merge] = []

    /// The share of a part's words that must come from what its whole lost: less is a new record that happens to use
    /// some of the same words.
    private static let fromWhole = 0.55
    /// The share of what the whole lost that a part must account for: a sentence that only repeats a word or two of a
    /// long record is no part of it.
    private static let ofLost = 0.3
    /// How many words a part must share with what its whole lost.
    private static let fewestShared = 2

    init(_ round: MatchingRound) {
        let (taken, met) = (Set(round.pairs.map(\.held)), Set(round.pairs.map(\.found)))
        let wholes = round.pairs.filter { $0.likeness < 100 }
        var parts: [Int: [Int]] = [:]
        // A new record that holds what a reworded one lost is a part of it.
        let lost = wholes.map { round.oldWords[$0.held].without(round.newWords[$0.found]) }
        let lostWords = WordIndex(lost)
        for new in round.found.indices where !met.contains(new) {
            let own = round.newWords[new]
            if let whole = Division.whole(
                of: own, in: lost, lostWords,
                where: {
                    round.held[wholes[$0].held].lane == round.found[new].lane
                })
            {
                parts[whole, default: []].append(new)
            }
        }
        splits = parts.sorted { $0.key < $1.key }.map { VersionMatching.Split(pair: wholes[$0.key], others: $0.value) }
        // A record that is missing, and whose words a reworded one gained, went into that one.
        var gone: [Int: [Int]] = [:]
        let gained = wholes.map { round.newWords[$0.found].without(round.oldWords[$0.held]) }
        let gainedWords = WordIndex(gained)
        for old in round.held.indices where !taken.contains(old) {
            let own = round.oldWords[old]
            if let whole = Division.whole(
                of: own, in: gained, gainedWords,
                where: {
                    round.held[old].lane == round.found[wholes[$0].found].lane
                })
            {
                gone[whole, default: []].append(old)
            }
        }
        merges = gone.sorted { $0.key < $1.key }.map { VersionMatching.Merge(pair: wholes[$0.key], others: $0.value) }
    }

    /// The whole whose lost or gained words a part holds; nil where none accounts for enough of them.
    private static func whole(
        of part: Likeness.Weighed, in wholes: [Likeness.Weighed], _ index: WordIndex, where isRight: (Int) -> Bool
    ) -> Int? {
        guard part.whole > 0 else { return nil }
        var best: (whole: Int, share: Double)?
        for whole in index.nearest(part, limit: 5) where isRight(whole) {
            let shared = part.shared(with: wholes[whole])
            let count = part.terms.count { wholes[whole].weight($0) > 0 }
            guard shared / part.whole >= fromWhole, shared / wholes[whole].whole >= ofLost, count >= fewestShared else {
                continue
            }
            if shared / part.whole > best?.share ?? 0 { best = (whole, shared / part.whole) }
        }
        return best?.whole
    }
}
