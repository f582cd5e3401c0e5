import Hummingbird

/// Leads to the pages by which administrators keep accounts, names, plans and settings.
enum KeepingPages {
    static func answer(_ visit: Visit) async throws -> Response {
        switch visit.endpoint {
        case .settings: return Pages.page(try SettingsPage.read(visit).html)
        case .saveSettings: return try await SettingsPage.save(visit)
        case .accounts: return Pages.page(try await AccountsPage.read(visit).html)
        case .invite: return Pages.page(try await InvitePage.read(visit).html)
        case .sendInvitation: return try await InvitePage.save(visit)
        case .keptAccount: return Pages.page(try await KeptAccountPage.read(visit).html)
        case .changeAccount: return try await KeptAccountPage.save(visit)
        case .newLink: return try await AccountHelp.makeLink(visit)
        case .forgetFailures: return try await AccountHelp.forgetFailures(visit)
        case .removeSecondFactor: return try await AccountHelp.removeSecondFactor(visit)
        case .councils: return Pages.page(try await CouncilsPage.read(visit).html)
        case .people: return Pages.page(try await PeoplePage.read(visit).html)
        case .newName: return Pages.page(try await AddNamePage.read(visit).html)
        case .addName: return try await AddNamePage.save(visit)
        case .keptName: return Pages.page(try await NamePage.read(visit).html)
        case .saveName: return try await NamePage.save(visit)
        case .merging: return Pages.page(try await MergingPage.read(visit).html)
        case .merge: return try await MergingPage.merge(visit)
        case .unmerge: return try await NamePage.unmerge(visit)
        case .splitting: return Pages.page(try await SplittingPage.read(visit).html)
        case .split: return try await SplittingPage.save(visit)
        case .keptPlans: return Pages.page(try await KeptPlansPage.read(visit).html)
        case .planSettings: return Pages.page(try await PlanSettingsPage.read(visit).html)
        case .savePlanSettings: return try await PlanSettingsPage.save(visit)
        case .scheme: return Pages.page(try await SchemePage.read(visit).html)
        case .saveScheme: return try await SchemePage.save(visit)
        default: return Pages.page(try await KeepingPage.read(visit).html)
        }
    }
}
