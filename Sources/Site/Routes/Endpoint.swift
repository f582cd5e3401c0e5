import HTTPTypes

/// Everything that the site answers to: one row for each path and method, with the right that it takes. A link, a form, the
/// router and the test of permissions all read this table; there is no other.
enum Endpoint: String, CaseIterable, Sendable {
    // For everybody.
    case style, script, icon, health
    case signIn, enter, secondFactor, passSecondFactor, signOut
    case invitation, acceptInvitation
    // For everybody, where the partnership has turned them on.
    case publicPlans, publicPlan, publicRecord

    // For whoever may read.
    case home, plans, plan, planChanges, record, recordPage, keptFile
    case list, recommendations, search

    // For those who answer for promises.
    case myPromises, update, saveUpdate, reprogramming, saveReprogramming, closing, saveClosing

    // For those who edit registers.
    case imports, upload, review, reviewSheet, decide, acceptAll, choosePlan, keepImport, dropImport
    case undoing, undoImport, reviewAgain
    case linking, saveLink, amendment, saveAmendment, reopening, reopen, takingBack, takeBack, addition, addRecord

    // For everybody with a role: their own account.
    case account, changePassword, endSession, endOtherSessions
    case secondFactorSetUp, beginSecondFactor, confirmSecondFactor, endSecondFactor, renewRecoveryCodes

    // For administrators.
    case keeping, settings, saveSettings
    case accounts, invite, sendInvitation, keptAccount, changeAccount, newLink, forgetFailures, removeSecondFactor
    case councils, people, newName, addName, keptName, saveName, merging, merge, unmerge, splitting, split
    case keptPlans, planSettings, savePlanSettings, scheme, saveScheme

    /// How it is asked for.
    var method: HTTPRequest.Method {
        switch self {
        case .enter, .passSecondFactor, .signOut, .acceptInvitation, .saveUpdate, .saveReprogramming, .saveClosing,
            .upload, .decide, .acceptAll, .choosePlan, .keepImport, .dropImport, .undoImport, .reviewAgain,
            .saveLink:
            .post
        case .saveAmendment, .reopen, .takeBack, .addRecord: .post
        case .changePassword, .endSession, .endOtherSessions, .beginSecondFactor, .confirmSecondFactor,
            .endSecondFactor, .renewRecoveryCodes:
            .post
        case .saveSettings, .sendInvitation, .changeAccount, .newLink, .forgetFailures, .removeSecondFactor, .addName,
            .saveName, .merge, .unmerge, .split, .savePlanSettings, .saveScheme:
            .post
        default: .get
        }
    }

