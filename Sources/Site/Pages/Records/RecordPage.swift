import Access
import Ledger
import Markup
import Register

/// One record: its thread up to the paper and down to the evidence, what was reported and what the dates say, all that was
/// said of it and every version of it.
struct RecordPage {
    let visit: Visit
    let row: Row
    let thread: RecordThread
    let names: RecordNames
    let scheme: StatusScheme?
    /// What the paper prints where it was found.
    let printed: PrintedPlace?
    /// What became of the paper, where it is an import.
    let outcome: ImportOutcome?
    /// What a person or post answers for; nil for all else.
    let promises: PromiseCounts?

    static func read(_ visit: Visit) async throws -> RecordPage {
        let asAt = visit.asAt
        return try await visit.read { reader in
            let (row, record, entry) = try visit.kept("reference", nil, reader)
            let thread = try RecordThread(of: entry, in: reader, asAt)
            let plan = try record.plan.flatMap { try reader.entry($0, asAt)?.record().content as? Plan }
            return RecordPage(
                visit: visit, row: row, thread: thread, names: try names(thread, reader, asAt), scheme: plan?.scheme,
                printed: try PrintedPlace(thread, reader), outcome: try ImportOutcome(thread, reader, asAt),
                promises: [.person, .post].contains(row.reference.kind)
                    ? try PromiseCounts(of: row, on: visit.day, asAt, in: reader) : nil)
        }
    }

    private static func names(_ thread: RecordThread, _ reader: any LedgerReader, _ asAt: AsAt) throws -> RecordNames {
        var ids = thread.record.owners + thread.record.councils
        ids += [thread.record.place?.paper, thread.record.progress.closure?.successor].compactMap { $0 }
        ids += thread.below.flatMap(\.owners)
        func gather(_ links: [RecordThread.Linked]) {
            for link in links {
                ids += link.row.owners + [link.place?.paper].compactMap { $0 }
                gather(link.further)
            }
        }
        gather(thread.links)
        ids += evidence(thread).compactMap(\.paper)
        for field in thread.record.fields { if let id = RecordID(field.value.text) { ids.append(id) } }
        return try RecordNames(ids, in: reader, asAt)
    }

    /// What shows that something was done, wherever it was said.
    private static func evidence(_ thread: RecordThread) -> [Evidence] {
        thread.updates.flatMap(\.update.evidence) + (thread.record.progress.closure?.evidence ?? [])
    }

    // MARK: The page

    private var record: Record { thread.record }
    private var facts: Facts { record.facts }

    private var section: Frame.Section {
        switch record.kind {
        case .recommendation: .recommendations
        case .import, .paper: .imports
        default: .plans
        }
    }

    var html: HTML {
        let title = "\(row.reference) \(record.text.clipped(to: 80))"
        return Frame(title: title, section: section).page(for: visit) { html in
            above(&html)
            html.done(visit.query["done"] == nil ? nil : "Saved. It is in the ledger now.")
            html.heading(record.text, over: "\(record.kind.name(count: 1).capitalisedFirst) \(row.reference)")
            if let withdrawal = record.withdrawal {
                html(.p, .class("warning"), text: "Taken back: \(withdrawal.reason)")
            }
            if let promises { html(.p, .class("lead")) { promises.write(to: &$0, asAt: visit.asAtText) } }
            buttons(&html)
            standing(&html)
            outcome?.write(to: &html, visit)
            thread(&html)
            source(&html)
            updates(&html)
            details(&html)
            history(&html)
        }
    }

    private func above(_ html: inout HTML) {
        guard !thread.above.isEmpty else { return }
        html(.nav, .class("crumbs"), .aria("label", "Where it belongs")) { html in
            html(.ol) { html in
                for row in thread.above {
                    html(.li) { $0(.a, .href(.to(row.reference, asAt: visit.asAtText)), text: row.title) }
                }
            }
        }
    }

    private func buttons(_ html: inout HTML) {
        if record.kind == .import, record.withdrawal == nil, visit.asAt == .now, visit.may(.editing) {
            html(.div, .class("buttons")) { html in
                html(.a, .class("button quiet"), .href(.to(.undoing, row.reference.description)), text: "Take it back")
            }
        }
        if record.kind == .paper {
            html(.div, .class("buttons")) { html in
                html(
                    .a, .class("button quiet"), .href(.to(.keptFile, row.reference.description)), text: "Save the file")
            }
        }
        guard record.kind.isTracked, record.progress.closure == nil, record.withdrawal == nil, visit.asAt == .now else {
            return
        }
        let (councils, owners, text) = (record.councils, record.owners, row.reference.description)
        let canEdit = visit.rights.canEdit(councils: councils)
        guard canEdit || visit.rights.canUpdate(councils: councils, owners: owners) else { return }
        html(.div, .class("buttons")) { html in
            html(.a, .class("button"), .href(.to(.update, text)), text: "Update")
            if canEdit {
                html(.a, .class("button quiet"), .href(.to(.reprogramming, text)), text: "New date")
                html(.a, .class("button quiet"), .href(.to(.closing, text)), text: "Close")
                html(.a, .class("button quiet"), .href(.to(.linking, text)), text: "Link")
            }
        }
    }

