import Access
import Ledger
import Markup
import Register

/// What stands around the words of every page: head, navigation, foot.
struct Frame {
    /// What the page is called, in its tab and its heading.
    var title: String
    /// Which part of the navigation it belongs to.
    var section: Section?
    /// Whether the page takes the whole width, as tables do.
    var isWide = false
    /// After how many seconds the browser asks for the page again, where something is under way.
    var refresh: Int?

    /// The parts of the site that the navigation names.
    enum Section: CaseIterable {
        case home, plans, recommendations, promises, imports, keeping

        var words: String {
            switch self {
            case .home: "Home"
            case .plans: "Plans"
            case .recommendations: "Recommendations"
            case .promises: "My promises"
            case .imports: "Import"
            case .keeping: "Administration"
            }
        }

        var endpoint: Endpoint {
            switch self {
            case .home: .home
            case .plans: .plans
            case .recommendations: .recommendations
            case .promises: .myPromises
            case .imports: .imports
            case .keeping: .keeping
            }
        }
    }

    /// The whole page.
    func page(for visit: Visit, _ content: (inout HTML) throws -> Void) rethrows -> HTML {
        var html = HTML(capacity: 64_000)
        html.fixed("<!DOCTYPE html>")
        try html(.html, .lang("en-GB")) { html in
            head(&html, visit)
            try html(.body) { html in
                html(.a, .class("skip"), .href(Address(fragment: "main")), text: "Skip to main content")
                header(&html, visit)
                if visit.asAtText != nil { past(&html, visit) }
                if let day = visit.futureDay { future(&html, visit, day) }
                try html(.main, .id("main"), .class(isWide ? "wide" : nil), .tabindex(-1)) { try content(&$0) }
                footer(&html, visit)
            }
        }
        return html
    }

    private func head(_ html: inout HTML, _ visit: Visit) {
        html(.head) { html in
            html(.meta, .charset("utf-8"))
            html(.title, "\(title) – \(visit.ledger.partnership.name) – Goldthread")
            html(.meta, .name("viewport"), .content("width=device-width, initial-scale=1"))
            if let refresh { html(.meta, .httpEquiv("refresh"), .content("\(refresh)")) }
            html(.meta, .name("color-scheme"), .content("light dark"))
            html(.link, .rel("icon"), .type("image/svg+xml"), .href(.to(.icon, Assets.version)))
            html(.link, .rel("stylesheet"), .href(.to(.style, Assets.version)))
            html(.script, .src(.to(.script, Assets.version)), .defer()) { _ in }
        }
    }

    private func header(_ html: inout HTML, _ visit: Visit) {
        html(.header, .class("top")) { html in
            html(.div, .class("top-row")) { html in
                let isPublic = visit.endpoint.needs == .publicPages
                html(.a, .class("brand"), .href(.to(isPublic ? .publicPlans : .home))) { html in
                    html.fixed(
                        "<svg class=\"thread\" viewBox=\"0 0 32 20\" width=\"32\" height=\"20\" aria-hidden=\"true\"><path d=\"M2 15C9 15 9 5 16 5s7 10 14 10\"></path></svg>"
                    )
                    html.text("Goldthread")
                    html(.span, .class("partnership"), text: visit.ledger.partnership.name)
                }
                guard let visitor = visit.visitor, visitor.session.stage == .full else { return }
                html(.form, .class("find"), .role("search"), .method(.get), .action(.to(.search))) { html in
                    html(.label, .class("unseen"), .for("find"), text: "Search records and papers")
                    html(
                        .input, .id("find"), .type("search"), .name("q"),
                        .value(visit.endpoint == .search ? visit.query["q"] : nil),
                        .autocomplete("off"))
                    html(.button, .type("submit"), text: "Search")
                }
                html(.div, .class("who")) { html in
                    if visit.may(Endpoint.account.needs) {
                        html(.a, .href(.to(.account)), .title("Your account"), text: visitor.name)
                    } else {
                        html(.span, visitor.name)
                    }
                    html(.form, .method(.post), .action(.to(.signOut))) { html in
                        html.token(visit)
                        html(.button, .class("plain"), .type("submit"), text: "Sign out")
                    }
                }
            }
            if visit.visitor?.session.stage == .full { navigation(&html, visit) }
        }
    }

    private func navigation(_ html: inout HTML, _ visit: Visit) {
        html(.nav, .class("sections"), .aria("label", "Main")) { html in
            html(.ul) { html in
                for section in Section.allCases where visit.may(section.endpoint.needs) {
                    html(.li) { html in
                        html(
                            .a, .href(.to(section.endpoint)), .aria("current", section == self.section ? "page" : nil),
                            text: section.words)
                    }
                }
            }
        }
    }

    /// Says that the page does not show things as they stand.
    private func past(_ html: inout HTML, _ visit: Visit) {
        html(.div, .class("past"), .role("status")) { html in
            html(.p) { html in
                html.text("You are looking at the ledger as it stood at the end of ")
                html(.strong, visit.day.words)
                html.text(". ")
                if let first = visit.begins {
                    html.text("It begins on ")
                    html(.a, .href(visit.here(asAt: first.description)), text: first.words)
                    html.text(", so there is nothing to see before. ")
                }
                html(.a, .href(visit.here(asAt: nil)), text: "Show how things stand today")
            }
        }
    }

    /// Says that a day that has not come cannot be shown.
    private func future(_ html: inout HTML, _ visit: Visit, _ day: Day) {
        html(.div, .class("past"), .role("status")) { html in
            html(.p) { html in
                html.text(
                    "\(day.words) has not come yet, so this is how things stand today, \(visit.today.words). What is due by then stands in lists, in their order by due day. "
                )
                html(.a, .href(visit.here(asAt: nil)), text: "Leave the day out")
            }
        }
    }

    private func footer(_ html: inout HTML, _ visit: Visit) {
        html(.footer, .class("foot")) { html in
            html(.p) { html in
                html.text(
                    "Goldthread follows every promise from the paper it was made in to the evidence that it was kept.")
            }
            html(.p, .class("printed")) { html in
                html.text("\(visit.ledger.partnership.name), as at \(visit.day.words)")
            }
        }
    }
}

extension Visit {
    /// The same page, as at another day.
    func here(asAt: String?) -> Address {
        here([("as-at", asAt)])
    }

    /// The same page with some of its query set anew.
    func here(_ changes: [(String, String?)]) -> Address {
        var fields = query
        for (name, value) in changes { fields = fields.setting(name, to: value) }
        return Address(path: path, query: fields.pairs)
    }

    /// Whether a kind of endpoint is open to whoever asks.
    func may(_ need: Endpoint.Need) -> Bool {
        switch need {
        case .nothing: true
        case .publicPages: site.hasPublicPages
        case .password: visitor != nil
        case .reading: rights.scope(of: .read).isSomewhere
        case .updating: rights.scope(of: .updateOwn).isSomewhere || rights.scope(of: .edit).isSomewhere
        case .editing: rights.scope(of: .edit).isSomewhere
        case .administering: rights.scope(of: .administer).isSomewhere
        }
    }
}

extension HTML {
    /// What shows that a form was sent from a page of this session.
    mutating func token(_ visit: Visit) {
        if let token = visit.visitor?.formToken { self(.input, .type("hidden"), .name("form-token"), .value(token)) }
    }
}
