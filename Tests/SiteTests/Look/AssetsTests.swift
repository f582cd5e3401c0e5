import Testing

@testable import Site

/// What every reader's browser has to fetch before a page looks as it should.
@Suite struct AssetsTests {
    @Test func `style and script stay small`() {
        #expect(Assets.style.count < 20_000)
        #expect(Assets.script.count < 10_000)
    }
}
