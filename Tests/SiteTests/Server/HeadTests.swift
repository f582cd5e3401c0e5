import Access
import HTTPTypes
import Testing

/// Programs that watch a site ask for heads; people ask for what is not there.
@Suite(.serialized) struct HeadTests {
    @Test(arguments: ["/health", "/sign-in", "/plans/PLN-1", "/nothing", "/lists"])
    func `a head is that of the page, without its body`(path: String) async throws {
        let test = try await TestSite()
        let browser = try await test.browser([Grant(.reader)])
        let page = try await browser.get(path)
        let head = try await browser.send(.head, path, nil, type: nil)
        #expect(head.status == page.status && head.body.isEmpty)
        #expect(head.headers[.contentType] == page.headers[.contentType])
    }

    @Test(arguments: ["/nothing", "/lists", "/public/PLN-1", "/records", "/%00/%ff"])
    func `an address that leads nowhere says so on a page, whatever is asked of it`(path: String) async throws {
        let browser = Browser(try await TestSite())
        for method in [HTTPRequest.Method.get, .post, .put, .delete] {
            let answer = try await browser.send(method, path, nil, type: nil)
            #expect(answer.status == .notFound, "\(method) \(path)")
            #expect(answer.text.contains("There is no page at this address"), "\(method) \(path)")
            #expect(answer.headers[.contentSecurityPolicy] != nil)
        }
    }
}
