import Register

/// What one record's next printing changes, sorted by what it is to a reader.
struct Revision {
    var line: Comparison.Line
    var moved: Comparison.Step?
    var renumbered: Comparison.Step?
    var redated: Comparison.Step?
    var said: Comparison.Step?
    var note: String?
    private var fields: [RecordDifference.Field] = []
    private var hasValues = false

    init(line: Comparison.Line) { self.line = line }

    /// Fields that number a record.
    private static let numbers: Set<String> = ["ref", "number"]
    /// Values of a measure, which are listed as readings.
    private static let values: Set<String> = ["actual", "q1", "q2", "q3", "q4", "period", "baseline", "trend"]

    /// Sorts the fields that differ.
    mutating func note(_ changes: [RecordDifference.Field]) {
        for field in changes {
            if Revision.numbers.contains(field.name), line.kind != .scale {
                let (from, to) = field.words.sides
                renumbered = Comparison.Step(line: line, from: from, to: to)
            } else if Revision.values.contains(field.name), line.kind == .measure {
                hasValues = true
            } else if field.name != "theme" {
                fields.append(field)
            }
        }
    }

    /// Why the record gets a new version.
    var reasons: [String] {
        let isReworded = fields.contains { $0.name == "text" }
        let others = fields.contains { $0.name != "text" }
        return [
            isReworded ? "reworded" : nil, others ? "changed" : nil, moved == nil ? nil : "moved",
            renumbered == nil ? nil : "renumbered", hasValues ? "measured" : nil,
        ].compactMap { $0 }
    }

    /// Adds the record to each list that it belongs in.
    func list(in comparison: inout Comparison) {
        if !fields.isEmpty { comparison.changed.append(Comparison.Changed(line: line, fields: fields)) }
        if let moved { comparison.moved.append(moved) }
        if let renumbered { comparison.renumbered.append(renumbered) }
        if let redated { comparison.redated.append(redated) }
        if let said { comparison.updated.append(said) }
        if let note { comparison.notes.append(note) }
        if fields.isEmpty, moved == nil, renumbered == nil, redated == nil, said == nil {
            comparison.unchanged.append(line)
        }
    }
}

extension WordDifference {
    /// The words before and the words after.
    fileprivate var sides: (before: String, after: String) {
        var (before, after): ([String], [String]) = ([], [])
        for piece in pieces {
            switch piece {
            case .same(let words):
                before.append(words)
                after.append(words)
            case .removed(let words): before.append(words)
            case .added(let words): after.append(words)
            }
        }
        return (before.joined(separator: " "), after.joined(separator: " "))
    }
}