    private func standing(_ html: inout HTML) {
        guard record.kind.isTracked else { return }
        html(.div, .class("two-statuses")) { html in
            html(.div) { html in
                html(.h2, "Reported")
                html(.p) { $0.status(facts.status, scheme: scheme) }
                html(.p, .class("meta")) { html in
                    if let said = facts.lastSaid {
                        html.text(facts.status == nil ? "last spoken of on " : "on ")
                        html.day(said)
                    }
                    if let percentage = record.progress.reported?.percentage { html.text(" · \(percentage) % done") }
                }
            }
            if record.kind.isPromise {
                html(.div) { html in
                    html(.h2, "What the dates say")
                    html(.p) { html in
                        html.standing(Standing(of: facts, on: visit.day), due: facts.due, on: visit.day)
                    }
                    html(.p, .class("meta"), text: "judged on \(visit.day.shortWords)")
                }
            }
            html(.div) { html in
                html(.h2, "Due")
                html(.p) { html in
                    if let due = facts.due { html.day(due, isShort: false) } else { html.text("no day") }
                }
                if let words = record.fields.first(where: { $0.name == "timescale" })?.value.text, !words.isEmpty {
                    html(.p, .class("meta"), text: "printed as “\(words)”")
                }
                if let first = facts.originalDue, first != facts.due {
                    html(.p, .class("meta")) { html in
                        html.text("first ")
                        html.day(first)
                        html.text(", put off \(facts.slips == 1 ? "once" : "\(facts.slips) times")")
                    }
                }
            }
            html(.div) { html in
                html(.h2, "Owner")
                let people = names.people(record.owners)
                if people.isEmpty { html(.p, .class("none"), text: "Nobody") }
                for person in people {
                    html(.p) { $0(.a, .href(.to(person.reference, asAt: visit.asAtText)), text: person.title) }
                }
            }
        }
    }

    // MARK: The thread

    private func thread(_ html: inout HTML) {
        let (up, down) = (thread.links.filter(\.isForward), thread.links.filter { !$0.isForward })
        guard
            !up.isEmpty || !down.isEmpty || record.place != nil || !thread.below.isEmpty
                || !Self.evidence(thread).isEmpty
        else { return }
        html(.section, .class("thread-box")) { html in
            html(.h2, "Thread")
            html(.ol, .class("thread-list")) { html in
                if let place = record.place, let paper = names[place.paper] {
                    html(.li, .class("knot paper")) { html in
                        html(.p, .class("role"), text: "found in")
                        html(.a, .href(.to(paper.reference, asAt: visit.asAtText)), text: paper.title)
                        html(.p, .class("meta"), text: place.source.words)
                    }
                }
                for linked in up { knot(&html, linked) }
                html(.li, .class("knot here"), .aria("current", "true")) { html in
                    html(.p, .class("role"), text: row.reference.description)
                    html(.strong, record.text.clipped(to: 160))
                }
                for linked in down { knot(&html, linked) }
                for row in thread.below.prefix(30) {
                    html(.li, .class("knot")) { html in
                        html(.p, .class("role"), text: "below")
                        html(
                            .a, .href(.to(row.reference, asAt: visit.asAtText)),
                            text: "\(row.reference) \(row.title.clipped(to: 160))")
                    }
                }
                // A file that may not be read is not named either.
                for item in Self.evidence(thread) where item.paper == nil || names[item.paper] != nil {
                    html(.li, .class("knot evidence")) { html in
                        html(.p, .class("role"), text: "evidence")
                        if let paper = names[item.paper] {
                            html(.a, .href(.to(.keptFile, paper.reference.description)), text: item.text)
                        } else {
                            html.text(item.text)
                        }
                    }
                }
            }
            if thread.below.count > 30 { html(.p, .class("hint"), text: "and \(thread.below.count - 30) more below") }
        }
    }

