import Access
import Importing
import Intake
import Ledger
import Markup
import Register

/// What a paper under review comes to: how much was found, what keeping it would do to the ledger, and the buttons that do.
struct ReviewOverview {
    let reviewed: ReviewedDraft
    let review: Review
    let proposal: Proposal?
    let leave: LeaveToKeep?
    let plans: [Row]
    let hidden: (inout HTML) -> Void

    /// The place of the button that keeps the paper.
    static let keeping = "keep"

    private var visit: Visit { reviewed.visit }
    private var number: String { "\(reviewed.draft.id)" }

    func write(to html: inout HTML) {
        let counts = review.counts
        let kept = review.items.count(where: \.decision.isKept)
        html(.p, .class("lead"), text: PaperProfile(review.paper.intake).title)
        html(.ul, .class("figures")) { html in
            for (count, words, tone) in [
                (review.items.count { $0.decision != .known }, "found", "plain"), (kept, "to be kept", "good"),
                (counts[.undecided] ?? 0, "undecided", "caution"), (counts[.setAside] ?? 0, "set aside", "plain"),
                (review.account.count(.unrecognised), "lines not recognised", "plain"),
            ] {
                html(.li, .class("figure figure-\(tone)")) { html in
                    html(.div) { html in
                        html(.strong, "\(count)")
                        html.text(" ")
                        html(.span, words)
                    }
                }
            }
        }
        if let proposal { compared(&html, proposal) }
        // The rest of a paper that is kept goes where the paper went.
        if review.decisions.again == nil {
            PlanOfPaper(proposal: proposal, chosen: review.decisions.plan, plans: plans, draft: number, hidden: hidden)
                .write(to: &html)
        }
        let refusal = leave?.refusal
        if let refusal { html(.div, .class("warning"), .id("others")) { $0(.p, refusal) } }
        buttons(&html, kept: kept, canKeep: leave != nil && refusal == nil)
    }

    private func buttons(_ html: inout HTML, kept: Int, canKeep: Bool) {
        html(.div, .class("buttons"), .id(Self.keeping)) { html in
            html(.form, .method(.post), .action(.to(.keepImport, number))) { html in
                html.token(visit)
                html(.input, .type("hidden"), .name("seen"), .value("\(reviewed.draft.version)"))
                html(
                    .button, .type("submit"), .disabled(!canKeep), text: "Keep \(kept.words("finding", "findings"))")
            }
            html(.form, .class("inline"), .method(.post), .action(.to(.acceptAll, number))) { html in
                hidden(&html)
                html(.label, .for("threshold"), text: "Accept all at least")
                html(.select, .id("threshold"), .name("threshold")) { html in
                    for step in stride(from: 100, through: 0, by: -10) {
                        html(
                            .option, .value("\(step)"), .selected(step == review.decisions.threshold),
                            text: step == 0 ? "anything" : "\(step) % sure")
                    }
                }
                html(.button, .class("quiet"), .type("submit"), text: "Accept")
            }
            html.dropping(reviewed)
        }
    }

    /// What the paper would do to the ledger, in a few lines.
    private func compared(_ html: inout HTML, _ proposal: Proposal) {
        let counts = proposal.counts.filter {
            $0.key.isTracked || [.plan, .meeting, .person, .minute].contains($0.key)
        }
        .sorted { $0.key < $1.key }
        html(.ul) { html in
            if !counts.isEmpty {
                html(
                    .li,
                    "Adds "
                        + counts.map { $0.value.words($0.key.name(count: 1), $0.key.name(count: 2)) }.joined(
                            separator: ", ") + ".")
            }
            if review.decisions.again == nil {
                for comparison in proposal.papers.flatMap(\.comparisons) { html(.li) { compared(&$0, comparison) } }
            } else {
                html(.li, "The rest of this paper was decided before, and stays as it is.")
            }
            for note in proposal.notes.prefix(6) { html(.li) { $0.doubt(note, visit) } }
        }
    }

    private func compared(_ html: inout HTML, _ comparison: Comparison) {
        let relation = comparison.relation.rawValue
        html.text(
            comparison.relation == .nextVersion ? "The \(relation) of " : "\(relation.withArticle.capitalisedFirst) of "
        )
        if let reference = comparison.reference {
            html(.a, .href(.to(reference)), text: comparison.title)
        } else {
            html.text(comparison.title)
        }
        let parts: [(Int, String)] = [
            (comparison.unchanged.count, "unchanged"), (comparison.changed.count, "reworded"),
            (comparison.redated.count, "with a new date"), (comparison.updated.count, "reported on"),
            (comparison.moved.count, "moved"), (comparison.renumbered.count, "renumbered"),
            (comparison.new.count, "new"),
            (comparison.missing.count, "not printed any more, which stay open"),
        ]
        let list = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        html.text((list.isEmpty ? "" : ": \(list)") + ". Taken for it because \(comparison.ground).")
    }
}

extension HTML {
    /// The button that keeps nothing of a paper.
    mutating func dropping(_ reviewed: ReviewedDraft) {
        self(.form, .method(.post), .action(.to(.dropImport, "\(reviewed.draft.id)"))) { html in
            html.token(reviewed.visit)
            html(.button, .class("quiet"), .type("submit"), text: "Drop it: keep nothing")
        }
    }
}
