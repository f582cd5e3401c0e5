import Ledger
import Register

extension LedgerReader {
    /// The one person or post that a text names, by reference or by name; nil, with a problem at the field, where none or several
    /// go by it.
    func party(_ text: String, _ field: String, _ problems: inout FormProblems) throws -> Row? {
        let found = try parties(text)
        switch found.count {
        case 1: return found[0]
        case 0:
            problems.add(
                field,
                "Nobody in the ledger is called “\(text.clipped(to: 100))”. Check the name, or ask an administrator to add it"
            )
        default:
            let all = found.prefix(10).map { "\($0.reference) \($0.title)" }.joined(separator: ", ")
            problems.add(field, "“\(text)” could be \(all): write the reference of one")
        }
        return nil
    }

    /// People and posts that go by a reference or a name; of those that were merged, the one that stands for both.
    private func parties(_ text: String) throws -> [Row] {
        let kinds: [RecordKind] = [.person, .post]
        var ids: [RecordID] = []
        if let reference = Reference(text), kinds.contains(reference.kind) {
            ids = try entry(reference, .now).map { [$0.id] } ?? []
        } else {
            ids = try named(text, kinds: kinds, .now).map(\.id)
        }
        return try RecordNames(ids, in: self, .now).people(ids)
    }
}
