import Ledger
import Register

/// Lays a status report out for a terminal.
struct StatusText {
    private let report: StatusReport
    private let directory: RecordNames
    private let width: Int
    private(set) var lines: [String] = []

    /// - Parameters:
    ///   - heading: Whose report it is, and as at when.
    ///   - examples: For each standing that has some, its first records.
    init(
        _ report: StatusReport, directory: RecordNames, heading: String,
        examples: [(StandingFilter.Kind, RecordKind, [Row])], width: Int
    ) {
        (self.report, self.directory, self.width) = (report, directory, width)
        lines.append(heading.clipped(to: width))
        writeHeadline()
        for plan in report.plans where plan.promises(\.count) + plan.recommendations(\.count) > 0 { write(plan) }
        if report.all.promises(\.count) > 0 { lines += ["", "  █ finished  ▒ overdue  ░ open"] }
        write(examples)
    }

    private mutating func writeHeadline() {
        let all = report.all
        guard all.promises(\.count) + all.recommendations(\.count) > 0 else {
            lines += ["", "No promises are kept yet. Import a plan: goldthread import plan.txt"]
            return
        }
        lines += StatusText.figures(all).joined(separator: " · ").wrapped(to: width)
    }

    /// "107 promises", "12 finished", "90 overdue" …; what is nought is left out.
    private static func figures(_ counts: StatusReport.PlanCounts) -> [String] {
        let promises = counts.promises(\.count)
        var figures: [String] = []
        if promises > 0 {
            figures.append("\(promises) \(promises == 1 ? "promise" : "promises")")
            let rest = [
                (counts.promises(\.finished), "finished"), (counts.promises(\.overdue), "overdue"),
                (counts.promises(\.dueSoon), "due in 30 days"), (counts.promises(\.slipped), "slipped"),
                (counts.promises(\.stale), "stale"), (counts.promises(\.noOwner), "without owner"),
                (counts.promises(\.noDate), "without date"),
            ]
            figures += rest.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        }
        let asked = counts.recommendations(\.count)
        if asked > 0 {
            let unanswered = counts.recommendations(\.unanswered)
            figures.append(
                "\(asked) \(asked == 1 ? "recommendation" : "recommendations")"
                    + (unanswered > 0 ? ", \(unanswered) unanswered" : ""))
        }
        return figures
    }

    private mutating func write(_ plan: StatusReport.PlanCounts) {
        lines.append("")
        let name = plan.row.map { "\($0.title)  \($0.reference)" } ?? "In no plan"
        lines.append(name.clipped(to: width))
        lines += StatusText.figures(plan).joined(separator: " · ").wrapped(to: width, lead: "  ")
        let themes = plan.themes
        guard themes.count > 1 || themes.first?.theme != nil else { return }
        let names = themes.map { $0.theme.map(directory.name) ?? "(no theme)" }
        let most = themes.map(\.tally.count).max() ?? 1
        let widest = min(names.map(\.count).max() ?? 0, width / 2)
        let room = max(8, min(30, width - widest - 12))
        for (name, (_, tally)) in zip(names, themes) {
            lines.append(
                "  \(name.clipped(to: widest).padded(to: widest))  \("\(tally.count)".padded(to: 4, right: true))  "
                    + ProgressBar.text(tally, most: most, room: room))
        }
    }

    private mutating func write(_ examples: [(StandingFilter.Kind, RecordKind, [Row])]) {
        let shown = examples.filter { !$0.2.isEmpty }
        guard !shown.isEmpty else { return }
        lines += ["", "WHAT NEEDS LOOKING AT"]
        for (standing, kind, rows) in shown {
            let command = "goldthread list \(kind.rawValue) --standing \(standing.rawValue)"
            let title = "  \(standing.title)"
            lines.append(title + command.padded(to: width - title.count, right: true))
            for row in rows {
                let due = row.due.map { "\($0) " } ?? ""
                lines.append(
                    "    \(row.reference.description.padded(to: 8)) "
                        + (due + StatusText.owner(row, directory) + row.title).clipped(to: width - 13))
            }
        }
    }

    private static func owner(_ row: Row, _ directory: RecordNames) -> String {
        let names = directory.names(row.owners)
        return names.isEmpty ? "" : names.clipped(to: 20) + ": "
    }
}

extension StandingFilter.Kind {
    /// For people, as a heading.
    var title: String {
        switch self {
        case .overdue: "Overdue, the longest first"
        case .dueSoon: "Due in 30 days"
        case .slipped: "Slipped"
        case .stale: "Stale: nothing said for a quarter"
        case .noOwner: "Without owner"
        case .noDate: "Without date"
        case .unanswered: "Unanswered"
        case .inTime: "In time"
        case .ongoing: "Ongoing"
        case .awaitsClosing: "Reported as ended, not closed"
        case .open: "Open"
        case .finished: "Finished"
        }
    }
}

/// Bars of text: finished, overdue and open differ by their filling, never by colour alone.
enum ProgressBar {
    /// A bar whose length says how many, against the most of any.
    static func text(_ tally: Tally, most: Int, room: Int) -> String {
        let length = max(1, (tally.count * room + most / 2) / max(1, most))
        func share(_ part: Int) -> Int {
            // What is there at all shows, and never more than the bar has room for.
            part == 0 ? 0 : max(1, (part * length + tally.count / 2) / max(1, tally.count))
        }
        let finished = min(share(tally.finished), length)
        let overdue = min(share(tally.overdue), length - finished)
        return String(repeating: "█", count: finished) + String(repeating: "▒", count: overdue)
            + String(repeating: "░", count: length - finished - overdue)
    }
}
