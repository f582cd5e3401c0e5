public import Intake
public import Ledger
import Register

extension PlanChoice {
    /// The choice of a plan that somebody names by its reference, such as PLN-2.
    /// - Throws: `ImportProblem.notAPlan` where that is no plan's reference, `noPlan` where the ledger keeps none.
    public static func named(_ words: String, in ledger: (any Ledger)?) async throws(ImportProblem) -> PlanChoice {
        guard let reference = Reference(words), reference.kind == .plan else { throw .notAPlan(words) }
        let plan = try await ImportProblem.asking { () async throws(LedgerError) -> RecordID? in
            guard let entry = try await ledger?.entry(reference, .now), try entry.record().withdrawal == nil else {
                return nil
            }
            return entry.id
        }
        guard let plan else { throw .noPlan(reference) }
        return .plan(plan)
    }
}
