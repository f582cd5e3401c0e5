import Intake
import Register

/// How papers compare with plans that are kept, for other programs.
struct ComparisonJSON: Encodable {
    struct Line: Encodable {
        var reference: String?
        var kind: String
        var text: String
        var line: Int?

        init(_ line: Comparison.Line) {
            (reference, kind, text) = (line.reference?.description, line.kind.rawValue, line.text)
            self.line = line.line
        }
    }

    struct Changed: Encodable {
        var record: Line
        /// By the field's name, with {+what was added+} and [-what was removed-].
        var fields: [String: String]
    }

    struct Step: Encodable {
        var record: Line
        var from: String
        var to: String

        init(_ step: Comparison.Step) { (record, from, to) = (Line(step.line), step.from, step.to) }
    }

    struct Division: Encodable {
        var record: Line
        var others: [Line]

        init(_ division: Comparison.Division) {
            (record, others) = (Line(division.line), division.others.map(Line.init))
        }
    }

    struct Missing: Encodable {
        var record: Line
        var into: Line?
        /// Whether the version before left it out already.
        var sinceEarlier: Bool
    }

    struct Paper: Encodable {
        var name: String
        var comparisons: [Item]
    }

    struct Item: Encodable {
        var relation: String
        var plan: String?
        var title: String
        var ground: String
        var unchanged: [Line]
        var changed: [Changed]
        var moved: [Step]
        var renumbered: [Step]
        var redated: [Step]
        var updated: [Step]
        var new: [Line]
        var split: [Division]
        var merged: [Division]
        var missing: [Missing]
        var notes: [String]

        init(_ comparison: Comparison) {
            (relation, plan) = (comparison.relation.rawValue, comparison.reference?.description)
            (title, ground, notes) = (comparison.title, comparison.ground, comparison.notes)
            unchanged = comparison.unchanged.map(Line.init)
            changed = comparison.changed.map { changed in
                let fields = changed.fields.map { ($0.name, $0.words.marked) }
                return Changed(record: Line(changed.line), fields: Dictionary(fields, uniquingKeysWith: { $1 }))
            }
            moved = comparison.moved.map(Step.init)
            renumbered = comparison.renumbered.map(Step.init)
            redated = comparison.redated.map(Step.init)
            updated = comparison.updated.map(Step.init)
            new = comparison.new.map(Line.init)
            split = comparison.split.map(Division.init)
            merged = comparison.merged.map(Division.init)
            missing = comparison.missing.map {
                Missing(record: Line($0.line), into: $0.into.map(Line.init), sinceEarlier: $0.isSinceEarlier)
            }
        }
    }

    var papers: [Paper]
}
