import Access
import HTTPTypes
import Ledger
import Register
import Testing

@testable import Site

/// Every endpoint for every kind of visitor. A new endpoint without a row fails here.
@Suite(.serialized) struct PermissionTests {
    /// Who may: nobody signed in, reader, owner of the record, officer, clerk, administrator.
    private static let table: [Endpoint: [Visitor]] = {
        let all: [Visitor] = Visitor.allCases
        let readers: [Visitor] = [.reader, .owner, .officer, .clerk, .administrator]
        return [
            .style: all, .script: all, .icon: all, .health: all, .signIn: all, .enter: all, .invitation: all,
            .publicPlans: all, .publicPlan: all, .publicRecord: all, .acceptInvitation: all, .secondFactor: readers,
            .passSecondFactor: readers, .signOut: readers,
            .home: readers, .plans: readers, .plan: readers, .planChanges: readers, .record: readers,
            .recordPage: readers, .keptFile: readers, .linking: [.officer, .administrator],
            .saveLink: [.officer, .administrator], .list: readers, .recommendations: readers, .search: readers,
            .myPromises: [.owner, .officer, .administrator], .update: [.owner, .officer, .administrator],
            .saveUpdate: [.owner, .officer, .administrator], .reprogramming: [.officer, .administrator],
            .saveReprogramming: [.officer, .administrator], .closing: [.officer, .administrator],
            .saveClosing: [.officer, .administrator], .imports: [.officer, .administrator],
            .upload: [.officer, .administrator], .review: [.officer, .administrator],
            .reviewSheet: [.officer, .administrator],
            .decide: [.officer, .administrator], .acceptAll: [.officer, .administrator],
            .choosePlan: [.officer, .administrator], .reviewAgain: [.officer, .administrator],
            .keepImport: [.officer, .administrator], .dropImport: [.officer, .administrator],
            .amendment: [.officer, .administrator], .saveAmendment: [.officer, .administrator],
            .reopening: [.officer, .administrator], .reopen: [.officer, .administrator],
            .takingBack: [.officer, .administrator], .takeBack: [.officer, .administrator],
            .addition: [.officer, .administrator], .addRecord: [.officer, .administrator],
            .undoing: [.officer, .administrator], .undoImport: [.officer, .administrator],
        ].merging(account(readers)) { first, _ in first }.merging(keeping) { first, _ in first }
    }()

    /// Everybody keeps their own account.
    private static func account(_ readers: [Visitor]) -> [Endpoint: [Visitor]] {
        [
            .account: readers, .changePassword: readers, .endSession: readers, .endOtherSessions: readers,
            .secondFactorSetUp: readers, .beginSecondFactor: readers, .confirmSecondFactor: readers,
            .endSecondFactor: readers, .renewRecoveryCodes: readers,
        ]
    }

    /// Administrators keep the rest.
    private static let keeping: [Endpoint: [Visitor]] = [
        .keeping: [.administrator], .settings: [.administrator], .saveSettings: [.administrator],
        .accounts: [.administrator], .invite: [.administrator], .sendInvitation: [.administrator],
        .keptAccount: [.administrator], .changeAccount: [.administrator], .newLink: [.administrator],
        .forgetFailures: [.administrator], .removeSecondFactor: [.administrator], .councils: [.administrator],
        .people: [.administrator], .newName: [.administrator], .addName: [.administrator],
        .keptName: [.administrator], .saveName: [.administrator], .merging: [.administrator],
        .merge: [.administrator], .unmerge: [.administrator], .splitting: [.administrator],
        .split: [.administrator], .keptPlans: [.administrator], .planSettings: [.administrator],
        .savePlanSettings: [.administrator], .scheme: [.administrator], .saveScheme: [.administrator],
    ]

    enum Visitor: String, CaseIterable {
        case nobody, reader, owner, officer, clerk, administrator
    }

