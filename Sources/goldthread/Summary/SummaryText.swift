import Intake
import Register

/// Lays a summary out for a terminal; plain text that also reads well in a file.
struct SummaryText {
    private let summary: Summary
    private let width: Int
    private var lines: [String] = []

    init(_ summary: Summary, width: Int) {
        self.summary = summary
        self.width = width
        writePapers()
        writeHeadline()
        writeKinds()
        writeThemes()
        writeOwners()
        writeMonths()
        writeFaults()
        writeReviews()
        writeAccount()
    }

    var text: String { lines.joined(separator: "\n") }

    // MARK: What was read

    private mutating func writePapers() {
        for (index, paper) in summary.papers.enumerated() {
            if index > 0 { lines.append("") }
            if paper.title != paper.name { add(paper.title) }
            let parts = [paper.council, paper.body, paper.date.map(DayText.text)].compactMap { $0 }
            if !parts.isEmpty { add(parts.joined(separator: " · ")) }
            add("\(mark(index))\(paper.name): \(paper.kind)")
        }
    }

    /// Papers of a set are told apart by a letter in front of line numbers.
    private func mark(_ paper: Int) -> String {
        guard summary.papers.count > 1 else { return "" }
        return (paper < 26 ? String(UnicodeScalar(UInt8(65 + paper))) : "\(paper + 1)") + "  "
    }

    private func place(_ paper: Int, _ line: Int) -> String {
        summary.papers.count > 1 ? "\(mark(paper).trimmingTrailing()):\(line)" : "line \(line)"
    }

    /// The few figures that a person asks for first.
    private mutating func writeHeadline() {
        guard summary.promises > 0 else { return }
        let finished = summary.standings[.finished]?.count ?? 0
        let parts = [
            "\(summary.promises) \(summary.promises == 1 ? "promise" : "promises")",
            "\(summary.standings[.overdue]?.count ?? 0) overdue as of \(summary.today.words)",
            finished > 0 ? "\(finished) reported as done" : nil,
            summary.withoutOwner.isEmpty ? nil : "\(summary.withoutOwner.count) without an owner",
        ]
        lines.append("")
        wrapped("", parts.compactMap { $0 }.joined(separator: " · "))
    }

    private mutating func writeKinds() {
        heading("WHAT IT HOLDS")
        guard !summary.kinds.isEmpty else {
            add("  nothing that reads like a finding")
            return
        }
        let cells = summary.kinds.map { pad("\($0.count)", to: 5, right: true) + " " + $0.kind.name(count: $0.count) }
        let columns = width >= 76 ? 3 : 2
        let rows = (cells.count + columns - 1) / columns
        let widths = (0..<columns).map { column in
            cells.dropFirst(column * rows).prefix(rows).map(\.count).max() ?? 0
        }
        for row in 0..<rows {
            let texts = (0..<columns).compactMap { column -> String? in
                let index = row + column * rows
                return index < cells.count ? pad(cells[index], to: max(widths[column] + 1, (width - 2) / 4)) : nil
            }
            add(texts.joined().trimmingTrailing())
        }
    }

    // MARK: Promises

    private mutating func writeThemes() {
        guard summary.promises > 0 else { return }
        heading(
            "PROMISES BY THEME  (\(Bar.sign(overdue: true)) overdue as of \(summary.today.words), \(Bar.sign(overdue: false)) not)"
        )
        bars(Array(summary.themes.prefix(12)), label: { $0 })
        rest(summary.themes.count - 12, "theme")
    }

    private mutating func writeOwners() {
        guard !summary.owners.isEmpty else { return }
        heading("OWNERS WITH MOST PROMISES")
        bars(Array(summary.owners.prefix(8)), label: { $0 })
        rest(summary.owners.count - 8, "owner")
    }

    private mutating func writeMonths() {
        guard !summary.months.isEmpty else { return }
        heading("DUE BY MONTH")
        let shown = summary.months.count > 14 ? Array(summary.months.suffix(14)) : summary.months
        bars(shown, label: DayText.month)
        let earlier = summary.months.count - shown.count
        if earlier > 0 { add("  and \(earlier) earlier \(earlier == 1 ? "month" : "months")") }
    }