    /// Its path; `{name}` stands for a part that differs.
    var path: String {
        switch self {
        case .style: "/site/{version}/goldthread.css"
        case .script: "/site/{version}/goldthread.js"
        case .icon: "/site/{version}/goldthread.svg"
        case .health: "/health"
        case .signIn, .enter: "/sign-in"
        case .secondFactor, .passSecondFactor: "/sign-in/code"
        case .signOut: "/sign-out"
        case .invitation, .acceptInvitation: "/welcome/{token}"
        case .publicPlans: "/public"
        case .publicPlan: "/public/plans/{plan}"
        case .publicRecord: "/public/records/{reference}"
        case .home: "/"
        case .plans: "/plans"
        case .plan: "/plans/{plan}"
        case .planChanges: "/plans/{plan}/changes"
        case .record: "/records/{reference}"
        case .recordPage: "/records/{reference}/page.png"
        case .keptFile: "/records/{reference}/file"
        case .list: "/lists/{kind}"
        case .recommendations: "/recommendations"
        case .search: "/search"
        case .myPromises: "/promises"
        case .update, .saveUpdate: "/records/{reference}/update"
        case .reprogramming, .saveReprogramming: "/records/{reference}/re-programme"
        case .closing, .saveClosing: "/records/{reference}/close"
        case .imports, .upload: "/imports"
        case .review: "/imports/{draft}"
        case .reviewSheet: "/imports/{draft}/sheets/{sheet}"
        case .decide: "/imports/{draft}/findings"
        case .acceptAll: "/imports/{draft}/accept"
        case .choosePlan: "/imports/{draft}/plan"
        case .keepImport: "/imports/{draft}/keep"
        case .dropImport: "/imports/{draft}/drop"
        case .undoing, .undoImport: "/records/{reference}/undo"
        case .reviewAgain: "/records/{reference}/review"
        case .linking, .saveLink: "/records/{reference}/link"
        case .amendment, .saveAmendment: "/records/{reference}/change"
        case .reopening, .reopen: "/records/{reference}/open"
        case .takingBack, .takeBack: "/records/{reference}/take-back"
        case .addition, .addRecord: "/plans/{plan}/add"
        case .account: "/account"
        case .changePassword: "/account/password"
        case .endSession: "/account/sessions/{session}/end"
        case .endOtherSessions: "/account/sessions/end-others"
        case .secondFactorSetUp, .confirmSecondFactor: "/account/second-factor"
        case .beginSecondFactor: "/account/second-factor/begin"
        case .endSecondFactor: "/account/second-factor/end"
        case .renewRecoveryCodes: "/account/second-factor/codes"
        case .keeping: "/keeping"
        case .settings, .saveSettings: "/keeping/settings"
        case .accounts: "/keeping/accounts"
        case .invite, .sendInvitation: "/keeping/invite"
        case .keptAccount, .changeAccount: "/keeping/accounts/{account}"
        case .newLink: "/keeping/accounts/{account}/link"
        case .forgetFailures: "/keeping/accounts/{account}/unlock"
        case .removeSecondFactor: "/keeping/accounts/{account}/second-factor/end"
        case .councils: "/keeping/councils"
        case .people: "/keeping/people"
        case .newName, .addName: "/keeping/add/{kind}"
        case .keptName, .saveName: "/keeping/names/{reference}"
        case .merging, .merge: "/keeping/names/{reference}/merge"
        case .unmerge: "/keeping/names/{reference}/unmerge"
        case .splitting, .split: "/keeping/names/{reference}/split"
        case .keptPlans: "/keeping/plans"
        case .planSettings, .savePlanSettings: "/keeping/plans/{plan}"
        case .scheme, .saveScheme: "/keeping/plans/{plan}/scheme"
        }
    }

    /// The right that it takes; rights in a particular record are judged again where the record is known.
    var needs: Need {
        switch self {
        case .style, .script, .icon, .health, .signIn, .enter, .invitation, .acceptInvitation: .nothing
        case .publicPlans, .publicPlan, .publicRecord: .publicPages
        case .secondFactor, .passSecondFactor, .signOut: .password
        case .home, .plans, .plan, .planChanges, .record, .recordPage, .keptFile, .list, .recommendations, .search:
            .reading
        case .myPromises, .update, .saveUpdate, .reprogramming, .saveReprogramming, .closing, .saveClosing: .updating
        case .imports, .upload, .review, .reviewSheet, .decide, .acceptAll, .choosePlan, .keepImport, .dropImport,
            .undoing, .undoImport, .reviewAgain, .linking, .saveLink, .amendment, .saveAmendment, .reopening, .reopen,
            .takingBack, .takeBack, .addition, .addRecord:
            .editing
        case .account, .changePassword, .endSession, .endOtherSessions, .secondFactorSetUp, .beginSecondFactor,
            .confirmSecondFactor, .endSecondFactor, .renewRecoveryCodes:
            .reading
        case .keeping, .settings, .saveSettings, .accounts, .invite, .sendInvitation, .keptAccount, .changeAccount,
            .newLink, .forgetFailures, .removeSecondFactor, .councils, .people, .newName, .addName, .keptName,
            .saveName, .merging, .merge, .unmerge, .splitting, .split, .keptPlans, .planSettings, .savePlanSettings,
            .scheme, .saveScheme:
            .administering
        }
    }

    /// Whether it is the same for everybody, whoever asks: nobody's session is looked up for it.
    var isFile: Bool { [.style, .script, .icon, .health].contains(self) }

    /// What somebody has to be allowed before an endpoint answers at all.
    enum Need: String, Sendable {
        /// Anybody may.
        case nothing
        /// Anybody may, where the partnership has turned its public pages on.
        case publicPages
        /// A password has been given, a second factor maybe not yet.
        case password
        /// Any role.
        case reading
        /// Owners and officers.
        case updating
        /// Officers.
        case editing
        /// Administrators.
        case administering
    }
}
