import Register

/// How likely two records of one kind, in two versions of a plan, are the same.
///
/// Words decide where they are alike. Where they are not, number, place, theme, owners and date speak for a pair or
/// against it; the weights were set on the version chains in the tests.
struct VersionScore {
    /// From here on two records are the same. Half the words and nothing else reaches it; so does a third of the words
    /// with the same number, place and owner.
    static let threshold = 0.5
    /// From here on a record that is missing may be one that is new, which a person is told and nothing is done about:
    /// a word in common where number or place and owner are the same.
    static let hint = 0.36
    /// Less than this in common, and no number or place makes two records one: a row that was dropped and another that
    /// was put in its place share their number, their neighbours and often their owner.
    static let fewestWords = 0.18
    /// From here on the words alone are sure, and the pair can be an anchor for its neighbours.
    static let sure = 0.75

    /// What a number speaks for or against, where numbers were mostly kept.
    private static let number = 0.14
    /// What standing between the same neighbours speaks for.
    private static let place = 0.14
    /// What the same theme speaks for, and another against: moves are rare, but not that rare.
    private static let theme = 0.04
    /// What owners speak for or against.
    private static let owners = 0.06
    /// What the same issue, commitment or title around the words speaks for or against.
    private static let context = 0.06
    /// What the same date speaks for: dates move, so another says nothing.
    private static let due = 0.04
    /// What other figures in the words speak against: "phase 1" is not "phase 2".
    private static let figures = 0.10

    /// How alike the words are, 0 to 1.
    var words: Double
    /// Words and all else.
    var total: Double

    /// - Parameters:
    ///   - trust: How far numbers were kept in this version, 0 to 1.
    ///   - place: Whether the neighbours are the same, 0 to 1.
    init(
        _ old: VersionItem, _ new: VersionItem, words: Double, context: Double?, trust: Double, place: Double
    ) {
        self.words = words
        total = words + VersionScore.place * place
        if let left = old.number, let right = new.number {
            total += (left == right ? 1 : -1) * VersionScore.number * trust
        }
        if let left = old.theme, let right = new.theme {
            total += (left == right ? 1 : -1) * VersionScore.theme
        }
        if !old.owners.isEmpty, !new.owners.isEmpty {
            let both = Double(old.owners.intersection(new.owners).count)
            total += (2 * both / Double(old.owners.union(new.owners).count) - 1) * VersionScore.owners
        }
        if let context { total += (2 * context - 1) * VersionScore.context }
        if let left = old.due, left == new.due { total += VersionScore.due }
        let (left, right) = (old.figures, new.figures)
        if left != right, words < 1, !left.isEmpty, !right.isEmpty { total -= VersionScore.figures }
    }
}
