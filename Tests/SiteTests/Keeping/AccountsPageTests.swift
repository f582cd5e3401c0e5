import Access
import HTTPTypes
import Register
import Testing

@testable import Site

@Suite(.serialized) struct AccountsPageTests {
    @Test func `an invitation leads to a password, and in`() async throws {
        let test = try await TestSite()
        let administrator = try await test.browser([Grant(.administrator)])
        let answer = try await administrator.post(
            "/keeping/invite",
            ["name": "Ben Shaw", "address": "ben@example.gov.uk", "person": "PER-1", "role": "owner@COU-1"])
        let link = try #require(answer.words(after: "id=\"link\" class=\"secret\">"))
        #expect(link.hasPrefix("http://127.0.0.1:8080/welcome/"))
        let list = try await administrator.get("/keeping/accounts").text
        #expect(list.contains("Ben Shaw") && list.contains("North Mere: Owner") && list.contains(">Invited<"))
        #expect(!list.contains("/welcome/"), "the link is shown once")

        let path = link.replacing("http://127.0.0.1:8080", with: "")
        let ben = Browser(test)
        #expect(try await ben.get(path).text.contains("ben@example.gov.uk"))
        #expect(try await ben.post(path, ["password": TestSite.password]).location == "/")
        #expect(try await ben.get("/promises").text.contains("Mend the weir"))
        #expect(try await ben.get("/keeping").status == .forbidden)
        #expect(try await administrator.get("/keeping/accounts").text.contains("21 Nov 2026, 12:00"))
    }

    @Test func `a form without what it needs is shown again with what is wrong`() async throws {
        let test = try await TestSite()
        let administrator = try await test.browser([Grant(.administrator)])
        let answer = try await administrator.post("/keeping/invite", ["name": " ", "address": "no address"])
        #expect(answer.status == .badRequest)
        #expect(answer.text.contains("href=\"#name\"") && answer.text.contains("href=\"#address\""))
        #expect(answer.text.contains("value=\"no address\""), "what was typed is not lost")
        let taken = try #require(try await test.site.access.accounts().first).details.address.text
        let again = try await administrator.post("/keeping/invite", ["name": "Ben", "address": taken])
        #expect(again.status == .badRequest && again.text.contains("There is an account with the address"))
        #expect(try await administrator.post("/keeping/invite", ["role": "king@"]).status == .badRequest)
        #expect(try await test.site.access.accounts().count == 1)
    }

    // MARK: Changing

    private func account(_ test: TestSite, _ grants: Set<Grant>, _ name: String = "Ben Shaw") async throws -> Account {
        let address = try #require(MailAddress("\(name.lowercased().filter(\.isLetter))@example.gov.uk"))
        return try await test.site.access.invite(AccountDetails(address: address, name: name, grants: grants)).account
    }

    @Test func `roles and name are changed`() async throws {
        let test = try await TestSite()
        let administrator = try await test.browser([Grant(.administrator)])
        let ben = try await account(test, [Grant(.reader)])
        let page = try await administrator.get("/keeping/accounts/\(ben.id)")
        #expect(page.text.contains("value=\"reader@\" checked"))
        let answer = try await administrator.post(
            "/keeping/accounts/\(ben.id)",
            [
                "seen": try #require(page.hidden("seen")), "name": "Benjamin Shaw", "address": "ben@example.gov.uk",
                "role": "officer@COU-2", "role": "clerk@COU-2",
            ])
        #expect(answer.location == "/keeping/accounts?done=1")
        let details = try #require(try await test.site.access.account(ben.id)).details
        #expect(details.name == "Benjamin Shaw" && details.person == nil)
        #expect(details.grants == [Grant(.officer, at: test.records.south), Grant(.clerk, at: test.records.south)])
    }

    @Test func `whoever comes too late sees both versions, and loses neither`() async throws {
        let test = try await TestSite()
        let administrator = try await test.browser([Grant(.administrator)])
        let ben = try await account(test, [Grant(.reader)])
        var details = ben.details
        details.name = "Benjamin Shaw"
        _ = try await test.site.access.change(ben.id, seen: 1, to: details)
        let answer = try await administrator.post(
            "/keeping/accounts/\(ben.id)",
            ["seen": "1", "name": "Benny Shaw", "address": "ben@example.gov.uk", "role": "reader@"])
        #expect(answer.status == .conflict)
        #expect(answer.text.contains("<dd>Benjamin Shaw</dd>") && answer.text.contains("value=\"Benny Shaw\""))
        #expect(answer.hidden("seen") == "2", "saving again says that the new version was seen")
        #expect(try await test.site.access.account(ben.id)?.details.name == "Benjamin Shaw")
    }

    @Test func `a disabled account is out at once`() async throws {
        let test = try await TestSite()
        let administrator = try await test.browser([Grant(.administrator)])
        let reader = try await test.browser([Grant(.reader)], name: "Ben Shaw")
        let ben = try #require(try await test.site.access.accounts().first { $0.details.name == "Ben Shaw" })
        let answer = try await administrator.post(
            "/keeping/accounts/\(ben.id)",
            [
                "seen": "1", "name": "Ben Shaw", "address": ben.details.address.text, "role": "reader@",
                "disabled": "yes",
            ])
        #expect(answer.location == "/keeping/accounts?done=1")
        #expect(try await reader.get("/").location?.hasPrefix("/sign-in") == true)
        #expect(try await administrator.get("/keeping/accounts").text.contains(">Disabled<"))
    }

