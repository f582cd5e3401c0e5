import Access
import Importing
import Intake
import Ledger
import Register

/// Whether whoever reviews a paper may keep it: all that it adds or changes has to be theirs to bring in, and so has every
/// plan, meeting or other record that it would stand in.
struct LeaveToKeep: Sendable {
    /// How many records are of councils where they may bring nothing in.
    private let records: Int
    /// What is kept of such councils and would be added to; nil for what they may not even read.
    private let homes: [Row?]

    /// - Complexity: A question for each record that is kept and added to, for those who may not import everywhere.
    init(_ proposal: Proposal, for visit: Visit) async throws {
        guard visit.rights.scope(of: .import) != .partnership else {
            (records, homes) = (0, [])
            return
        }
        records = proposal.changes.count { $0.record.kind.isTracked && !visit.mayImport($0.record.councils) }
        let new = Set(proposal.changes.filter { $0.seen == 0 }.map(\.id))
        let ids = Set(proposal.changes.flatMap { [$0.record.plan, $0.record.parent] }.compactMap { $0 })
            .subtracting(new).sorted()
        homes = try await visit.read { reader in
            let rows = try reader.rows(Set(ids), .now)
            return try ids.filter { id in
                guard let entry = try reader.entry(id, .now) else { return true }
                return !visit.mayImport(try entry.record().councils)
            }.map { rows[$0] }
        }
    }

    /// Why the paper cannot be kept, and what to do; nil where it can.
    var refusal: String? {
        var reasons: [String] = []
        if records > 0 {
            reasons.append("\(records.words("of its records belongs", "of its records belong")) to another council")
        }
        if !homes.isEmpty {
            let names = homes.map { home in
                home.map { "\($0.reference) \($0.title.clipped(to: 70))" } ?? "a record that your account may not read"
            }
            reasons.append("it adds to what is another council's (\(names.joined(separator: ", ")))")
        }
        guard !reasons.isEmpty else { return nil }
        let isOfPlan = homes.contains { $0?.reference.kind == .plan }
        return
            "You cannot keep this paper: \(reasons.joined(separator: ", and ")). Your account may bring nothing in there. "
            + (isOfPlan ? "Choose another plan for it, or ask" : "Ask")
            + " somebody who may, or an administrator for the role."
    }
}

extension Visit {
    /// Whether whoever asks may bring in what is of these councils; what is of none, where they may import at all.
    func mayImport(_ councils: [RecordID]) -> Bool {
        councils.isEmpty ? rights.canImport : rights.canImport(councils: councils)
    }
}
