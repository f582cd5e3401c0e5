import Access
import Testing

@Suite(.serialized) struct PasswordProblemTests {
    private static func problems(_ password: String, name: String = "Kate Hall") throws -> [PasswordProblem] {
        PasswordProblem.all(of: password, address: try .of("kate.hall-smith@harrowmere.example"), name: name)
    }

    @Test(arguments: [
        ("", [PasswordProblem.tooShort(length: 0)]), ("elevenchars", [.tooShort(length: 11)]),
        (String(repeating: "ab", count: 101), [.tooLong(length: 202)]),
        ("zzzzzzzzzzzz", [.isOneCharacter]), ("  ", [.tooShort(length: 2), .isOneCharacter]),
        ("kate.hall-smith@harrowmere.example", [.isAddress]), ("KATE.HALL-SMITH 1", [.isAddress]),
        ("Kate Hall 2026!", [.isName]), ("katehall", [.tooShort(length: 8), .isName]),
        ("Password12345", [.isCommon]), ("123456789012", [.isCommon]), ("210987654321", [.isCommon]),
        ("abcdefghijkl", [.isCommon]), ("qwertyuiopas", [.isCommon]), ("Goldthread-2026", [.isCommon]),
        ("👩‍👩‍👧", [.tooShort(length: 5)]),
    ]) func `a weak password is told by name`(password: String, expected: [PasswordProblem]) throws {
        #expect(try Self.problems(password) == expected)
    }

    @Test(arguments: [
        "three random words", "twelve chars", "kate hall walks", String(repeating: "ab", count: 100),
        "passwords are hard", "ÿþ¥ƒ∂ß∆˚∆©˙ƒ", "1975 03 1184 22",
    ]) func `a good one has no problems`(password: String) throws { #expect(try Self.problems(password) == []) }

    @Test func `a name without letters is nobody's password`() throws {
        #expect(try Self.problems("12 99 34 81 70", name: "007") == [])
    }
}