    @Test func `the last administrator stays one`() async throws {
        let test = try await TestSite()
        let administrator = try await test.browser([Grant(.administrator)])
        let own = try #require(try await test.site.access.accounts().first)
        let answer = try await administrator.post(
            "/keeping/accounts/\(own.id)",
            ["seen": "1", "name": "Ada Marsh", "address": own.details.address.text, "role": "reader@"])
        #expect(answer.status == .badRequest && answer.text.contains("Nobody else with a password"))
    }

    @Test func `a lost password is replaced by a new link, and the telephone forgotten`() async throws {
        let test = try await TestSite()
        let administrator = try await test.browser([Grant(.administrator)])
        _ = try await test.browser([Grant(.reader)], name: "Ben Shaw")
        let ben = try #require(try await test.site.access.accounts().first { $0.details.name == "Ben Shaw" })
        let answer = try await administrator.post("/keeping/accounts/\(ben.id)/link", [:])
        let link = try #require(answer.words(after: "id=\"link\" class=\"secret\">"))
        let path = link.replacing("http://127.0.0.1:8080", with: "")
        #expect(try await Browser(test).post(path, ["password": "forty mill lantern quartz"]).location == "/")
        for action in ["unlock", "second-factor/end"] {
            let answer = try await administrator.post("/keeping/accounts/\(ben.id)/\(action)", [:])
            #expect(answer.location?.hasPrefix("/keeping/accounts/\(ben.id)?done=") == true)
        }
    }

    @Test func `an account that is not there is not found`() async throws {
        let administrator = try await TestSite().browser([Grant(.administrator)])
        for id in ["99", "0", "x"] {
            #expect(try await administrator.get("/keeping/accounts/\(id)").status == .notFound)
        }
    }

    @Test func `an account without a role is warned about wherever it is kept`() async throws {
        let test = try await TestSite()
        let administrator = try await test.browser([Grant(.administrator)])
        #expect(try await !administrator.get("/keeping/accounts").text.contains("no role at any council"))
        let ben = try await account(test, [])
        for page in ["/keeping/accounts", "/keeping/accounts/\(ben.id)"] {
            #expect(try await administrator.get(page).text.contains("has no role at any council"), "\(page)")
        }
        #expect(try await administrator.get("/keeping/accounts").text.contains("None: sees nothing"))
        let made = try await administrator.post(
            "/keeping/invite", ["name": "Kim Lake", "address": "kim@example.gov.uk"])
        #expect(made.status == .ok && made.text.contains("no role at any council"))
        var details = ben.details
        details.isDisabled = true
        _ = try await test.site.access.change(ben.id, seen: 1, to: details)
        #expect(try await !administrator.get("/keeping/accounts/\(ben.id)").text.contains("no role at any council"))
    }

    @Test func `who is locked out, and until when, is shown and ended`() async throws {
        let test = try await TestSite()
        let administrator = try await test.browser([Grant(.administrator)])
        _ = try await test.browser([Grant(.reader)], name: "Ben Shaw")
        let ben = try #require(try await test.site.access.accounts().first { $0.details.name == "Ben Shaw" })
        let page = "/keeping/accounts/\(ben.id)"
        #expect(try await !administrator.get(page).text.contains("try again at once"))
        for _ in 1...5 {
            _ = try await Browser(test).post("/sign-in", ["address": ben.details.address.text, "password": "wrong"])
        }
        #expect(try await administrator.get("/keeping/accounts").text.contains("Locked out until 21 Nov 2026, 12:00"))
        #expect(try await administrator.get(page).text.contains("They are locked out until 21 Nov 2026, 12:00"))
        _ = try await administrator.post("\(page)/unlock", [:])
        #expect(try await !administrator.get("/keeping/accounts").text.contains("Locked out"))
    }

    // MARK: Administrators of a council

    @Test func `a council's administrator gives roles at the council and nowhere else`() async throws {
        let test = try await TestSite()
        let north = try await test.browser([Grant(.administrator, at: test.records.north)])
        let page = try await north.get("/keeping/invite").text
        #expect(page.contains("value=\"officer@COU-1\"") && !page.contains("@COU-2") && !page.contains("officer@\""))
        for role in ["administrator@", "reader@", "reader@COU-2"] {
            let answer = try await north.post(
                "/keeping/invite", ["name": "Ben", "address": "ben@example.gov.uk", "role": role])
            #expect(answer.status == .forbidden, "\(role)")
        }
        let none = try await north.post("/keeping/invite", ["name": "Ben", "address": "ben@example.gov.uk"])
        #expect(none.status == .badRequest && none.text.contains("Give at least one role"))
        #expect(try await test.site.access.accounts().count == 1)
        let own = try await north.post(
            "/keeping/invite", ["name": "Ben", "address": "ben@example.gov.uk", "role": "administrator@COU-1"])
        #expect(own.status == .ok)
    }

    @Test func `a council's administrator takes over nobody who may do more`() async throws {
        let test = try await TestSite()
        let both = try await account(
            test, [Grant(.officer, at: test.records.north), Grant(.reader, at: test.records.south)], "Both Ways")
        let south = try await account(test, [Grant(.reader, at: test.records.south)], "Far South")
        let north = try await test.browser([Grant(.administrator, at: test.records.north)])
        let list = try await north.get("/keeping/accounts").text
        #expect(list.contains("Both Ways") && !list.contains("/keeping/accounts/\(both.id)\""))
        #expect(!list.contains("Far South"), "other councils' accounts are none of their business")
        for id in [both.id, south.id] {
            #expect(try await north.get("/keeping/accounts/\(id)").status == .forbidden)
            #expect(try await north.post("/keeping/accounts/\(id)", ["seen": "1"]).status == .forbidden)
            for action in ["link", "unlock", "second-factor/end"] {
                #expect(try await north.post("/keeping/accounts/\(id)/\(action)", [:]).status == .forbidden)
            }
        }
    }
}
