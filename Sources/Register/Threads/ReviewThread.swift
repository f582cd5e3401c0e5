/// How the recommendations of a set of papers hang together: which repeat earlier ones, and which are answered.
public struct ReviewThread: Sendable {
    /// A recommendation, or an action, of one paper of the set.
    public struct Place: Sendable, Hashable {
        /// Index of the paper in the set.
        public var paper: Int
        /// Index of the finding in its paper.
        public var finding: Int
    }

    /// A recommendation that says again what an earlier list said.
    public struct Repeat: Sendable, Hashable {
        /// The later recommendation.
        public var later: Place
        /// The earlier one that it repeats.
        public var earlier: Place
        /// How alike the words are, 0 to 1.
        public var score: Double
    }

    /// An action that answers a recommendation.
    public struct Answer: Sendable, Hashable {
        /// The action.
        public var action: Place
        /// What it answers.
        public var recommendation: Place
        /// How it is known.
        public var ground: Ground
        /// How alike the words are, 0 to 1; 1 for a number.
        public var score: Double

        /// How an answer is known.
        public enum Ground: String, Sendable, Hashable {
            /// The row names the recommendation's number.
            case number
            /// The row prints the recommendation's words.
            case words
            /// The row's issue says it in words that are more or less the same.
            case quotation
        }
    }

    /// Recommendations of reviews, each counted once however often it is printed.
    public private(set) var recommendations: [Place] = []
    /// Those of them that no action or update answers.
    public private(set) var unanswered: [Place] = []
    /// Repeats, surest first.
    public private(set) var repeats: [Repeat] = []
    /// Which action answers which recommendation, in reading order, quotations last.
    public private(set) var answering: [Answer] = []
    /// For each answered recommendation, how many actions answer it.
    public private(set) var answers: [Place: Int] = [:]

    /// Reads the thread of a set of papers.
    /// - Complexity: O(*r* × (*r* + *a*)) in recommendations and distinct issues or actions.
    public init(_ papers: [[Finding]]) {
        gather(papers)
        findAnswers(papers)
        findRepeats(papers)
    }

    private mutating func gather(_ papers: [[Finding]]) {
        var known: [String: Int] = [:]
        for (paper, findings) in papers.enumerated() {
            for (index, finding) in findings.enumerated() {
                guard case .recommendation(let found) = finding.content, !found.isForDecision else {
                    continue
                }
                let (key, place) = (ReviewThread.key(found.text), Place(paper: paper, finding: index))
                guard let earlier = known[key] else {
                    known[key] = recommendations.count
                    recommendations.append(place)
                    continue
                }
                // The printing that says which year's review it is of stands for them all.
                let series = papers[recommendations[earlier].paper][recommendations[earlier].finding].series
                if ReviewThread.year(in: series) == nil, ReviewThread.year(in: finding.series) != nil {
                    recommendations[earlier] = place
                }
            }
        }
    }

    private mutating func findAnswers(_ papers: [[Finding]]) {
        // An action answers what stands in its row, by number or words; an issue quotes what it answers.
        let byText = Dictionary(
            recommendations.map { (ReviewThread.key(papers[$0.paper][$0.finding].text), $0) }, uniquingKeysWith: { $1 })
        var spokenOf: Set<Place> = []
        var quotes: [String] = []
        var quoting: [String: [Place]] = [:]
        let everywhere = Printed(papers.joined())
        for (paper, findings) in papers.enumerated() {
            let printed = Printed(findings)
            for (index, finding) in findings.enumerated() {
                let place = Place(paper: paper, finding: index)
                switch finding.content {
                case .recommendation(let found) where found.update != nil:
                    if let own = byText[ReviewThread.key(found.text)] { spokenOf.insert(own) }
                case .action(let action):
                    if let target = action.recommendation {
                        let byNumber =
                            printed.key(of: target, near: finding.source.line) ?? everywhere.onlyKey(of: target)
                        guard let asked = byText[byNumber ?? ReviewThread.key(target)] else { continue }
                        let ground = byNumber == nil ? Answer.Ground.words : .number
                        answering.append(Answer(action: place, recommendation: asked, ground: ground, score: 1))
                    } else if let issue = action.issue, !action.tags.isEmpty {
                        if quoting[issue] == nil { quotes.append(issue) }
                        quoting[issue, default: []].append(place)
                    }
                default: continue
                }
            }
        }
        let texts = recommendations.map { papers[$0.paper][$0.finding].text }
        for pair in Matching.answers.best(quotes, in: texts) {
            answering += (quoting[quotes[pair.left]] ?? []).map {
                Answer(action: $0, recommendation: recommendations[pair.right], ground: .quotation, score: pair.score)
            }
        }
        for place in spokenOf { answers[place] = 0 }
        for answer in answering { answers[answer.recommendation, default: 0] += 1 }
        unanswered = recommendations.filter { answers[$0] == nil }
    }

