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
                printed: try PrintedPlace(thread, reader), outcome: try ImportOutcome(thread, reader, for: visit),
                promises: [.person, .post].contains(row.reference.kind)
                    ? try PromiseCounts(of: row, on: visit.day, asAt, in: reader) : nil)
        }
    }

    private static func names(_ thread: RecordThread, _ reader: any LedgerReader, _ asAt: AsAt) throws -> RecordNames {
        var ids = thread.record.councils
        // History names whoever answered for it at any time.
        for record in thread.versions.compactMap(\.record) { ids += record.owners + [record.theme].compactMap(\.self) }
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
    static func evidence(_ thread: RecordThread) -> [Evidence] {
        let all = thread.updates.flatMap(\.update.evidence) + (thread.record.progress.closure?.evidence ?? [])
        // What an owner reports is what shows the end, too.
        return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    // MARK: The page

    var record: Record { thread.record }
    var facts: Facts { record.facts }

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
            html.done(visit.query["done"].map { Self.done[$0] ?? "Saved. It is in the ledger now." })
            html.heading(record.text, over: "\(record.kind.name(count: 1).capitalisedFirst) \(row.reference)")
            if let withdrawal = record.withdrawal {
                html(.p, .class("warning"), text: "Taken back: \(withdrawal.reason)")
            }
            if let promises { html(.p, .class("lead")) { promises.write(to: &$0, asAt: visit.asAtText) } }
            buttons(&html)
            awaiting(&html)
            standing(&html)
            outcome?.write(to: &html, visit)
            ending(&html)
            thread(&html)
            source(&html)
            updates(&html)
            details(&html)
            history(&html)
        }
    }

    /// What is said of something that was done, by what the address calls it.
    private static let done = [
        "before": "This was saved before, so it is not added a second time.",
        "added": "Added. It is in the ledger now.",
    ]

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
}
