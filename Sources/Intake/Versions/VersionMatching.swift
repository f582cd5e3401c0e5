import Register

/// Which records that are kept are which of those that the next version of their plan prints.
///
/// Records are matched by number, words, place among their neighbours, theme, owners and date, all pairs at once, so
/// that the whole is worth most. Nothing here knows of a ledger: items go in, in the order of their papers, and indices
/// come out.
public struct VersionMatching: Sendable {
    /// Two that are the same.
    public struct Pair: Sendable, Hashable {
        /// Index of the record that is kept.
        public var held: Int
        /// Index of what is printed now.
        public var found: Int
        /// How alike their words are, in hundredths.
        public var likeness: Int
    }

    /// One record whose words were divided among several.
    public struct Split: Sendable, Hashable {
        /// The pair that stays.
        public var pair: Pair
        /// The others, which are new.
        public var others: [Int]
    }

    /// Several records whose words were put together in one.
    public struct Merge: Sendable, Hashable {
        /// The pair that stays.
        public var pair: Pair
        /// The others that are kept and now missing.
        public var others: [Int]
    }

    /// The same in both, in the order of what is kept.
    public internal(set) var pairs: [Pair] = []
    /// What is kept and not printed any more, in order.
    public internal(set) var missing: [Int] = []
    /// What is printed for the first time, in order.
    public internal(set) var new: [Int] = []
    /// Pairs of which a part became a record of its own.
    public internal(set) var splits: [Split] = []
    /// Pairs into which others went.
    public internal(set) var merges: [Merge] = []

    /// What is missing with what is new, where they may be the same in other words: for a person to say.
    public internal(set) var hints: [Pair] = []

    /// Matches all records of a plan with all that another version of it prints.
    /// - Complexity: About linear in the words of both, where texts are not all alike.
    public init(held: [VersionItem], found: [VersionItem]) {
        for kind in Set(held.map(\.kind)).union(found.map(\.kind)).sorted() {
            let (old, new) = (
                held.indices.filter { held[$0].kind == kind }, found.indices.filter { found[$0].kind == kind }
            )
            var round = MatchingRound(held: old.map { held[$0] }, found: new.map { found[$0] })
            round.run()
            add(round, old, new)
        }
        pairs.sort { $0.held < $1.held }
        missing.sort()
        new.sort()
        splits.sort { $0.pair.held < $1.pair.held }
        hints.sort { $0.held < $1.held }
        merges.sort { $0.pair.found < $1.pair.found }
    }

    private mutating func add(_ round: MatchingRound, _ old: [Int], _ new: [Int]) {
        func pair(_ pair: Pair) -> Pair {
            Pair(held: old[pair.held], found: new[pair.found], likeness: pair.likeness)
        }
        let (taken, met) = (Set(round.pairs.map(\.held)), Set(round.pairs.map(\.found)))
        pairs += round.pairs.map(pair)
        missing += old.indices.filter { !taken.contains($0) }.map { old[$0] }
        self.new += new.indices.filter { !met.contains($0) }.map { new[$0] }
        let division = Division(round)
        splits += division.splits.map { Split(pair: pair($0.pair), others: $0.others.map { new[$0] }) }
        let (parts, gone) = (
            Set(division.splits.flatMap(\.others)), Set(division.merges.flatMap(\.others))
        )
        hints += round.hints.filter { !gone.contains($0.held) && !parts.contains($0.found) }.map(pair)
        merges += division.merges.map { Merge(pair: pair($0.pair), others: $0.others.map { old[$0] }) }
    }
}
