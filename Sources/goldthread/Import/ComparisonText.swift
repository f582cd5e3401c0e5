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
        list("REWORDED OR CHANGED", comparison.changed) { text, changed in
            text.head(changed.line)
            for field in changed.fields { text.wrap(field.words.marked, lead: "           \(field.name.spaced): ") }
        }
        steps("MOVED TO ANOTHER THEME", comparison.moved, none: "no theme")
        steps("RENUMBERED", comparison.renumbered, none: "no number")
        steps("RE-DATED (the first date stays on record)", comparison.redated, none: "no date")
        list("REPORTED", comparison.updated) { text, step in
            text.head(step.line)
            text.wrap((step.from.isEmpty ? "" : step.from + " → ") + step.to, lead: "           ")
        }
        list("NEW", comparison.new) { text, line in text.head(line) }
        list("SPLIT", comparison.split) { text, division in
            text.head(division.line)
            for part in division.others {
                text.wrap(part.text, lead: "           and    \(ComparisonText.name(part))  ")
            }
        }
        list("MERGED", comparison.merged) { text, division in
            text.head(division.line)
            for other in division.others {
                text.wrap(other.text, lead: "           took in \(ComparisonText.name(other))  ")
            }
        }
        writeMissing()
        for note in comparison.notes { wrap(note, lead: "! ") }
    }

    // MARK: Parts

    private mutating func writeHead() {
        let plan = [comparison.reference?.description, "\"\(comparison.title)\""].compactMap { $0 }.joined(
            separator: " ")
        wrap(
            "Taken for the \(comparison.relation) of \(plan): \(comparison.ground).".replacing(
                "the progress report of", with: "a progress report on"
            ).replacing("the printing of", with: "another printing of").replacing(
                "the earlier version", with: "an earlier version"))
        if comparison.replaces, let reference = comparison.reference {
            wrap("If it is a plan of its own, add --new-plan; if it is another's, --plan PLN-n.", lead: "  ")
            _ = reference
        }
        let counts: [(Int, String)] = [
            (comparison.unchanged.count, "unchanged"), (comparison.changed.count, "changed"),
            (comparison.moved.count, "moved"), (comparison.renumbered.count, "renumbered"),
            (comparison.redated.count, "re-dated"), (comparison.updated.count, "reported on"),
            (comparison.new.count, "new"), (comparison.split.count, "split"), (comparison.merged.count, "merged"),
            (comparison.missing.count, comparison.replaces ? "missing" : "not in it"),
        ]
        wrap(counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " · "), lead: "  ")
    }

    private mutating func steps(_ title: String, _ steps: [Comparison.Step], none: String) {
        list(title, steps) { text, step in
            text.head(step.line)
            text.wrap(
                "\(step.from.isEmpty ? none : step.from) → \(step.to.isEmpty ? none : step.to)", lead: "           ")
        }
    }

    /// What is not printed any more stays open: nothing is closed but by somebody, with a reason.
    private mutating func writeMissing() {
        let title =
            comparison.replaces ? "MISSING (kept open; close each with its reason, or leave it)" : "NOT IN THIS PAPER"
        list(title, comparison.missing) { text, missing in
            text.head(missing.line)
            if let into = missing.into {
                text.wrap(into.text, lead: "           may have gone into \(ComparisonText.name(into))  ")
            }
            guard text.comparison.replaces, missing.line.kind.isTracked, let reference = missing.line.reference else {
                return
            }
            let successor = missing.into?.reference.map { "superseded --by-record \($0)" } ?? "stopped"
            text.lines.append("           goldthread close \(reference) --as \(successor) --reason \"…\"")
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

    private mutating func wrap(_ text: String, lead: String = "") { lines += text.wrapped(to: width, lead: lead) }

    /// Its short name, else what it is.
    private static func name(_ line: Comparison.Line) -> String {
        line.reference?.description ?? "new"
    }
}
