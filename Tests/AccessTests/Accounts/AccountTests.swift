import Access
import Register
import Testing

@Suite(.serialized) struct AccountTests {
    @Test func `an invited account is kept with its roles, and cannot sign in before it has a password`() async throws {
        let test = try TestBook()
        try await test.administrator()
        let grants: Set<Grant> = [Grant(.owner, at: .number(1)), Grant(.clerk, at: .number(2)), Grant(.reader)]
        let details = AccountDetails(
            address: try .of("Ben@Harrowmere.example"), name: "  Ben Shaw ", person: .number(7), grants: grants)
        let (account, link) = try await test.book.invite(details)
        #expect(account.details.name == "Ben Shaw")
        #expect(account.details.grants == grants && account.details.person == .number(7))
        #expect(account.details.address.text == "Ben@Harrowmere.example")
        #expect(!account.hasPassword && !account.hasSecondFactor && account.version == 1)
        #expect(link.purpose == .invitation)
        #expect(try await test.book.account(account.id) == account)
        #expect(try await test.book.account(at: .of("BEN@harrowmere.EXAMPLE")) == account)
        #expect(try await test.book.accounts().map(\.details.name) == ["Ann Lee", "Ben Shaw"])
        await #expect(throws: AccessError.wrongCredentials) { try await test.signIn("ben@harrowmere.example", "") }
        #expect(account.rights(alsoAs: [.number(8)]).parties == [.number(7), .number(8)])
    }

    @Test func `a role at a council is one at all that are the same`() async throws {
        let test = try TestBook()
        try await test.administrator()
        let details = AccountDetails(
            address: try .of("ben@harrowmere.example"), name: "Ben Shaw", grants: [Grant(.officer, at: .number(5))])
        let account = try await test.book.invite(details).account
        let merged: [RecordID: Set<RecordID>] = [.number(5): [.number(5), .number(6)], .number(7): [.number(7)]]
        #expect(account.rights(merged: merged).scope(of: .edit) == .councils([.number(5), .number(6)]))
        #expect(account.rights().scope(of: .edit) == .councils([.number(5)]))
    }

    @Test func `an address belongs to one account, in any case`() async throws {
        let test = try TestBook()
        let ann = try await test.administrator()
        let ben = try await test.member("ben@harrowmere.example")
        var details = ben.details
        details.address = try .of("ANN@harrowmere.example")
        let taken = AccessError.addressTaken(details.address)
        await #expect(throws: taken) { try await test.book.invite(details) }
        await #expect(throws: taken) { try await test.book.change(ben.id, seen: ben.version, to: details) }
        var same = ann.details
        same.address = try .of("Ann@Harrowmere.example")
        #expect(try await test.book.change(ann.id, seen: 1, to: same).details.address.text == "Ann@Harrowmere.example")
    }

    @Test(arguments: ["", "  ", "a\u{7}b", String(repeating: "a", count: 201)])
    func `a name has to be one that can be shown`(name: String) async throws {
        let test = try TestBook()
        let details = AccountDetails(address: try .of("ben@a.b"), name: name)
        await #expect(throws: AccessError.nameMalformed(longest: 200)) { try await test.book.invite(details) }
    }

    @Test func `a change names the version it saw, and a late one is refused with what stands`() async throws {
        let test = try TestBook()
        try await test.administrator()
        let ben = try await test.member("ben@a.b")
        var details = ben.details
        details.grants = [Grant(.reader, at: .number(3))]
        test.clock.advance(5)
        let changed = try await test.book.change(ben.id, seen: 1, to: details)
        #expect(changed.version == 2 && changed.details.grants == details.grants && changed.changed == test.clock.now)
        await #expect(throws: AccessError.accountMovedOn(seen: 1, current: changed)) {
            try await test.book.change(ben.id, seen: 1, to: ben.details)
        }
        #expect(try await test.book.account(ben.id) == changed)
    }

    @Test func `disabling ends sessions and links, and takes all rights`() async throws {
        let test = try TestBook()
        try await test.administrator()
        let ben = try await test.member("ben@a.b")
        let (session, link) = (try await test.signIn("ben@a.b"), try await test.book.makeLink(for: ben.id))
        var details = ben.details
        details.isDisabled = true
        let disabled = try await test.book.change(ben.id, seen: 1, to: details)
        #expect(disabled.rights() == .none)
        #expect(try await test.book.session(session.token) == nil)
        await #expect(throws: AccessError.linkUnknown) { try await test.book.link(link.token) }
        await #expect(throws: AccessError.accountDisabled) { try await test.signIn("ben@a.b") }
        await #expect(throws: AccessError.wrongCredentials) { try await test.signIn("ben@a.b", "wrong") }
        await #expect(throws: AccessError.accountDisabled) { try await test.book.makeLink(for: ben.id) }
        details.isDisabled = false
        _ = try await test.book.change(ben.id, seen: 2, to: details)
        #expect(try await test.book.session(session.token) == nil)
        _ = try await test.signIn("ben@a.b")
    }

    @Test func `removing takes all that belongs to it, and its number is not given again`() async throws {
        let test = try TestBook()
        try await test.administrator()
        let ben = try await test.member("ben@a.b")
        let session = try await test.signIn("ben@a.b")
        _ = try await test.book.makeDraft(of: ben.id, name: "plan.pdf", bytes: [1])
        try await test.book.remove(ben.id)
        #expect(try await test.book.account(ben.id) == nil)
        #expect(try await test.book.session(session.token) == nil)
        #expect(try await test.book.drafts(of: ben.id).isEmpty)
        #expect(try await test.member("ben@a.b").id > ben.id)
        await #expect(throws: AccessError.unknownAccount(ben.id)) { try await test.book.remove(ben.id) }
    }

    /// Ways in which the last administrator could go.
    enum Loss: CaseIterable, Sendable { case disabled, demoted, narrowed, removed }

    @Test(arguments: Loss.allCases) func `somebody always administers the partnership`(loss: Loss) async throws {
        let test = try TestBook()
        let ann = try await test.administrator()
        // Invited alone, nobody can let others in.
        let (cat, link) = try await test.book.invite(
            AccountDetails(address: .of("cat@a.b"), name: "Cat Moore", grants: [Grant(.administrator)]))
        @Sendable func lose() async throws {
            var details = ann.details
            switch loss {
            case .disabled: details.isDisabled = true
            case .demoted: details.grants = [Grant(.officer)]
            case .narrowed: details.grants = [Grant(.administrator, at: .number(1))]
            case .removed: return try await test.book.remove(ann.id)
            }
            _ = try await test.book.change(ann.id, seen: 1, to: details)
        }
        await #expect(throws: AccessError.lastAdministrator) { try await lose() }
        #expect(try await test.book.account(ann.id) == ann)
        _ = try await test.book.setPassword(TestBook.password, by: link.token)
        try await lose()
        #expect(try await test.book.account(cat.id)?.rights().canAdminister == true)
    }

    @Test func `numbers in addresses of the site are read strictly`() {
        #expect(AccountID("12") == AccountID(12))
        for text in ["", "0", "-1", "012", "+1", "1 ", "x", "99999999999999999999"] { #expect(AccountID(text) == nil) }
    }
}
