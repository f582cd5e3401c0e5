import Ledger
import Markup
import Register

/// What changed in the last seven days: papers that were brought in, each in one line, and what became of records, each
/// compared with what it was before the week.
struct WeekChanges: Sendable {
    /// The day at whose end the week begins.
    let since: Day
    private(set) var imports: [Changes.Change] = []
    private(set) var changes: [RecordChange] = []
    /// Whether there was more than was looked at.
    let areCut: Bool

    /// The most lines of one kind that are shown at once, and behind a click.
    private static let (most, mostBehind) = (4, 30)

    /// Asks for the changes of the week before a day. What that costs does not grow with the ledger.
    init(before day: Day, asAt: AsAt, in reader: any LedgerReader) throws {
        since = day.adding(days: -7)
        let found = try reader.changes(
            ChangesQuestion(
                since: LondonTime.end(of: since), kinds: RecordKind.allCases.filter(\.isTracked), asAt: asAt))
        areCut = found.areCut
        var known: Set<RecordID> = []
        imports = found.all.filter { $0.after.reference.kind == .import && known.insert($0.after.id).inserted }
        changes = Self.folded(found.all.filter { $0.after.reference.kind != .import })
    }

    /// Several changes of a record are one: from what it was before the first to what it is after the last.
    private static func folded(_ all: [Changes.Change]) -> [RecordChange] {
        var first: [RecordID: Changes.Change] = [:]
        var last: [Changes.Change] = []
        for change in all {
            if first[change.after.id] == nil { last.append(change) }
            first[change.after.id] = change
        }
        return last.flatMap { change in
            RecordChange.all(from: first[change.after.id]?.before, to: change.after).map { found in
                var found = found
                found.made = (change.actor, LondonTime.day(of: change.at))
                return found
            }
        }
    }

    // MARK: On the page

    func write(to html: inout HTML, asAt: String?) {
        html(.section, .class("week")) { html in
            html(.h2, "What changed this week")
            if imports.isEmpty, changes.isEmpty {
                html(.p, .class("hint"), text: "Nothing since \(since.words).")
                return
            }
            html(.div, .class("columns")) { html in
                list(&html, "Brought in", imports) { html, change in write(change, asAt, to: &html) }
                for kind in RecordChange.Kind.allCases {
                    list(&html, kind.title, changes.filter { $0.kind == kind }) { $0.change($1, asAt: asAt) }
                }
            }
            if areCut {
                html(.p, .class("hint"), text: "So much changed that only the newest of it is listed here.")
            }
        }
    }

    private func list<Item>(
        _ html: inout HTML, _ title: String, _ items: [Item], _ write: (inout HTML, Item) -> Void
    ) {
        guard !items.isEmpty else { return }
        func lines(_ html: inout HTML, _ items: some Sequence<Item>) {
            html(.ul, .class("plain-list")) { html in for item in items { html(.li) { write(&$0, item) } } }
        }
        html(.div) { html in
            html(.h3) { html in
                html.text(title)
                html(.span, .class("count"), text: "\(items.count)")
            }
            lines(&html, items.prefix(Self.most))
            let rest = items.dropFirst(Self.most)
            guard !rest.isEmpty else { return }
            html(.details) { html in
                html(.summary) { html in
                    html.text("\(rest.count) more")
                    html(.span, .class("unseen"), text: ": \(title.lowercased())")
                }
                lines(&html, rest.prefix(Self.mostBehind))
                if rest.count > Self.mostBehind {
                    html(.p, .class("hint"), text: "and \(rest.count - Self.mostBehind) more")
                }
            }
        }
    }

    private func write(_ change: Changes.Change, _ asAt: String?, to html: inout HTML) {
        html(.a, .href(.to(change.after.reference, asAt: asAt)), text: change.after.title)
        html(.p, .class("meta")) { html in
            html.text((change.after.isWithdrawn ? "taken back by " : "") + change.actor + ", ")
            html.day(LondonTime.day(of: change.at))
        }
    }
}
