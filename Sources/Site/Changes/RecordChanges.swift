import Ledger
import Markup
import Register

/// What differs between two versions of a record, as people read it: days in words, and whoever answers for it by name.
struct RecordChanges {
    private var differences: [(label: String, words: WordDifference)] = []

    /// - Parameters:
    ///   - names: Those of owners and themes; what has no name there may not be read, and is left out.
    ///   - skipped: Fields that are told elsewhere.
    init(from before: Record, to after: Record, _ names: RecordNames, skipping skipped: Set<String> = []) {
        func words(_ name: String, of record: Record) -> String {
            guard let field = record.fields.first(where: { $0.name == name }) else { return "" }
            if let id = RecordID(field.value.text) { return names[id]?.title ?? "" }
            return FieldWords(field, of: record.kind).value
        }
        for field in RecordDifference(from: before, to: after).fields where !skipped.contains(field.name) {
            add(
                FieldWords(field.name, "", of: after.kind).label, words(field.name, of: before),
                words(field.name, of: after))
        }
        if before.owners != after.owners {
            func owners(_ record: Record) -> String { names.people(record.owners).map(\.title).joined(separator: ", ") }
            add("Owner", owners(before), owners(after))
        }
        if before.theme != after.theme {
            add("Theme", names[before.theme]?.title ?? "", names[after.theme]?.title ?? "")
        }
    }

    private mutating func add(_ label: String, _ before: String, _ after: String) {
        differences.append((label, WordDifference(from: before, to: after)))
    }

    /// Rows for a summary.
    var rows: [(String, (inout HTML) -> Void)] {
        differences.map { difference in (difference.label, { $0.difference(difference.words) }) }
    }
}
