import Ledger
import Papers
import Register

/// Lays a record's thread out for a terminal.
struct ThreadText {
    private let thread: RecordThread
    private let papers: PaperNames
    private let today: Day
    private let width: Int
    private(set) var lines: [String] = []

    init(_ thread: RecordThread, papers: PaperNames, session: Session, width: Int) async throws {
        (self.thread, self.papers, self.today, self.width) = (thread, papers, session.today, width)
        writeHead()
        writeStanding()
        writeFields()
        writeThread()
        try await writeSource(session)
        writeUpdates()
        writeHistory()
    }

    private mutating func wrap(_ text: String, lead: String = "") { lines += text.wrapped(to: width, lead: lead) }

    private mutating func heading(_ text: String) { lines += ["", text] }

    private mutating func field(_ name: String, _ value: String?) {
        if let value, !value.isEmpty { wrap(value, lead: "  " + name.padded(to: 12) + " ") }
    }

    // MARK: What it is and how it stands

    private mutating func writeHead() {
        wrap(thread.record.text, lead: "\(thread.entry.reference)  ")
        if !thread.above.isEmpty {
            wrap(thread.above.map { "\($0.title) (\($0.reference))" }.joined(separator: " › "), lead: "  ")
        }
        if let withdrawal = thread.record.withdrawal { wrap("TAKEN BACK: \(withdrawal.reason)", lead: "  ") }
        lines.append("")
    }

    private mutating func writeStanding() {
        let (record, facts) = (thread.record, thread.record.facts)
        if record.kind.isTracked {
            let said = facts.lastSaid.map { " on \($0)" } ?? ""
            let percentage = record.progress.reported?.percentage.map { ", \($0) % done" } ?? ""
            let silence = facts.updates > 0 ? "no status" + said : "nothing reported yet"
            field("reported", facts.status.map { $0 + said + percentage } ?? silence)
        }
        if record.kind.isPromise {
            let standing = Standing(of: facts, on: today)
            let late = facts.due.map { $0.days(until: today) } ?? 0
            field(
                "standing", standing == .overdue ? "overdue by \(late) \(late == 1 ? "day" : "days")" : standing.words)
        }
        if let due = facts.due, record.kind.isTracked {
            let first = facts.originalDue.map { $0 == due ? "" : ", first \($0)" } ?? ""
            let slips = facts.slips == 0 ? "" : ", slipped \(facts.slips == 1 ? "once" : "\(facts.slips) times")"
            field("due", "\(due)\(first)\(slips)")
        }
        for change in record.progress.reprogrammings {
            let from = change.from.map { "\($0)" } ?? "no date"
            field(
                "re-dated",
                "\(from) → \(change.to.due.map { "\($0)" } ?? change.to.words): \(change.reason). Approved by \(change.approver.text), \(change.on)"
            )
        }
        if let closure = record.progress.closure {
            let second = closure.confirmedBy.map { ", confirmed by \($0)" } ?? ""
            field("closed", "\(closure.ending.words) on \(closure.on) by \(closure.by)\(second): \(closure.reason)")
            field("evidence", closure.evidence.map(\.text).joined(separator: "; "))
            field("successor", papers.reference(closure.successor))
        }
        field("owners", papers.people(record.owners))
    }

    /// What the paper prints and is not shown above.
    private mutating func writeFields() {
        let shown: Set<String> = [
            "text", "due", "start", "openEnded", "owners", "status", "theme", "reportedStatus", "reportedOn",
            "percentage",
            "reprogrammed", "closed", "closedOn", "closedBecause", "withdrawn", "update",
        ]
        for value in thread.record.fields where !shown.contains(value.name) {
            let id = RecordID(value.value.text).map(papers.title)
            field(value.name == "timescale" ? "as printed" : value.name.spaced, id ?? value.value.text)
        }
    }

    // MARK: The thread

    private mutating func writeThread() {
        let place = papers.place(thread.record.place)
        guard !thread.links.isEmpty || place != nil || !thread.below.isEmpty else { return }
        heading("THREAD")
        write(thread.links.filter(\.isForward), indent: 2)
        if let place { wrap(place, lead: "  found in ") }
        write(thread.links.filter { !$0.isForward }, indent: 2)
        for row in thread.below.prefix(12) {
            wrap("\(row.reference) \(row.title)", lead: "  below    ")
        }
        if thread.below.count > 12 { lines.append("  and \(thread.below.count - 12) more below") }
    }

    private mutating func write(_ links: [RecordThread.Linked], indent: Int) {
        for linked in links {
            let margin = String(repeating: " ", count: indent)
            let role = linked.isForward ? linked.link.role.words : linked.link.role.reversed
            let row = linked.row
            let due = row.reference.kind.isTracked ? row.due.map { "due \($0)" } : nil
            let detail = [papers.names(row.owners), due ?? "", row.status ?? ""].filter { !$0.isEmpty }
            wrap(
                "\(linked.row.reference) \(linked.row.title)"
                    + " (\((detail + [linked.link.row.reference.description]).joined(separator: ", ")))",
                lead: "\(margin)\(role) ")
            if linked.isForward, let place = papers.place(linked.place) { wrap(place, lead: "\(margin)  found in ") }
            write(linked.further, indent: indent + 2)
        }
    }

    /// The lines of the paper, as printed.
    private mutating func writeSource(_ session: Session) async throws {
        guard let place = thread.record.place, let paper = thread.paper, place.source.line > 0,
            let bytes = try await session.ledger.paper(paper.transcript ?? paper.hash)
        else { return }
        let printed = PrintedLines.of(bytes)
        guard place.source.line <= printed.count else { return }
        heading("AS PRINTED")
        let line = place.source.line
        for number in max(1, line - 1)...min(printed.count, line + 1)
        where !printed[number - 1].allSatisfy(\.isWhitespace) {
            let mark = number == line ? ">" : " "
            let text = number == line ? printed[number - 1] : printed[number - 1].clipped(to: width - 10)
            wrap(text, lead: "\(mark) \("\(number)".padded(to: 6, right: true)) ")
        }
    }

    // MARK: What was said, and what was changed

    private mutating func writeUpdates() {
        guard !thread.updates.isEmpty else { return }
        heading("UPDATES")
        for (row, update) in thread.updates {
            let status = update.status.map { "\($0): " } ?? ""
            wrap(status + update.narrative, lead: "  \(update.on)  ")
            let details: [(String, String?)] = [
                ("cause", update.cause), ("corrective action", update.correctiveAction),
                ("done", update.percentage.map { "\($0) %" }),
                ("evidence", update.evidence.isEmpty ? nil : update.evidence.map(\.text).joined(separator: "; ")),
                ("by", "\(update.by) (\(row.reference))"),
            ]
            for (name, value) in details { if let value { wrap(value, lead: "              \(name): ") } }
        }
    }

    private mutating func writeHistory() {
        heading("HISTORY")
        var before: Record?
        for (entry, record) in thread.versions {
            wrap(
                "version \(entry.version), entry \(entry.sequence), \(LondonTime.text(entry.at)), \(entry.actor): \(entry.reason)",
                lead: "  ")
            guard let record else {
                lines.append("    this version cannot be read: run goldthread verify")
                continue
            }
            if let before {
                for field in RecordDifference(from: before, to: record).fields {
                    wrap(field.words.marked, lead: "    \(field.name.spaced): ")
                }
            }
            before = record
        }
    }
}
