import Ledger
import Register

extension Session {
    /// Appends changes in the name of somebody.
    func append(_ changes: [Commit.Change], by actor: String, reason: String, papers: [Commit.Paper] = []) async throws
        -> [Entry]
    {
        try await ledger.append(Commit(actor: actor, reason: reason, changes: changes, papers: papers))
    }

    /// Runs a rule, and says whose rule it is where it refuses.
    func applying<Value>(to reference: Reference, _ rule: () throws(RuleProblem) -> Value) throws -> Value {
        do {
            return try rule()
        } catch {
            throw CommandFailure("\(reference): \(error)")
        }
    }

    /// Who is meant: the person as the ledger knows them, else the name as typed.
    func personName(_ text: String) async throws -> (name: String, id: RecordID?) {
        if let reference = Reference(text), reference.kind == .person || reference.kind == .post {
            let row = try await find(text, [.person, .post])
            return (row.title, row.id)
        }
        let found = try await ledger.named(text, kinds: [.person, .post], asAt)
        guard found.count == 1, let row = found.first else { return (text, nil) }
        return (row.title, row.isMerged ? row.parent : row.id)
    }
}
