/// The words of a plan's title by which its next version is known: without dates, quarters and version marks.
struct PlanTitle {
    private let words: Set<String>

    /// From here on two titles are of one plan: one word in five may differ.
    static let alike = 0.8

    init(_ title: String) {
        var kept: Set<String> = []
        var isAfterPeriod = false
        for word in Words.list(title).map(String.init) {
            let isFigure = word.contains(where: \.isNumber)
            // "Quarter two", "version b"
            let isPart = isAfterPeriod && (PlanTitle.ordinals.contains(word) || word.count == 1)
            isAfterPeriod = PlanTitle.periods.contains(word)
            guard !isFigure, !isPart, !PlanTitle.passing.contains(word), !isAfterPeriod else { continue }
            kept.insert(word)
        }
        words = kept
    }

    /// Whether two names differ in nothing but dates and marks of a version.
    static func differInDateOnly(_ one: String, _ other: String) -> Bool {
        PlanTitle(one).words == PlanTitle(other).words
    }

    /// 0 for no word in common to 1 for the same words; 0 where one of them is nothing but a date.
    func likeness(to other: PlanTitle) -> Double {
        guard !words.isEmpty, !other.words.isEmpty else { return 0 }
        // "Peer Challenge Report" and "Peer Challenge Progress Report" are two papers, however long the rest of the title.
        let kinds = PlanTitle.kinds
        guard words.intersection(kinds) == other.words.intersection(kinds) else { return 0.5 * dice(other) }
        return dice(other)
    }

    private func dice(_ other: PlanTitle) -> Double {
        return 2 * Double(words.intersection(other.words).count) / Double(words.count + other.words.count)
    }

    /// Words that say what kind of paper it is.
    private static let kinds: Set<String> = [
        "progress", "monitoring", "report", "plan", "register", "review", "strategy", "programme", "tracker", "log",
        "dashboard", "follow", "feedback", "response", "performance", "highlight", "minutes", "agenda",
    ]

    /// Words that name a part of a year or a version, with what stands behind them.
    private static let periods: Set<String> = [
        "quarter", "qtr", "version", "issue", "period", "half", "revision", "rev",
    ]
    private static let ordinals: Set<String> = [
        "one", "two", "three", "four", "first", "second", "third", "fourth", "last",
    ]
    /// Words that pass from one version to the next: months, seasons, small words and marks of a version.
    private static let passing: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "spring",
        "summer", "autumn", "winter", "monthly", "quarterly", "annual", "yearly", "mid", "end", "year", "the", "of",
        "and", "for", "to", "a", "at", "in", "on", "draft", "final", "revised", "refreshed", "refresh", "updated",
        "update", "latest", "new", "copy", "first", "second", "third", "fourth", "v",
    ]
}
