import Intake
import Register

/// Lays out how a paper compares with a plan that is kept: counts first, then what changed, list by list.
struct ComparisonText {
    private let comparison: Comparison
    private let width: Int
    /// How many of a list are shown; nil for all.
    private let most: Int?
    private(set) var lines: [String] = []

    init(_ comparison: Comparison, width: Int, most: Int? = 12) {
        (self.comparison, self.width, self.most) = (comparison, width, most)
        writeHead()
        list(
            comparison.replaces ? "REWORDED OR CHANGED" : "PRINTED OTHERWISE (what is kept stays)", comparison.changed
        ) { text, changed in
            text.head(changed.line)
            for field in changed.fields { text.detail("\(field.name.spaced): \(field.words.marked)") }
        }
        steps("MOVED TO ANOTHER THEME", comparison.moved, none: "no theme")
        steps("RENUMBERED", comparison.renumbered, none: "no number")
        steps("RE-DATED (the first date stays on record)", comparison.redated, none: "no date")
        list("REPORTED ON", comparison.updated) { text, step in
            text.head(step.line)
            text.detail((step.from.isEmpty ? "" : step.from + " → ") + step.to)
        }
        list("NEW", comparison.new) { text, line in text.head(line) }
        list("SPLIT", comparison.split) { text, division in
            text.head(division.line)
            for part in division.others { text.detail("and \(ComparisonText.name(part)): \(part.text)") }
        }
        list("MERGED", comparison.merged) { text, division in
            text.head(division.line)
            for other in division.others { text.detail("took in \(ComparisonText.name(other)): \(other.text)") }
        }
        writeMissing()
        for note in comparison.notes { wrap(note, lead: "! ") }
    }

    // MARK: Parts

    private mutating func writeHead() {
        let plan = [comparison.reference?.description, "\"\(comparison.title)\""].compactMap { $0 }.joined(
            separator: " ")
        let what =
            switch comparison.relation {
            case .nextVersion: "the next version of"
            case .earlierVersion: "an earlier version of"
            case .report: "a progress report on"
            case .printing: comparison.missing.isEmpty ? "another printing of" : "another printing of part of"
            }
        wrap("Taken for \(what) \(plan): \(comparison.ground).")
        if comparison.replaces, comparison.reference != nil {
            wrap("If it is a plan of its own, add --new-plan; if it is another's, --plan PLN-n.", lead: "  ")
        }
        let missing = comparison.missing.count { !$0.isSinceEarlier }
        let counts: [(Int, String)] = [
            (comparison.unchanged.count, "unchanged"),
            (comparison.changed.count, comparison.replaces ? "changed" : "printed otherwise"),
            (comparison.moved.count, "moved"), (comparison.renumbered.count, "renumbered"),
            (comparison.redated.count, "re-dated"), (comparison.updated.count, "reported on"),
            (comparison.new.count, "new"), (comparison.split.count, "split"), (comparison.merged.count, "merged"),
            (missing, comparison.replaces ? "missing" : "not in it"),
            (comparison.missing.count - missing, "missing since an earlier version"),
        ]
        wrap(counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " · "), lead: "  ")
    }

    private mutating func steps(_ title: String, _ steps: [Comparison.Step], none: String) {
        list(title, steps) { text, step in
            text.head(step.line)
            text.detail("\(step.from.isEmpty ? none : step.from) → \(step.to.isEmpty ? none : step.to)")
        }
    }

    /// What is not printed any more stays open: nothing is closed but by somebody, with a reason.
    private mutating func writeMissing() {
        let title =
            comparison.replaces ? "MISSING (kept open: close each with its reason, or leave it)" : "NOT IN THIS PAPER"
        list(title, comparison.missing.filter { !$0.isSinceEarlier }) { text, missing in
            text.head(missing.line)
            if let into = missing.into {
                let name = into.reference.map { "have gone into \($0)" } ?? "now be line \(into.line ?? 0)"
                text.detail("may \(name): \(into.text)")
            }
            guard text.comparison.replaces, missing.line.kind.isTracked, let reference = missing.line.reference else {
                return
            }
            let ending =
                missing.into.map { "superseded --by-record \($0.reference?.description ?? "\($0.kind.prefix)-…")" }
                ?? "stopped"
            text.detail("goldthread close \(reference) --as \(ending) --reason \"…\"")
        }
        list("MISSING SINCE AN EARLIER VERSION", comparison.missing.filter(\.isSinceEarlier)) { text, missing in
            text.head(missing.line)
        }
    }

    // MARK: Laying out

    private mutating func list<Item>(
        _ title: String, _ items: [Item], _ write: (inout ComparisonText, Item) -> Void
    ) {
        guard !items.isEmpty else { return }
        lines += ["", "\(title): \(items.count)"]
        for item in items.prefix(most ?? items.count) { write(&self, item) }
        if let most, items.count > most { lines.append("  and \(items.count - most) more (all of them with --all)") }
    }

    private mutating func head(_ line: Comparison.Line) {
        let place = line.line.map { "  (line \($0))" } ?? ""
        let name = ComparisonText.name(line).padded(to: 8)
        lines.append("  \(name) " + line.text.clipped(to: max(20, width - 12 - place.count)) + place)
    }

    /// A line below a record, and what runs over it a little further in.
    private mutating func detail(_ text: String) {
        let margin = String(repeating: " ", count: 11)
        lines += text.wrapped(to: width, lead: margin, indent: 13)
    }

    private mutating func wrap(_ text: String, lead: String = "") { lines += text.wrapped(to: width, lead: lead) }

    /// Its short name, else what it is.
    private static func name(_ line: Comparison.Line) -> String {
        line.reference?.description ?? "new"
    }
}
