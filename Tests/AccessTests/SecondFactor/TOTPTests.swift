import Testing

@testable import Access

@Suite(.serialized) struct TOTPTests {
    private static let secret = Array("12345678901234567890".utf8)

    @Test(arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ]) func `codes are those of RFC 6238 appendix B`(second: Int, code: String) {
        #expect(TOTP(secret: Self.secret, digits: 8).code(step: TOTP.step(at: second)) == code)
        #expect(TOTP(secret: Self.secret).code(step: TOTP.step(at: second)) == String(code.suffix(6)))
    }

    @Test(
        arguments: [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
        ].enumerated().map { ($0.offset, $0.element) })
    func `counters are those of RFC 4226 appendix D`(count: Int, code: String) {
        #expect(TOTP(secret: Self.secret).code(step: count) == code)
    }

    @Test func `a code is accepted in its step, the one before and the one after`() {
        let totp = TOTP(secret: Self.secret)
        let code = totp.code(step: 100)
        let accepted = (97...103).filter { totp.step(of: code, at: $0 * 30) != nil }
        #expect(accepted == [99, 100, 101])
        #expect(totp.step(of: code, at: 101 * 30 + 29) == 100)
        #expect(totp.step(of: code, at: 98 * 30 + 29) == nil)
        #expect(totp.step(of: totp.code(step: 0), at: 0) == 0)
        #expect(totp.step(of: "", at: 3_000) == nil)
    }
}