    private mutating func bars(_ shares: [Summary.Share], label: (String) -> String) {
        let labels = shares.map { label($0.name) }
        let widest = min(max(labels.map(\.count).max() ?? 0, 8), width / 2)
        let most = max(1, shares.map(\.count).max() ?? 1)
        let room = max(8, min(30, width - widest - 12))
        for (share, label) in zip(shares, labels) {
            let bar = Bar.text(share.count, overdue: share.overdue, most: most, room: room)
            add(
                "  " + pad(clip(label, to: widest), to: widest) + "  " + pad("\(share.count)", to: 4, right: true)
                    + "  " + bar)
        }
    }

    private mutating func rest(_ count: Int, _ what: String) {
        if count > 0 { add("  and \(count) more \(what)\(count == 1 ? "" : "s")") }
    }

    // MARK: What is wrong

    private mutating func writeFaults() {
        guard summary.promises > 0 || !summary.problems.isEmpty else { return }
        heading("WHAT NEEDS LOOKING AT")
        let standings = summary.standings
        fault(standings[.overdue] ?? [], "overdue, the longest first", "nothing is overdue")
        fault(standings[.dueSoon] ?? [], "due in the next 30 days", nil)
        fault(standings[.openEndedWithoutReview] ?? [], "\"Ongoing\" without an end or a date to look again", nil)
        fault(summary.withoutDate, "without a date", nil)
        fault(summary.withoutOwner, "without an owner", nil)
        fault(standings[.impossibleDate] ?? [], "with an impossible date", nil)
        fault(summary.issues, summary.issues.count == 1 ? "issue without an action" : "issues without an action", nil)
        for kind in [Problem.Kind.wrongWeekday, .dateWithoutAction, .progressWithoutAction, .inconsistentScore] {
            for (paper, problem) in summary.problems where problem.kind == kind {
                wrapped("     ! ", "\(place(paper, problem.line)): \(problem.message)")
            }
        }
    }

    private mutating func fault(_ examples: [Summary.Example], _ what: String, _ none: String?) {
        guard !examples.isEmpty else {
            if let none { add("      \(none)") }
            return
        }
        add(pad("\(examples.count)", to: 6, right: true) + "  " + what)
        for example in examples.prefix(examples.count > 3 ? 2 : 3) {
            let detail = example.detail.isEmpty ? "" : clip(example.detail, to: width / 3) + ": "
            add(
                "        \(pad(place(example.paper, example.line), to: 9)) "
                    + clip(detail + example.text, to: width - 18))
        }
    }

    private mutating func writeReviews() {
        guard summary.reviewed > 0 else { return }
        heading("RECOMMENDATIONS OF REVIEWS")
        let lone = summary.promises == 0
        add("\(pad("\(summary.reviewed)", to: 6, right: true))  made; \(summary.answered) answered")
        if lone, summary.answered == 0 {
            wrapped(
                "        ", "No plan is among these papers: name the one that answers them on the same command line.")
        }
        if !lone || summary.answered > 0 {
            fault(summary.unanswered, "unanswered by any action or update here", nil)
        }
        guard !summary.repeats.isEmpty else { return }
        add("\(pad("\(summary.repeats.count)", to: 6, right: true))  seem to repeat earlier ones")
        for (later, earlier, score) in summary.repeats.prefix(5) {
            add("        \(pad(place(later.paper, later.line), to: 9)) " + clip(later.text, to: width - 18))
            add(
                "          like   \(place(earlier.paper, earlier.line)) " + clip(earlier.text, to: width - 38)
                    + " (\(Int(score * 100)) %)")
        }
    }

    private mutating func writeAccount() {
        heading("ACCOUNTED FOR")
        let parts = Fate.allCases.map { "\($0.rawValue) \(Bar.percent(summary.fates[$0] ?? 0))" }
        add("  " + parts.joined(separator: " · ") + " of lines")
        if (summary.fates[.unrecognised] ?? 0) > 0 { add("  --explain shows what was not recognised, line by line") }
    }

    // MARK: Laying out

    private mutating func heading(_ text: String) {
        lines.append("")
        add(text)
    }

    private mutating func add(_ text: String) { lines.append(clip(text, to: width)) }

    private mutating func wrapped(_ lead: String, _ text: String) { lines += text.wrapped(to: width, lead: lead) }

    private func clip(_ text: String, to room: Int) -> String { text.clipped(to: room) }

    private func pad(_ text: String, to room: Int, right: Bool = false) -> String {
        text.padded(to: room, right: right)
    }
}
