import Ledger
import Markup
import Register

/// What an import did: what it added, changed and left out, what it did not print any more, and ways to all of it.
struct ImportOutcome: Sendable {
    private let plan: Row?
    private let added: [(kind: RecordKind, rows: [Row])]
    private let changes: [RecordChange]
    /// Records that changed in what no list shows: their theme, their number.
    private let others: [Row]
    private let missing: [Row]
    private let undecided: [Import.Undecided]
    /// Other imports that were kept at the same moment: what is told is of all of them.
    private let together: [Row]
    /// Imports by which what was left undecided was taken up again.
    private let later: [Row]
    private let reference: Reference
    /// Whether whoever asks may take up what was left undecided.
    private let mayTakeUp: Bool

    /// The most records of one kind that are named.
    private static let most = 100
    /// Kinds that stand for others, or that nobody looks for by themselves.
    private static let unlisted: Set<RecordKind> = [.paper, .import, .link, .theme, .scale, .attendance]
    /// Kinds that a plan's next version prints again.
    private static let planned: [RecordKind] = [
        .recommendation, .action, .issue, .risk, .measure, .service, .project, .saving, .objective, .workItem,
    ]

    /// What became of the paper of an import; nil for any other record, and for an import that was taken back.
    init?(_ thread: RecordThread, _ reader: any LedgerReader, for visit: Visit) throws {
        guard let content = thread.record.content as? Import, thread.record.withdrawal == nil,
            let first = thread.versions.first?.entry.commit
        else { return nil }
        let asAt = visit.asAt
        let made = try reader.entries(ofCommit: first)
        let end = AsAt.entry(made.map(\.sequence).max() ?? first)
        let new = Set(made.filter { $0.version == 1 }.map(\.id))
        let now = try reader.rows(Set(made.map(\.id)), end)
        let before = try reader.rows(Set(made.map(\.id)).subtracting(new), .entry(first - 1))
        added = Dictionary(grouping: new.compactMap { now[$0] }, by: \.reference.kind)
            .filter { !Self.unlisted.contains($0.key) }
            .map { ($0.key, $0.value.sorted { $0.reference < $1.reference }) }.sorted {
                ($0.kind.isTracked ? 0 : 1, $0.kind) < ($1.kind.isTracked ? 0 : 1, $1.kind)
            }
        let changed = before.values.sorted { $0.reference < $1.reference }.filter {
            !Self.unlisted.contains($0.reference.kind)
        }
        changes = changed.flatMap { row in now[row.id].map { RecordChange.all(from: row, to: $0) } ?? [] }
        let told = Set(changes.map(\.after.id))
        others = changed.compactMap { told.contains($0.id) ? nil : now[$0.id] }
        together = now.values.filter { $0.reference.kind == .import && $0.id != thread.entry.id }
            .sorted { $0.reference < $1.reference }
        undecided = content.undecided ?? []
        reference = thread.entry.reference
        mayTakeUp = try asAt == .now && visit.may(.editing) && ReviewingAgain.mayTakeUp(thread.record, visit, reader)
        var again = Query(kinds: [.import])
        (again.parent, again.asAt, again.order, again.wantsTotal) = (content.paper, asAt, .reference, false)
        later = try reader.list(again).rows.filter { $0.reference > thread.entry.reference }
        plan = try thread.record.plan.flatMap { try reader.rows([$0], asAt)[$0] }
        guard let plan, let printed = content.printed, !new.contains(plan.id) else {
            missing = []
            return
        }
        var query = Query(kinds: Self.planned)
        (query.plan, query.asAt, query.order, query.wantsTotal) = (plan.id, end, .reference, false)
        let known = Set(printed).union(new)
        missing = try reader.list(query).rows.filter { !$0.isFinished && !known.contains($0.id) }
    }

    // MARK: On the page

    func write(to html: inout HTML, _ visit: Visit) {
        html(.section) { html in
            html(.h2, "What it did")
            if let plan {
                html(.p) { html in
                    html.text("Plan: ")
                    html(.a, .href(.to(plan.reference, asAt: visit.asAtText)), text: "\(plan.reference) \(plan.title)")
                }
            }
            if !together.isEmpty {
                html(.p, .class("hint")) { html in
                    html.text("It was kept together with ")
                    html.list(together, visit)
                    html.text(": what follows is of all of them.")
                }
            }
            for (kind, rows) in added {
                group(&html, "Added: \(rows.count.words(kind.name(count: 1), kind.name(count: 2)))", rows) {
                    $0.link($1, visit)
                }
            }
            for kind in RecordChange.Kind.allCases {
                let changes = changes.filter { $0.kind == kind }
                group(&html, "\(kind.title): \(changes.count.words("record", "records"))", changes) {
                    $0.change($1, asAt: visit.asAtText)
                }
            }
            group(&html, "Otherwise changed: \(others.count.words("record", "records"))", others) {
                $0.link($1, visit)
            }
            group(&html, "Not printed any more: \(missing.count.words("record", "records")), still open", missing) {
                $0.link($1, visit)
            }
            group(&html, "Left undecided: \(undecided.count.words("finding", "findings")), not kept", undecided) {
                html, finding in
                html.text(finding.text.clipped(to: 300))
                html(
                    .p, .class("meta"),
                    text: "\(finding.kind.name(count: 1).capitalisedFirst) · \(finding.source.words)")
            }
            again(&html, visit)
        }
    }

    /// The way to take up what was left undecided; once that was done, to the import that did.
    private func again(_ html: inout HTML, _ visit: Visit) {
        guard !undecided.isEmpty else { return }
        if !later.isEmpty {
            html(.p) { html in
                html.text("What was left undecided was taken up again by ")
                html.list(later, visit)
                html.text(".")
            }
        } else if mayTakeUp {
            html(.form, .method(.post), .action(.to(.reviewAgain, "\(reference)"))) { html in
                html.token(visit)
                html(.button, .class("quiet"), .type("submit"), text: "Review what was left undecided")
            }
        }
    }

    private func group<Item>(
        _ html: inout HTML, _ title: String, _ items: [Item], _ write: (inout HTML, Item) -> Void
    ) {
        guard !items.isEmpty else { return }
        html(.details) { html in
            html(.summary, title)
            html(.ul, .class("plain-list")) { html in
                for item in items.prefix(Self.most) { html(.li) { write(&$0, item) } }
            }
            if items.count > Self.most { html(.p, .class("hint"), text: "and \(items.count - Self.most) more") }
        }
    }
}

extension HTML {
    /// References with commas between them.
    fileprivate mutating func list(_ rows: [Row], _ visit: Visit) {
        for (index, row) in rows.enumerated() {
            if index > 0 { text(", ") }
            self(.a, .href(.to(row.reference, asAt: visit.asAtText)), text: "\(row.reference)")
        }
    }

    fileprivate mutating func link(_ row: Row, _ visit: Visit) {
        self(
            .a, .href(.to(row.reference, asAt: visit.asAtText)), text: "\(row.reference) \(row.title.clipped(to: 160))")
    }
}
