import Ledger
import Register

/// How far a plan has come, for spreadsheets and programs.
struct PlanFacts: ExportRow {
    private let reference: String
    private let title: String
    private let promises, finished, overdue, dueSoon, slipped, recommendations, unanswered: Int

    /// Nil for what is in no plan.
    init?(_ progress: PlanProgress) {
        guard let plan = progress.plan else { return nil }
        let counts = progress.counts
        (reference, title) = (plan.reference.description, plan.title)
        (promises, finished, overdue) = (counts.count, counts.finished, counts.overdue)
        (dueSoon, slipped) = (counts.dueSoon, counts.slipped)
        (recommendations, unanswered) = (progress.recommendations, progress.unanswered)
    }

    static let titles = [
        "reference", "title", "promises", "finished", "overdue", "due soon", "slipped", "recommendations", "unanswered",
    ]

    var cells: [String] {
        [reference, title]
            + [promises, finished, overdue, dueSoon, slipped, recommendations, unanswered].map { "\($0)" }
    }
}
