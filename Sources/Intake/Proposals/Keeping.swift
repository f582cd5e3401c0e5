import Register

/// What is known of a paper while its findings are kept.
struct Keeping {
    /// A finding that is a record which is kept already.
    struct Match {
        var id: RecordID
        /// Whether what is printed now takes the place of what is kept.
        var replaces: Bool
        /// Which of the paper's comparisons tells of it.
        var comparison: Int
    }

    var profile: PaperProfile
    var paper: RecordID
    /// Its place among the papers of the import.
    var index: Int
    var date: Day?
    /// The day for which the paper speaks.
    var said: Day
    var scheme: StatusScheme
    var councils: [RecordID] = []
    var plan: RecordID?
    /// Whether the plan was kept before this paper came.
    var isPlanHeld = false
    var meeting: RecordID?
    var themes: [String: RecordID] = [:]
    var minutes: [(number: String?, id: RecordID)] = []
    var actions: [(text: String, id: RecordID)] = []
    /// What is kept of the meeting, by kind and words.
    var minuted: [String: RecordID] = [:]
    /// Papers of the same name and day that are kept.
    var sameReports: Set<RecordID> = []
    /// By the place of the finding in the paper.
    var matches: [Int: Match] = [:]
    /// For a finding that may be a record which is missing, in other words, that record and how alike they are.
    var hints: [Int: (held: RecordID, likeness: Double)] = [:]
    /// Findings that are not kept, by their places.
    var left: Set<Int> = []
    /// Whether what it recommends is its own, though the same words are kept: somebody said so.
    var standsAlone = false
    /// For a finding that is a part of a record which was divided, that record.
    var parts: [Int: RecordID] = [:]

    /// Kinds that make a paper a plan, and belong to it.
    static let planned: Set<FindingKind> = [
        .recommendation, .action, .issue, .risk, .measure, .service, .saving, .objective, .workItem,
    ]

    /// The row of a finding, whatever the line on which it begins; nil for one that stands in no table.
    static func row(_ source: Source) -> Source? {
        guard source.table != nil, source.row != nil else { return nil }
        var row = source
        (row.line, row.cell, row.box) = (0, nil, nil)
        return row
    }

    func place(_ source: Source) -> Record.Place { Record.Place(paper: paper, source: source, date: date) }

    /// The minute with a number, else the last one read, else the meeting.
    func minute(numbered number: String?) -> RecordID? {
        let found = number.flatMap { number in minutes.last { $0.number == number }?.id }
        return found ?? minutes.last?.id ?? meeting
    }

    func action(withText text: String) -> RecordID? { actions.last { $0.text == text }?.id }

    /// A revised date that stands in print beside the original one.
    func reprinted(_ revised: Timescale, from original: Day?) -> Reprogramming {
        Reprogramming(
            from: original, to: revised, reason: "Printed as the revised date",
            approver: Reprogramming.Approver(text: profile.title, record: paper), on: said)
    }

    /// Another date than the one before it, which the paper prints without saying who approved it.
    func redated(_ timescale: Timescale, from before: Day?) -> Reprogramming {
        Reprogramming(
            from: before, to: timescale, reason: "Printed as \(timescale.words) in \(profile.title)",
            approver: Reprogramming.Approver(text: "nobody named in the paper", record: paper), on: said)
    }
}
