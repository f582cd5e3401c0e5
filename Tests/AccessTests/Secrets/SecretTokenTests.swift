import Testing

@testable import Access

@Suite(.serialized) struct SecretTokenTests {
    private static func token(_ start: UInt8) -> SecretToken {
        SecretToken(RandomBytes { count in (0..<count).map { start &+ UInt8($0) } })
    }

    @Test func `a token is read as it is written, and nothing else is one`() {
        let token = Self.token(240)
        let text = token.text
        #expect(text.utf8.count == 43)
        #expect(SecretToken(text) == token)
        for other in [
            "", "x", text + "A", String(text.dropLast()), text + "=", text.replacing("_", with: "/"), " " + text,
        ] {
            #expect(other == text || SecretToken(other) == nil, "\(other)")
        }
        // The last letter holds two bits that belong to no byte.
        #expect(SecretToken(String(repeating: "A", count: 42) + "B") == nil)
        #expect(SecretToken(String(repeating: "A", count: 43)) != nil)
    }

    @Test func `it tells nothing of itself where it is printed`() {
        let token = Self.token(1)
        var dumped = ""
        dump(token, to: &dumped)
        for text in ["\(token)", String(reflecting: token), dumped] {
            #expect(text.contains("(secret)") && !text.contains(token.text))
        }
    }

    @Test func `the token of a form belongs to one session`() {
        let (mine, other) = (Self.token(1), Self.token(2))
        #expect(mine.isFormToken(mine.formToken))
        #expect(mine.formToken != mine.text && mine.formToken.utf8.count == 43)
        for text in [other.formToken, "", mine.text, String(mine.formToken.dropLast()), mine.formToken + "A"] {
            #expect(!mine.isFormToken(text))
        }
    }

    @Test func `the system gives as many bytes as it is asked for, and others each time`() {
        let bytes = RandomBytes.system(32)
        #expect(bytes.count == 32 && bytes != RandomBytes.system(32))
    }

    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ]) func `base32 is that of RFC 4648 section 10`(plain: String, text: String) {
        #expect(Base32.text(Array(plain.utf8)) == text)
    }
}
