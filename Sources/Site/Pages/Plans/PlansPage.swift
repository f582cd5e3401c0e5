import Ledger
import Markup
import Register

/// All plans, with how far each has come.
struct PlansPage {
    let visit: Visit
    let plans: [PlanProgress]

    static func read(_ visit: Visit) async throws -> PlansPage {
        let (asAt, day) = (visit.asAt, visit.day)
        return try await visit.read { reader in
            let tallies = try reader.tally(TallyQuestion(on: day, asAt: asAt))
            let names = try RecordNames(tallies.compactMap(\.plan), in: reader, asAt)
            return PlansPage(visit: visit, plans: PlanProgress.all(tallies, names).filter { $0.plan != nil })
        }
    }

    /// The plans for spreadsheets and programs.
    var facts: [PlanFacts] { plans.compactMap(PlanFacts.init) }

    var html: HTML {
        Frame(title: "Plans", section: .plans, isWide: true).page(for: visit) { html in
            html.heading("Plans")
            if plans.isEmpty {
                html(.p, "There is no plan yet. Plans come out of papers: bring in an action plan or a review.")
            } else {
                ProgressChart(plans: plans, address: { .to($0.reference, asAt: visit.asAtText) }).write(to: &html)
                html.files(visit)
            }
        }
    }
}
