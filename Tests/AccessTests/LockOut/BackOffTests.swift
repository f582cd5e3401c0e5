import Access
import Testing

@Suite(.serialized) struct BackOffTests {
    @Test(arguments: [
        (0, 0), (4, 0), (5, 30), (6, 60), (7, 120), (8, 240), (9, 480), (10, 900), (11, 900), (1_000_000_000, 900),
    ]) func `waiting begins at the fifth failure and doubles up to a quarter of an hour`(failures: Int, wait: Int) {
        #expect(BackOff.account.wait(after: failures) == wait)
    }

    @Test func `an address that many share has more failures`() {
        #expect(BackOff.client.wait(after: 29) == 0)
        #expect(BackOff.client.wait(after: 30) == 30)
    }
}
