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
    /// Whether whoever reviews may keep that; nil where there is no proposal.
    var leave: LeaveToKeep?
    /// What the findings of the page are in the ledger.
    var matches = KeptMatches()
    /// Plans that the paper may be taken for.
    var plans: [Row] = []
    /// What was sent of a finding and could not be done.
    var returned: ReturnedFinding?
    var problems: [(field: String, words: String)] = []

    /// Findings on a page.
    static let pageSize = 25
    /// The place that says what is left to do.
    static let left = "left"

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

        /// Whether a finding is among them: a doubtful one until somebody has looked at it and decided; one that an earlier import has kept is in no list.
        func includes(_ item: Review.Item) -> Bool {
            if item.decision == .known { return false }
            return switch self {
            case .all: true
            case .undecided: item.decision.state == .undecided
            case .doubtful: !item.confidence.doubts.isEmpty && !item.isDecidedByHand
            case .setAside: item.decision.state == .setAside
            case .unrecognised: false
            }
        }
    }

    static func read(_ visit: Visit) async throws -> ReviewPage {
        try await read(visit, try await ReviewedDraft.read(visit))
    }

    static func read(
        _ visit: Visit, _ reviewed: ReviewedDraft, returned: ReturnedFinding? = nil
    ) async throws -> ReviewPage {
        let fields = visit.form["show"] == nil ? visit.query : visit.form
        let shown = fields["show"].flatMap(Shown.init(rawValue:)) ?? .all
        let asked = fields["page"].flatMap { Int($0) } ?? 1
        let chosen = reviewed.review?.items.filter(shown.includes) ?? []
        // What was decided may have left the last page empty.
        var page = ReviewPage(
            reviewed: reviewed, shown: shown, page: max(1, min(asked, pages(of: chosen.count))), returned: returned)
        page.problems = returned.map { [($0.anchor, $0.words)] } ?? []
        guard let review = reviewed.review else { return page }
        do {
            let proposal = try await reviewed.proposed().proposal
            (page.proposal, page.leave) = (proposal, try await LeaveToKeep(proposal, for: visit))
        } catch let refusal as Refusal {
            page.problems.append(("main", refusal.words))
        }
        page.plans = try await PlanOfPaper.plans(visit)
        page.matches = try await KeptMatches(page.items(chosen), of: review, page.proposal, for: visit)
        return page
    }

    private static func pages(of count: Int) -> Int { (count + pageSize - 1) / pageSize }

    private func items(_ chosen: [Review.Item]) -> [Review.Item] {
        Array(chosen.dropFirst((page - 1) * Self.pageSize).prefix(Self.pageSize))
    }

    private var visit: Visit { reviewed.visit }
    private var number: String { "\(reviewed.draft.id)" }

    var html: HTML {
        Frame(title: "Review \(reviewed.draft.name)", section: .imports, isWide: true, refresh: isReading ? 2 : nil)
            .page(for: visit) { html in
                html.problems(problems)
                let isAgain = reviewed.review?.decisions.again != nil
                html.heading(
                    reviewed.draft.name, over: isAgain ? "What was left undecided" : "Import under review")
                if let failure = reviewed.failure {
                    html(.div, .class("warning")) { $0(.p, failure) }
                    html.dropping(reviewed)
                } else if let review = reviewed.review {
                    ReviewOverview(
                        reviewed: reviewed, review: review, proposal: proposal, leave: leave, plans: plans,
                        hidden: hidden
                    ).write(to: &html)
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

    // MARK: Findings

    private func findings(_ html: inout HTML, _ review: Review) {
        html(.nav, .class("tabs"), .aria("label", "Findings shown")) { html in
            html(.ul) { html in
                for shown in Shown.allCases {
                    html(.li) { html in
                        html(
                            .a, .href(address(shown)), .aria("current", shown == self.shown ? "page" : nil),
                            text: shown.words)
                    }
                }
            }
        }
        guard shown != .unrecognised else { return html.unrecognised(review.account.lines(.unrecognised)) }
        let chosen = review.items.filter(shown.includes)
        if chosen.isEmpty { left(&html, review) }
        let items = items(chosen)
        func card(_ item: Review.Item, _ number: Int?, _ place: String?) -> FindingCard {
            FindingCard(
                item: item, draft: self.number, matches: matches,
                returned: returned.flatMap { $0.key == item.key ? $0 : nil }, number: number, place: place,
                hidden: hidden)
        }
        if ReviewedSheets.canShow(review, items) {
            ReviewedSheets(review: review, items: items, draft: number, card: card).write(to: &html)
        } else {
            html(.div, .class("review")) { html in
                html(.div) { html in for item in items { card(item, nil, nil).write(to: &html) } }
                ReviewedText(review: review, items: items).write(to: &html)
            }
        }
        html.pages(visit, page: page, of: Self.pages(of: chosen.count))
    }

    /// Where a list is empty: what is left to look at, and the way to keep what was decided.
    private func left(_ html: inout HTML, _ review: Review) {
        guard shown != .all else {
            html(
                .p, .class("hint"),
                text: "Nothing was found in this paper that reads like a promise, a risk or a minute.")
            return
        }
        html(.div, .class("done"), .id(Self.left)) { html in
            html(.p, "No finding is \(shown.words.lowercased()).")
            html(.ul) { html in
                for other in [Shown.undecided, .doubtful] {
                    let count = review.items.count(where: other.includes)
                    guard count > 0 else { continue }
                    html(.li) { $0(.a, .href(address(other)), text: "\(count) \(other.words.lowercased())") }
                }
                let unread = review.account.count(.unrecognised)
                if unread > 0 {
                    html(.li) { html in
                        html(
                            .a, .href(address(.unrecognised)),
                            text: unread.words("line not recognised", "lines not recognised"))
                    }
                }
                html(.li) { $0(.a, .href(Address(fragment: ReviewOverview.keeping)), text: "Keep what is accepted") }
            }
        }
    }

    private func address(_ shown: Shown) -> Address {
        .to(.review, number, query: [("show", shown == .all ? nil : shown.rawValue)])
    }

    /// What every form of the review sends back.
    private func hidden(_ html: inout HTML) {
        html.token(visit)
        html(.input, .type("hidden"), .name("seen"), .value("\(reviewed.draft.version)"))
        html(.input, .type("hidden"), .name("show"), .value(shown.rawValue))
        html(.input, .type("hidden"), .name("page"), .value("\(page)"))
    }
}

extension HTML {
    /// Lines of a paper that are part of no finding, each with its place.
    fileprivate mutating func unrecognised(_ lines: [ReviewAccount.Line]) {
        let most = 300
        self(
            .p, .class("hint"),
            text: lines.isEmpty
                ? "Every line of the paper was understood."
                : "These lines are part of no finding, and are no running text either. Look whether something was missed."
        )
        self(.ol, .class("plain-list")) { html in
            for line in lines.prefix(most) {
                html(.li) { html in
                    html.text(line.words.clipped(to: 400))
                    html(.p, .class("meta"), text: line.source.words)
                }
            }
        }
        if lines.count > most { self(.p, .class("hint"), text: "and \(lines.count - most) more") }
    }
}
