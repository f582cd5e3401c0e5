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
        case .health: return health(visit)
        case .signIn: return page(SignInPage(visit: visit).html)
        case .enter: return try await SigningIn.enter(visit)
        case .secondFactor: return page(CodePage(visit: visit).html)
        case .passSecondFactor: return try await SigningIn.passSecondFactor(visit)
        case .signOut: return try await SigningIn.signOut(visit)
        case .invitation: return page(try await WelcomePage.read(visit).html)
        case .acceptInvitation: return try await SigningIn.accept(visit)
        case .home: return page(try await HomePage.read(visit).html)
        case .plans:
            let page = try await PlansPage.read(visit)
            return try Export.answer(visit, { page.html }, name: "plans", page.facts)
        case .plan:
            let page = try await PlanPage.read(visit)
            return try Export.answer(visit, { page.html }, name: page.row.title, page.facts)
        case .planChanges:
            let page = try await PlanChangesPage.read(visit)
            return try Export.answer(visit, { page.html }, name: "changes-\(page.row.title)", page.facts)
        case .record: return page(try await RecordPage.read(visit).html)
        case .recordPage: return try await PaperPicture.answer(visit)
        case .keptFile: return try await KeptFile.answer(visit)
        case .list:
            let page = try await ListPage.read(visit)
            return try Export.answer(visit, { page.html }, name: page.title, page.facts)
        case .recommendations:
            let page = try await RecommendationsPage.read(visit)
            return try Export.answer(visit, { page.html }, name: "recommendations", page.facts)
        case .search: return page(try await SearchPage.read(visit).html)
        case .myPromises:
            let page = try await MyPromisesPage.read(visit)
            return try Export.answer(visit, { page.html }, name: "my-promises", page.facts)
        case .publicPlans:
            let page = try await PublicPlansPage.read(visit)
            return try Export.answer(visit, { page.html }, name: "plans", page.plans)
        case .publicPlan:
            let page = try await PublicPlanPage.read(visit)
            return try Export.answer(visit, { page.html }, name: page.plan.title, page.records)
        case .publicRecord:
            let page = try await PublicRecordPage.read(visit)
            return try Export.answer(visit, { page.html }, name: page.record.reference, [page.record])
        case .update: return page(try await UpdatePage.read(visit).html)
        case .saveUpdate: return try await UpdatePage.save(visit)
        case .reprogramming: return page(try await ReprogrammingPage.read(visit).html)
        case .saveReprogramming: return try await ReprogrammingPage.save(visit)
        case .closing: return page(try await ClosingPage.read(visit).html)
        case .saveClosing: return try await ClosingPage.save(visit)
        case .imports: return page(try await ImportsPage.read(visit).html)
        case .upload: return try await ImportsPage.upload(visit)
        case .review: return page(try await ReviewPage.read(visit).html)
        case .reviewSheet: return try await ReviewedPicture.answer(visit)
        case .decide: return try await Deciding.answer(visit)
        case .acceptAll: return try await Reviewing.acceptAll(visit)
        case .choosePlan: return try await PlanOfPaper.choose(visit)
        case .keepImport: return try await Reviewing.keep(visit)
        case .dropImport: return try await Reviewing.drop(visit)
        case .undoing: return page(try await UndoPage.read(visit).html)
        case .undoImport: return try await UndoPage.save(visit)
        case .reviewAgain: return try await ReviewingAgain.begin(visit)
        case .linking: return page(try await LinkingPage.read(visit).html)
        case .saveLink: return try await LinkingPage.save(visit)
        case .account, .changePassword, .endSession, .endOtherSessions, .secondFactorSetUp, .beginSecondFactor,
            .confirmSecondFactor, .endSecondFactor, .renewRecoveryCodes:
            return try await AccountPages.answer(visit)
        case .keeping, .settings, .saveSettings, .accounts, .invite, .sendInvitation, .keptAccount, .changeAccount,
            .newLink, .forgetFailures, .removeSecondFactor, .councils, .people, .newName, .addName, .keptName,
            .saveName, .merging, .merge, .unmerge, .splitting, .split, .keptPlans, .planSettings, .savePlanSettings,
            .scheme, .saveScheme:
            return try await KeepingPages.answer(visit)
        }
    }

    /// Whether what is asked for follows from the ledger, the day and whoever asks, and from nothing else: such a page is
    /// kept until one of them changes.
    static func followsFromLedger(_ visit: Visit) async throws -> Bool {
        switch visit.endpoint {
        // Home says too which papers wait for whoever asks.
        case .home: try await ReturnedImports(visit).isEmpty
        case .plans, .plan, .planChanges, .record, .list, .recommendations, .search, .myPromises, .publicPlans,
            .publicPlan, .publicRecord:
            true
        default: false
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

    /// For whoever watches whether the site works: it does where its ledger answers, which it did for every visit.
    private static func health(_ visit: Visit) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: "ok\n")))
    }

    // MARK: What cannot be done

    /// The page of the form that was refused as it was sent, with the reason; nil where the form has no page to come back to.
    static func sentBack(_ refusal: Refusal, _ visit: Visit?) async -> Response? {
        guard let visit, visit.endpoint == .upload, refusal.isOfSending,
            var page = try? await ImportsPage.read(visit)
        else { return nil }
        page.problems = [("paper", refusal.words)]
        var response = Pages.page(page.html, status: refusal.status)
        response.headers[.retryAfter] = refusal.retryAfter.map { "\($0)" }
        return response
    }

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
        var response = page(html, status: refusal.status)
        response.headers[.retryAfter] = refusal.retryAfter.map { "\($0)" }
        return response
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
