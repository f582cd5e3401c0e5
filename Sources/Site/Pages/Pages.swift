import Foundation
import Hummingbird
import Ledger
import Markup
import NIOCore

/// Leads each endpoint to its page.
enum Pages {
    static func answer(_ visit: Visit) async throws -> Response {
        switch visit.endpoint {
        case .style: return asset(Assets.style, "text/css; charset=utf-8")
        case .script: return asset(Assets.script, "text/javascript; charset=utf-8")
        case .icon: return asset(Assets.icon, "image/svg+xml")
        case .health: return try await health(visit)
        case .signIn: return page(SignInPage(visit: visit).html)
        case .enter: return try await SigningIn.enter(visit)
        case .secondFactor: return page(CodePage(visit: visit).html)
        case .passSecondFactor: return try await SigningIn.passSecondFactor(visit)
        case .signOut: return try await SigningIn.signOut(visit)
        case .invitation: return page(try await WelcomePage.read(visit).html)
        case .acceptInvitation: return try await SigningIn.accept(visit)
        case .home: return page(try await HomePage.read(visit).html)
        case .plans: return page(try await PlansPage.read(visit).html)
        case .plan: return page(try await PlanPage.read(visit).html)
        case .planChanges: return page(try await PlanChangesPage.read(visit).html)
        case .record: return page(try await RecordPage.read(visit).html)
        case .recordPage: return try await PaperPicture.answer(visit)
        case .list: return page(try await ListPage.read(visit).html)
        case .recommendations: return page(try await RecommendationsPage.read(visit).html)
        case .search: return page(try await SearchPage.read(visit).html)
        case .myPromises: return page(try await MyPromisesPage.read(visit).html)
        case .update: return page(try await UpdatePage.read(visit).html)
        case .saveUpdate: return try await UpdatePage.save(visit)
        case .reprogramming: return page(try await ReprogrammingPage.read(visit).html)
        case .saveReprogramming: return try await ReprogrammingPage.save(visit)
        case .closing: return page(try await ClosingPage.read(visit).html)
        case .saveClosing: return try await ClosingPage.save(visit)
        case .account, .changePassword, .endSession, .endOtherSessions, .secondFactorSetUp, .beginSecondFactor,
            .confirmSecondFactor, .endSecondFactor, .renewRecoveryCodes:
            return try await AccountPages.answer(visit)
        default: return try await KeepingPages.answer(visit)
        }
    }

    // MARK: Answers

    static func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: html.bytes)))
    }

    /// Sends the browser on, so that loading the page again does not send the form again.
    static func go(_ address: Address) -> Response { .redirect(to: address.text, type: .normal) }

    private static func asset(_ bytes: [UInt8], _ type: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: type, .cacheControl: "public, max-age=31536000, immutable"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// For whoever watches whether the site works: it does where its ledger answers.
    private static func health(_ visit: Visit) async throws -> Response {
        _ = try await visit.ledger.head()
        return Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: "ok\n")))
    }

    // MARK: What cannot be done

    static func refuse(_ refusal: Refusal, _ visit: Visit?) -> Response {
        switch refusal {
        case .signInNeeded(let address):
            return .redirect(
                to: Address.to(.signIn, query: [("to", address == "/" ? nil : address)]).text, type: .normal)
        case .codeNeeded: return .redirect(to: Address.to(.secondFactor).text, type: .normal)
        default: break
        }
        guard let visit else { return plain(refusal.status, refusal.words) }
        let frame = Frame(title: refusal.title)
        let html = frame.page(for: visit) { html in
            html.heading(refusal.title)
            html(.p, refusal.words)
            if case .conflict(let reference, _) = refusal {
                html(.p) { $0(.a, .href(.to(reference)), text: "See \(reference) as it stands now") }
            }
        }
        return page(html, status: refusal.status)
    }

    /// Something that should not have happened; the log has the details under the same id.
    static func fail(_ id: String, _: Void, _ visit: Visit?) -> Response {
        let words =
            "Something went wrong on our side. Nothing was changed. If it happens again, tell whoever keeps this site: \(id)."
        guard let visit else { return plain(.internalServerError, words) }
        let frame = Frame(title: "Something went wrong")
        return page(
            frame.page(for: visit) { html in
                html.heading("Something went wrong")
                html(.p, words)
            }, status: .internalServerError)
    }

    private static func plain(_ status: HTTPResponse.Status, _ words: String) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: words + "\n")))
    }
}
