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
        case .amendment: return page(try await AmendmentPage.read(visit).html)
        case .saveAmendment: return try await AmendmentPage.save(visit)
        case .reopening: return page(try await ReopeningPage.read(visit).html)
        case .reopen: return try await ReopeningPage.save(visit)
        case .takingBack: return page(try await TakingBackPage.read(visit).html)
        case .takeBack: return try await TakingBackPage.save(visit)
        case .addition: return page(try await AdditionPage.read(visit).html)
        case .addRecord: return try await AdditionPage.save(visit)
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
}
