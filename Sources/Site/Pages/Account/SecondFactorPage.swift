import Access
import Hummingbird
import Markup

/// Where an authenticator app is told the secret, and shows with a code that it has it.
struct SecondFactorPage {
    let visit: Visit
    let offer: SecondFactorOffer
    var problem: String?

    static func answer(_ visit: Visit) async throws -> Response {
        guard let offer = try await visit.access.offeredSecondFactor(to: try visit.signedIn().account.id) else {
            return Pages.go(.to(.account))
        }
        return Pages.page(SecondFactorPage(visit: visit, offer: offer).html)
    }

    /// Unlike at signing in: there are no recovery codes yet.
    private static let wrongCode =
        "The code is not right. Type the six digits that your app shows now. If they are never right, check that your telephone shows the right time."

    static func confirm(_ visit: Visit) async throws -> Response {
        let session = try visit.signedIn().session
        do {
            let codes = try await visit.access.confirmSecondFactor(of: session, code: visit.form["code"] ?? "")
            return Pages.page(RecoveryCodesPage(visit: visit, codes: codes).html)
        } catch {
            guard error == .wrongCode else { throw error }
            guard let offer = try await visit.access.offeredSecondFactor(to: session.account.id) else {
                return Pages.go(.to(.account))
            }
            let page = SecondFactorPage(visit: visit, offer: offer, problem: wrongCode)
            return Pages.page(page.html, status: .badRequest)
        }
    }

    var html: HTML {
        Frame(title: "Set up codes").page(for: visit) { html in
            html.crumbs([("Your account", .to(.account))])
            html.problems(problem.map { [(field: "code", words: $0)] } ?? [])
            html.heading("Set up codes from your telephone")
            html(
                .p,
                "Open an authenticator app, let it read this picture or type the secret into it, then type the code that it shows."
            )
            if let code = QRCode(Array(offer.url.utf8)) {
                html(.figure, .class("qr")) { html in
                    code.draw(in: &html, label: "The secret as a QR code, for the app's camera")
                }
            }
            html(.p, .id("secret")) { html in
                html.text("Secret: ")
                html(.code, .class("secret"), text: Self.grouped(offer.secret))
            }
            html(.form, .class("narrow"), .method(.post), .action(.to(.confirmSecondFactor))) { html in
                html.token(visit)
                html.field("code", "Code", hint: "The six digits that the app shows now.") { look in
                    (look.autocomplete, look.inputmode, look.className) = ("one-time-code", "numeric", "short")
                    look.problem = problem
                }
                html(.div, .class("buttons")) { html in
                    html(.button, .type("submit"), text: "Turn codes on")
                    html(.a, .href(.to(.account)), text: "Cancel")
                }
            }
        }
    }

    /// In groups of four, as people read long words aloud.
    static func grouped(_ secret: String) -> String {
        stride(from: 0, to: secret.count, by: 4).map { String(secret.dropFirst($0).prefix(4)) }.joined(separator: " ")
    }
}

/// The recovery codes, shown this once.
struct RecoveryCodesPage {
    let visit: Visit
    let codes: [String]

    var html: HTML {
        Frame(title: "Your recovery codes").page(for: visit) { html in
            html.heading("Your recovery codes")
            html.done("Signing in takes a code from your telephone from now on.")
            html(
                .p,
                "If your telephone is lost, each of these lets you in once. Print them or write them down, and keep them where you keep passports: this page cannot be shown again."
            )
            html(.ul, .class("bare codes")) { html in
                for code in codes { html(.li) { $0(.code, .class("secret"), text: code) } }
            }
            html(.p) { $0(.a, .class("button"), .href(.to(.account)), text: "I have kept them") }
        }
    }
}
