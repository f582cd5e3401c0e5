import Access
import Importing
import Intake
import Ledger
import Markup
import Register

/// Findings of a paper beside its words, before anything is kept: each is accepted, put right, merged or set aside.
struct ReviewPage {
    let reviewed: ReviewedDraft
    let shown: Shown
    let page: Int
    /// What the paper would add and change; nil while it is read, or where it cannot be kept.
    var proposal: Proposal?
    var problems: [(field: String, words: String)] = []

    /// Findings on a page.
    static let pageSize = 25

    /// Which findings are shown.
    enum Shown: String, CaseIterable {
        case all, undecided, doubtful, setAside = "set-aside", unrecognised

        var words: String {
            switch self {
            case .all: "All"
            case .undecided: "Undecided"
            case .doubtful: "Doubtful"
            case .setAside: "Set aside"
            case .unrecognised: "Not recognised"
            }
        }

        /// Whether a finding is among them.
        func includes(_ item: Review.Item) -> Bool {
            switch self {
            case .all: true
            case .undecided: item.decision.state == .undecided
            case .doubtful: !item.confidence.doubts.isEmpty
            case .setAside: item.decision.state == .setAside
            case .unrecognised: false
            }
        }
    }

    static func read(_ visit: Visit) async throws -> ReviewPage {
        try await read(visit, try await ReviewedDraft.read(visit))
    }

    static func read(_ visit: Visit, _ reviewed: ReviewedDraft) async throws -> ReviewPage {
        let fields = visit.form["show"] == nil ? visit.query : visit.form
        let shown = fields["show"].flatMap(Shown.init(rawValue:)) ?? .all
        var page = ReviewPage(
            reviewed: reviewed, shown: shown, page: max(1, fields["page"].flatMap { Int($0) } ?? 1))
        guard reviewed.review != nil else { return page }
        do {
            page.proposal = try await reviewed.proposed().proposal
        } catch let refusal as Refusal {
            page.problems = [("main", refusal.words)]
        }
        return page
    }

    private var visit: Visit { reviewed.visit }
    private var number: String { "\(reviewed.draft.id)" }

    var html: HTML {
        Frame(title: "Review \(reviewed.draft.name)", section: .imports, isWide: true, refresh: isReading ? 2 : nil)
            .page(for: visit) { html in
                html.problems(problems)
                html.heading(reviewed.draft.name, over: "Import under review")
                if let failure = reviewed.failure {
                    html(.div, .class("warning")) { $0(.p, failure) }
                    drop(&html)
                } else if let review = reviewed.review {
                    overview(&html, review)
                    findings(&html, review)
                } else {
                    html(
                        .p, .role("status"),
                        text:
                            "The paper is being read. Most take a moment; a long scan takes some minutes. This page looks again by itself."
                    )
                    html(.progress, .aria("label", "Reading")) { _ in }
                }
            }
    }

    private var isReading: Bool { reviewed.review == nil && reviewed.failure == nil }

    // MARK: What it comes to

