import Access
import Testing

@Suite(.serialized) struct MailAddressTests {
    @Test(arguments: [
        ("ann@harrowmere.example", "ann@harrowmere.example"), ("  Ann.O'Lee+x@a.b \n", "Ann.O'Lee+x@a.b"),
        ("ann@mêre.example", "ann@mêre.example"),
    ]) func `an address as people have it`(typed: String, kept: String) throws {
        #expect(try MailAddress.of(typed).text == kept)
    }

    @Test(arguments: [
        "", "ann", "@a.b", "ann@", "ann@b", "ann@@a.b", "a@b@c.d", "ann lee@a.b", "ann@a..b", "ann@.b", "ann@b.",
        "ann@a.b\nBcc: x@y.z", "<ann@a.b>", "ann@a.b,ben@a.b", "an\u{200B}n@a.b", "ann\u{0}@a.b",
        String(repeating: "a", count: 251) + "@a.b",
    ]) func `what is no address`(text: String) { #expect(MailAddress(text) == nil) }

    @Test func `case and composition do not tell two addresses apart`() throws {
        #expect(try MailAddress.of("Ann@Harrowmere.Example") == .of("ann@harrowmere.example"))
        #expect(try MailAddress.of("zoe\u{308}@a.b") == .of("ZO\u{CB}@a.b"))
        #expect(try MailAddress.of("ann@a.b") != .of("anne@a.b"))
        #expect(try MailAddress.of("Ann@A.b").text == "Ann@A.b")
    }
}
