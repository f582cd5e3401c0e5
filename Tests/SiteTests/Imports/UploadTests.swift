import Access
import HTTPTypes
import Ledger
import Register
import Testing

@testable import Site

/// What is wrong with an upload is said on the form that it was sent from.
@Suite(.serialized) struct UploadTests {
    private func isForm(_ answer: Answer, _ problem: String) -> Bool {
        answer.text.contains("<h1>Bring in papers</h1>") && answer.text.contains("<p class=\"problem\">\(problem)")
            && answer.text.contains("href=\"#paper\"")
    }

    @Test func `what is no paper, and what is empty, is refused before it is under review`() async throws {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        let picture = try await officer.upload("map.png", [0x89, 0x50, 0x4E, 0x47, 1, 2, 3])
        #expect(picture.status == .badRequest && isForm(picture, "map.png is a picture (PNG), which is not read"))
        #expect(isForm(try await officer.upload("plan.txt", []), "plan.txt is empty"))
        let account = try #require(try await test.site.access.accounts().first)
        #expect(try await test.site.access.drafts(of: account.id).isEmpty)
    }

    @Test func `what is too large, and what comes too often, comes back on the form`() async throws {
        var settings = SiteSettings(uploadLimit: 1000)
        settings.uploadRate = 1
        let test = try await TestSite(settings: settings)
        let officer = try await test.browser([Grant(.officer)])
        let large = try await officer.upload("plan.txt", Array(repeating: 65, count: 1_100_000))
        #expect(large.status == .contentTooLarge && isForm(large, "The limit is"))
        #expect(try await officer.upload("plan.txt", Array("A plan".utf8)).status == .seeOther)
        let again = try await officer.upload("plan.txt", Array("A plan".utf8))
        #expect(again.status == .tooManyRequests && isForm(again, "You have sent files once"))
        #expect(again.headers[.retryAfter] != nil)
    }

    @Test func `papers beyond the most that may be under review are named, and the others are taken in`() async throws {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        let account = try #require(try await test.site.access.accounts().first)
        while let _ = try? await test.site.access.makeDraft(of: account.id, name: "old.txt", bytes: [65]) {}
        let answer = try await officer.upload("new.txt", Array("A plan".utf8))
        #expect(answer.status == .badRequest && isForm(answer, "new.txt was not taken in. You have "))
    }

    @Test func `whoever may not import is refused as everywhere, however large the file`() async throws {
        let reader = try await TestSite().browser([Grant(.reader)])
        #expect(try await reader.upload("plan.txt", Array("A plan".utf8)).status == .forbidden)
    }
}