    @Test(arguments: Endpoint.allCases) func `every endpoint opens to those whom the table names, and to nobody else`(
        endpoint: Endpoint
    ) async throws {
        let allowed = try #require(Self.table[endpoint], "\(endpoint) has no row in the table of permissions")
        let test = try await TestSite()
        for visitor in Visitor.allCases {
            let browser: Browser
            switch visitor {
            case .nobody: browser = Browser(test)
            case .owner: browser = try await test.browser([Grant(.owner)], person: test.records.owner)
            default: browser = try await test.browser([Grant(try #require(Role(rawValue: visitor.rawValue)))])
            }
            let path = Self.path(endpoint)
            let answer = endpoint.method == .post ? try await browser.post(path, [:]) : try await browser.get(path)
            let isRefused = answer.status == .forbidden || Self.leadsToSignIn(answer, from: endpoint)
            #expect(isRefused == !allowed.contains(visitor), "\(endpoint) for \(visitor): \(answer.status)")
            #expect(answer.status != .internalServerError, "\(endpoint) for \(visitor)")
        }
    }

    private static func leadsToSignIn(_ answer: Answer, from endpoint: Endpoint) -> Bool {
        // Signing out leads there too, as it should.
        answer.location?.hasPrefix("/sign-in") == true
            && !(endpoint == .signOut && answer.location?.contains("out=") == true)
    }

    private static func path(_ endpoint: Endpoint) -> String {
        endpoint.path.replacing("{plan}", with: "PLN-1").replacing("{reference}", with: "ACT-1")
            .replacing("{draft}", with: "1").replacing("{account}", with: "1").replacing("{session}", with: "1")
            .replacing("{sheet}", with: "1")
            .replacing("{kind}", with: "action").replacing("{version}", with: "x").replacing("{token}", with: "x")
    }

    @Test func `a record of two councils is read in both and changed in the first`() async throws {
        let test = try await TestSite()
        let south = try await test.browser([Grant(.officer, at: test.records.south)])
        #expect(try await south.get("/records/ACT-1").status == .ok)
        #expect(try await south.get("/records/ACT-1/update").status == .forbidden)
        #expect(try await south.get("/records/ACT-2/update").status == .ok)
        let north = try await test.browser([Grant(.officer, at: test.records.north)])
        #expect(try await north.get("/records/ACT-1/update").status == .ok)
        #expect(try await north.get("/records/ACT-2").status == .forbidden)
    }

    @Test func `an owner updates what they answer for, and nothing else`() async throws {
        let test = try await TestSite()
        let owner = try await test.browser([Grant(.owner)], person: test.records.owner)
        #expect(try await owner.get("/records/ACT-1/update").status == .ok)
        #expect(try await owner.get("/records/ACT-2/update").status == .forbidden)
        #expect(try await owner.get("/records/ACT-1/close").status == .forbidden)
    }

    @Test func `a form without the session's token is refused, and so is one from another site`() async throws {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        let answer = try await officer.post("/records/ACT-1/update", ["narrative": "x"], withToken: false)
        #expect(answer.status == .forbidden)
        #expect(try await test.ledger.head().sequence == 7)
    }

    @Test func `pages guard whoever reads them`() async throws {
        let test = try await TestSite()
        let reader = try await test.browser([Grant(.reader)])
        let answer = try await reader.get("/")
        let policy = try #require(answer.headers[.contentSecurityPolicy])
        #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
        #expect(answer.headers[.cacheControl] == "no-store")
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
    }

    @Test(arguments: ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"])
    func `signing in leads nowhere else`(address: String) async throws {
        let test = try await TestSite()
        _ = try await test.browser([Grant(.reader)])
        let account = try #require(try await test.site.access.accounts().first)
        let answer = try await Browser(test).post(
            "/sign-in", ["address": account.details.address.text, "password": TestSite.password, "to": address])
        #expect(answer.location == "/")
    }

    @Test(arguments: [
        ("192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2"), ("2001:db8::1", "2001:db8:0:0"),
        ("::1", "0:0:0:0"), ("fe80::1%eth0", "fe80:0:0:0"), ("::ffff:192.0.2.7", "192.0.2.7"),
        ("192.0.2.7:50123", "192.0.2.7"), ("unknown", "unknown"),
    ]) func `those who try passwords are told apart by household`(address: String, client: String) {
        #expect(SiteContext.client(address) == client)
    }
}