    private func knot(_ html: inout HTML, _ linked: RecordThread.Linked) {
        html(.li, .class("knot")) { html in
            html(.p, .class("role"), text: linked.isForward ? linked.link.role.words : linked.link.role.reversed)
            html(
                .a, .href(.to(linked.row.reference, asAt: visit.asAtText)),
                text: "\(linked.row.reference) \(linked.row.title.clipped(to: 200))")
            if linked.row.reference.kind.isTracked {
                html.text(" ")
                if linked.row.reference.kind.isPromise { html.standing(linked.row.standing(on: visit.day)) }
            }
            if let place = linked.place, let paper = names[place.paper] {
                html(.p, .class("meta"), text: "in \(paper.title), \(place.source.words)")
            }
            for further in linked.further {
                html(.p, .class("meta")) { html in
                    html.text(further.link.role.words + " ")
                    html(
                        .a, .href(.to(further.row.reference, asAt: visit.asAtText)),
                        text: "\(further.row.reference) \(further.row.title.clipped(to: 120))")
                }
            }
        }
    }

    private func source(_ html: inout HTML) {
        let isOnSheet = record.place?.source.sheet != nil
        guard printed != nil || isOnSheet else { return }
        html(.section) { html in
            html(.h2, "As printed")
            printed?.write(to: &html)
            if isOnSheet {
                html(.details) { html in
                    html(.summary, "Show the page")
                    html(
                        .img, .class("sheet"), .src(.to(.recordPage, row.reference.description)),
                        .alt("The page on which \(row.reference) was found, its row marked"))
                }
            }
        }
    }

    // MARK: What was said and changed

    private func updates(_ html: inout HTML) {
        guard !thread.updates.isEmpty else { return }
        html(.section) { html in
            html(.h2, "Updates")
            html(.ol, .class("updates")) { html in
                for (_, update) in thread.updates {
                    html(.li) { html in
                        html(.p, .class("meta")) { html in
                            html.day(update.on)
                            html.text(" · \(update.by) ")
                            if update.status != nil { html.status(update.status, scheme: scheme) }
                            if let percentage = update.percentage { html.text(" \(percentage) %") }
                        }
                        html(.p, .class("said"), text: update.narrative)
                        if let cause = update.cause {
                            html(.p) { html in
                                html(.strong, "Cause: "); html.text(cause)
                            }
                        }
                        if let action = update.correctiveAction {
                            html(.p) { html in
                                html(.strong, "Corrective action: "); html.text(action)
                            }
                        }
                    }
                }
            }
        }
    }

    /// What is shown elsewhere on the page.
    private static let shown: Set<String> = [
        "text", "due", "start", "timescale", "openEnded", "owners", "status", "theme", "reportedStatus", "reportedOn",
        "percentage",
        "reprogrammed", "update",
    ]

    private func details(_ html: inout HTML) {
        let fields = record.fields.filter {
            // An id that has no name is of a record that may not be read.
            !Self.shown.contains($0.name) && !$0.value.text.isEmpty
                && (RecordID($0.value.text).map { names[$0] != nil } ?? true)
        }
        let changes = record.progress.reprogrammings
        let councils = names.people(record.councils)
        guard !fields.isEmpty || !changes.isEmpty || !councils.isEmpty else { return }
        html(.section) { html in
            html(.h2, "Details")
            var rows: [(String, (inout HTML) -> Void)] = changes.map { change in
                (
                    "New date",
                    { html in
                        html.text(
                            "\(change.from?.shortWords ?? "no date") → \(change.to.due?.shortWords ?? change.to.words): \(change.reason). Approved by \(change.approver.text), "
                        )
                        html.day(change.on)
                    }
                )
            }
            rows += fields.map { field in
                let words = FieldWords(field, of: record.kind)
                return (
                    words.label,
                    { html in
                        if let id = RecordID(field.value.text), let row = names[id] {
                            html(.a, .href(.to(row.reference, asAt: visit.asAtText)), text: row.title)
                        } else {
                            html.text(words.value)
                        }
                    }
                )
            }
            if !councils.isEmpty {
                rows.append(
                    (
                        councils.count == 1 ? "Council" : "Councils",
                        { $0.text(councils.map(\.title).joined(separator: ", ")) }
                    ))
            }
            html.summary(rows)
        }
    }

    private func history(_ html: inout HTML) {
        html(.section) { html in
            html(.h2, "History")
            html(.ol, .class("history")) { html in
                var before: Record?
                for (entry, record) in thread.versions {
                    html(.li) { html in
                        html(.p) { html in
                            html(.strong, "Version \(entry.version)")
                            html.text(" · \(LondonTime.words(entry.at)) · \(entry.actor): \(entry.reason)")
                        }
                        guard let record else {
                            html(.p, .class("warning"), text: "This version cannot be read.")
                            return
                        }
                        if let before { html.differences(RecordDifference(from: before, to: record).fields) }
                        before = record
                    }
                }
            }
        }
    }
}

extension LondonTime {
    /// "30 Jun 2026, 14:05", as clocks in the United Kingdom show it.
    static func words(_ moment: Timestamp) -> String { "\(day(of: moment).shortWords), \(text(moment).suffix(5))" }
}