    /// The numbered recommendations that a paper, or a set of them, prints.
    private struct Printed {
        private var byNumber: [String: [(line: Int, key: String)]] = [:]

        init(_ findings: some Sequence<Finding>) {
            for finding in findings {
                guard case .recommendation(let found) = finding.content, let number = found.number else { continue }
                byNumber[number, default: []].append((finding.source.line, ReviewThread.key(found.text)))
            }
        }

        /// The key of the recommendation with a number that stands nearest to a line: two lists of a paper may both
        /// have a number 3.
        func key(of number: String, near line: Int) -> String? {
            byNumber[number]?.min { abs($0.line - line) < abs($1.line - line) }?.key
        }

        /// The key of the one recommendation that has a number; nil where several differ.
        func onlyKey(of number: String) -> String? {
            guard let found = byNumber[number], Set(found.map(\.key)).count == 1 else { return nil }
            return found[0].key
        }
    }

    private mutating func findRepeats(_ papers: [[Finding]]) {
        // Lists are told apart by their series; a list whose heading names an earlier year is the earlier one.
        func list(_ place: Place) -> String {
            "\(place.paper)|\(papers[place.paper][place.finding].series)"
        }
        var lists: [String] = []
        var members: [String: [Place]] = [:]
        for place in recommendations {
            if members[list(place)] == nil { lists.append(list(place)) }
            members[list(place), default: []].append(place)
        }
        let years = ReviewThread.years(of: lists)
        for later in lists.indices {
            guard let laterYear = years[later] else { continue }
            let earlier = lists.indices.filter { $0 != later && (years[$0] ?? laterYear - 1) < laterYear }.flatMap {
                members[lists[$0]] ?? []
            }
            let own = members[lists[later]] ?? []
            let pairs = Matching.repeats.best(
                own.map { papers[$0.paper][$0.finding].text }, in: earlier.map { papers[$0.paper][$0.finding].text })
            repeats += pairs.map { Repeat(later: own[$0.left], earlier: earlier[$0.right], score: $0.score) }
        }
        repeats.sort { ($1.score, $0.later.finding) < ($0.score, $1.later.finding) }
    }

    /// The year of each list, named "paper|series". A list without one belongs to the earliest review that its paper
    /// prints, where the paper prints several.
    private static func years(of lists: [String]) -> [Int?] {
        let named = lists.map(year(in:))
        let papers = lists.map { $0.prefix { $0 != "|" } }
        return lists.indices.map { list in
            if let year = named[list] { return year }
            let others = Set(lists.indices.filter { papers[$0] == papers[list] }.compactMap { named[$0] })
            return others.count > 1 ? others.min() : nil
        }
    }

    /// The last year that a heading names.
    private static func year(in heading: String) -> Int? {
        heading.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }.last { (1990...2099).contains($0) }
    }

    private static func key(_ text: String) -> String {
        text.lowercased().split(whereSeparator: { !($0.isLetter || $0.isNumber) }).joined(separator: " ")
    }
}

extension Finding {
    /// The heading of the list that a recommendation stands in; empty where there is none.
    fileprivate var series: String {
        guard case .recommendation(let found) = content else { return "" }
        return found.series ?? ""
    }
}