    private func overview(_ html: inout HTML, _ review: Review) {
        let counts = review.counts
        let kept = counts.reduce(0) { $0 + ([.accepted, .edited, .merged].contains($1.key) ? $1.value : 0) }
        let account = review.account
        let profile = PaperProfile(review.paper.intake)
        html(.p, .class("lead"), text: profile.title)
        html(.ul, .class("figures")) { html in
            for (count, words, tone) in [
                (review.items.count, "found", "plain"), (kept, "to be kept", "good"),
                (counts[.undecided] ?? 0, "undecided", "caution"), (counts[.setAside] ?? 0, "set aside", "plain"),
                (account.count(.unrecognised), "lines not recognised", "plain"),
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
        let others = proposal.map { Reviewing.others(visit, $0).count } ?? 0
        if others > 0 {
            html(.div, .class("warning"), .id("others")) { html in
                html(
                    .p,
                    "You cannot keep this paper: \(others.words("of its records belongs", "of its records belong")) to a council where your account may bring nothing in. Ask somebody who may, or an administrator for the role."
                )
            }
        }
        html(.div, .class("buttons")) { html in
            html(.form, .method(.post), .action(.to(.keepImport, number))) { html in
                html.token(visit)
                html(.input, .type("hidden"), .name("seen"), .value("\(reviewed.draft.version)"))
                html(
                    .button, .type("submit"), .disabled(proposal == nil || others > 0),
                    text: "Keep \(kept.words("finding", "findings"))")
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
            drop(&html)
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
            for comparison in proposal.papers.flatMap(\.comparisons) {
                html(.li) { html in
                    html.text("A \(comparison.relation.rawValue) of ")
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
                    html.text(": " + parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + ".")
                }
            }
            for note in proposal.notes.prefix(6) { html(.li) { $0.doubt(note, visit) } }
        }
    }

    private func drop(_ html: inout HTML) {
        html(.form, .method(.post), .action(.to(.dropImport, number))) { html in
            html.token(visit)
            html(.button, .class("quiet"), .type("submit"), text: "Drop it: keep nothing")
        }
    }

    // MARK: Findings

    private func chosen(_ review: Review) -> [Review.Item] { review.items.filter(shown.includes) }

    private func items(_ review: Review) -> [Review.Item] {
        Array(chosen(review).dropFirst((page - 1) * Self.pageSize).prefix(Self.pageSize))
    }

    private func findings(_ html: inout HTML, _ review: Review) {
        html(.nav, .class("tabs"), .aria("label", "Findings shown")) { html in
            html(.ul) { html in
                for shown in Shown.allCases {
                    html(.li) { html in
                        html(
                            .a, .href(.to(.review, number, query: [("show", shown == .all ? nil : shown.rawValue)])),
                            .aria("current", shown == self.shown ? "page" : nil), text: shown.words)
                    }
                }
            }
        }
        if shown == .unrecognised {
            unrecognised(&html, review)
            return
        }
        let chosen = chosen(review)
        if chosen.isEmpty {
            html(
                .p, .class("hint"),
                text: shown == .all
                    ? "Nothing was found in this paper that reads like a promise, a risk or a minute."
                    : "There are none.")
        }
        let items = items(review)
        if ReviewedSheets.canShow(review, items) {
            ReviewedSheets(review: review, items: items, draft: number, hidden: hidden).write(to: &html)
        } else {
            html(.div, .class("review")) { html in
                html(.div) { html in
                    for item in items { FindingCard(item: item, draft: number, hidden: hidden).write(to: &html) }
                }
                ReviewedText(review: review, items: items).write(to: &html)
            }
        }
        html.pages(visit, page: page, of: (chosen.count + Self.pageSize - 1) / Self.pageSize)
    }

    private func unrecognised(_ html: inout HTML, _ review: Review) {
        let lines = review.account.lines(.unrecognised)
        html(
            .p, .class("hint"),
            text: lines.isEmpty
                ? "Every line of the paper was understood."
                : "These lines are part of no finding, and are no running text either. Look whether something was missed."
        )
        html(.ol, .class("plain-list")) { html in
            for line in lines.prefix(300) {
                html(.li) { html in
                    html(.span, .class("line-number"), text: "\(line.number)")
                    html.text(line.words.clipped(to: 400))
                }
            }
        }
        if lines.count > 300 { html(.p, .class("hint"), text: "and \(lines.count - 300) more") }
    }

    /// What every form of the review sends back.
    private func hidden(_ html: inout HTML) {
        html.token(visit)
        html(.input, .type("hidden"), .name("seen"), .value("\(reviewed.draft.version)"))
        html(.input, .type("hidden"), .name("show"), .value(shown.rawValue))
        html(.input, .type("hidden"), .name("page"), .value("\(page)"))
    }
}
