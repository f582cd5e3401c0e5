import Access
import Ledger
import Markup
import Register

/// What somebody may look at and change of their own account.
struct AccountPage {
    let visit: Visit
    let visitor: Visitor
    let sessions: [Session]
    let codesLeft: Int
    /// The person that the account is, and the councils that its roles are at.
    let names: RecordNames
    var problems: [(field: String, words: String)] = []

    static func read(_ visit: Visit) async throws -> AccountPage {
        let visitor = try visit.signedIn()
        let details = visitor.account.details
        return AccountPage(
            visit: visit, visitor: visitor, sessions: try await visit.access.sessions(of: visitor.account.id),
            codesLeft: try await visit.access.recoveryCodesLeft(of: visitor.account.id),
            names: try await visit.read { reader in
                try RecordNames(
                    details.grants.compactMap(\.council) + [details.person].compactMap { $0 }, in: reader, .now)
            })
    }

    func problem(_ field: String) -> String? { problems.first { $0.field == field }?.words }

    var html: HTML {
        Frame(title: "Your account").page(for: visit) { html in
            html.problems(problems)
            html.heading("Your account")
            html.done(visit.query["done"].flatMap { Self.done[$0] })
            who(&html)
            password(&html)
            secondFactor(&html)
            whereSignedIn(&html)
        }
    }

    private static let done = [
        "password": "Your password is changed. You have been signed out everywhere else.",
        "second-factor": "Signing in takes your password alone from now on.", "session": "The session is ended.",
        "sessions": "You are signed in here only.",
    ]

    private func who(_ html: inout HTML) {
        let details = visitor.account.details
        html.summary([
            ("Name", { $0.text(details.name) }), ("E-mail address", { $0.text(details.address.text) }),
            (
                "In the ledger",
                { html in
                    if let person = names[details.person] {
                        html(.a, .href(.to(person.reference)), text: person.title)
                    } else {
                        html(.span, .class("none"), text: "nobody yet, so no promises are yours")
                    }
                }
            ),
            (
                "Roles",
                { html in
                    html(.ul, .class("bare")) { html in
                        for words in GrantWords.lines(details.grants, names) { html(.li, words) }
                    }
                }
            ),
        ])
        html(.p, .class("hint"), text: "If any of this is wrong, tell whoever keeps accounts in your council.")
    }

    private func password(_ html: inout HTML) {
        html(.h2, "Password")
        html(.form, .class("narrow"), .method(.post), .action(.to(.changePassword))) { html in
            html.token(visit)
            html.password("current-password", "Your password now", problem: problem("current-password"))
            html.password(
                "new-password", "New password",
                hint: "At least 12 characters. Three words that have nothing to do with each other are good.",
                isNew: true,
                problem: problem("new-password"))
            html(.button, .type("submit"), text: "Change the password")
        }
    }

    private func whereSignedIn(_ html: inout HTML) {
        html(.h2, "Where you are signed in")
        html(.ul, .class("plain-list")) { html in
            for session in sessions {
                html(.li, .class("promise")) { html in
                    html(.div) { html in
                        html(.p) { html in
                            html.text(BrowserName.of(session.origin))
                            if session.id == visitor.session.id { html(.strong, " (this one)") }
                        }
                        html(
                            .p, .class("meta"),
                            text:
                                "Since \(LondonTime.words(session.created)), last used \(LondonTime.words(session.seen))"
                        )
                    }
                    if session.id != visitor.session.id {
                        html(.form, .method(.post), .action(.to(.endSession, session.id.description))) { html in
                            html.token(visit)
                            html(
                                .button, .type("submit"), .class("button quiet small"),
                                .aria("label", "End the session of \(BrowserName.of(session.origin))"), text: "End")
                        }
                    }
                }
            }
        }
        if sessions.count > 1 {
            html(.form, .method(.post), .action(.to(.endOtherSessions))) { html in
                html.token(visit)
                html(.button, .type("submit"), text: "End all others")
            }
        }
    }
}

extension HTML {
    /// A field for a password: one that is known, or a new one.
    mutating func password(
        _ name: String, _ label: String, hint: String? = nil, isNew: Bool = false, problem: String? = nil
    ) {
        field(name, label, hint: hint) { look in
            (look.type, look.problem) = ("password", problem)
            look.autocomplete = isNew ? "new-password" : "current-password"
        }
    }
}

/// Roles in words.
enum GrantWords {
    /// A line for each place, the whole partnership first: "North Mere: Officer, Clerk".
    static func lines(_ grants: Set<Grant>, _ names: RecordNames) -> [String] {
        let places = Dictionary(grouping: grants, by: \.council)
        let lines = places.map { council, grants in
            let roles = Role.allCases.filter { role in grants.contains { $0.role == role } }
            let place = council == nil ? "Whole partnership" : names[council]?.title ?? "A council"
            return (isWhole: council == nil, text: "\(place): \(roles.map(\.words).joined(separator: ", "))")
        }
        return lines.sorted { $0.isWhole != $1.isWhole ? $0.isWhole : $0.text < $1.text }.map(\.text)
    }
}
