import Access
import Register
import Testing

/// What people are told, word for word.
@Suite(.serialized) struct MessageTests {
    @Test(arguments: [
        (
            AccessError.wrongCredentials,
            "The e-mail address and the password do not belong together. Check both, or ask an administrator for a link to set a new password."
        ),
        (
            .passwordRefused([.tooShort(length: 1), .isName]),
            "This password will not do. It has 1 character, and short ones are soon guessed. Use at least 12; three random words do. It is your name, which others know. Use something else."
        ),
        (
            .draftTooLarge(bytes: 268_435_457, limit: 268_435_456),
            "The paper has 257 MB, and one under review may have 256 MB. Split it, or import it by the command line."
        ),
        (
            .draftMovedOn(seen: 2, version: 3),
            "This review has gone on in another window (you saw version 2, it is at 3). Nothing was changed. Look at it again."
        ),
        (
            .readableByOthers(path: "access.db"),
            "Others on this computer may read access.db, which holds password hashes, and that could not be changed. Let its owner run: chmod 600 access.db"
        ),
    ]) func `an error says what was found, why it matters and what to do`(error: AccessError, text: String) {
        #expect(error.description == text)
    }

    @Test(arguments: [(0, "14:05"), (1, "14:06"), (59, "14:06")])
    func `waiting ends at a minute that is not too early, by the clocks of the country`(second: Int, shown: String)
        throws
    {
        let day = try #require(Day(year: 2026, month: 6, day: 30))
        let until = Timestamp(day: day, hour: 13, minute: 5, second: second)
        #expect(AccessError.lockedOut(until: until).description.contains("until 2026-06-30 \(shown)."))
    }
}
