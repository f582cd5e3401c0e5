import Register

/// What is known of a paper while its findings are kept.
struct Keeping {
    var profile: PaperProfile
    var paper: RecordID
    var date: Day?
    /// The day for which the paper speaks.
    var said: Day
    var scheme: StatusScheme
    var councils: [RecordID] = []
    var plan: RecordID?
    var meeting: RecordID?
    var themes: [String: RecordID] = [:]
    var minutes: [(number: String?, id: RecordID)] = []
    var actions: [(text: String, id: RecordID)] = []

    /// Kinds that make a paper a plan, and belong to it.
    static let planned: Set<FindingKind> = [
        .recommendation, .action, .issue, .risk, .measure, .service, .saving, .objective, .workItem,
    ]

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
}
