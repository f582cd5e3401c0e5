import Hummingbird

/// Leads to the pages of one's own account.
enum AccountPages {
    static func answer(_ visit: Visit) async throws -> Response {
        switch visit.endpoint {
        case .changePassword: return try await AccountPage.changePassword(visit)
        case .endSession: return try await AccountPage.endSession(visit)
        case .endOtherSessions: return try await AccountPage.endOtherSessions(visit)
        case .secondFactorSetUp: return try await SecondFactorPage.answer(visit)
        case .beginSecondFactor: return try await AccountPage.beginSecondFactor(visit)
        case .confirmSecondFactor: return try await SecondFactorPage.confirm(visit)
        case .endSecondFactor: return try await AccountPage.endSecondFactor(visit)
        case .renewRecoveryCodes: return try await AccountPage.renewRecoveryCodes(visit)
        default: return Pages.page(try await AccountPage.read(visit).html)
        }
    }
}
