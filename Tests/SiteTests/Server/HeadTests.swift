import Access
import HTTPTypes
import Testing

/// Programs that watch a site ask for heads.
@Suite(.serialized) struct HeadTests {
    @Test(arguments: ["/health", "/sign-in", "/plans/PLN-1", "/nothing"])
    func `a head is that of the page, without its body`(path: String) async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.reader)])
        let page = try await browser.get(path)
        let head = try await browser.send(.head, path, nil, type: nil)
        #expect(head.status == page.status && head.body.isEmpty)
        #expect(head.headers[.contentType] == page.headers[.contentType])
    }
}
