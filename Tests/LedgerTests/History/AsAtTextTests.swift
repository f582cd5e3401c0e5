import Ledger
import Register
import Testing

@Suite(.serialized) struct AsAtTextTests {
    @Test(arguments: [
        ("2026-06-30", "2026-06-30T22:59:59Z"), ("2026-12-31", "2026-12-31T23:59:59Z"),
        ("2026-03-28", "2026-03-28T23:59:59Z"), ("2026-03-29", "2026-03-29T22:59:59Z"),
        ("2026-10-24", "2026-10-24T22:59:59Z"), ("2026-10-25", "2026-10-25T23:59:59Z"),
        ("2026-06-30T14:00", "2026-06-30T13:00:59Z"), ("2026-06-30 14:00:05", "2026-06-30T13:00:05Z"),
        ("2026-06-30T14:00Z", "2026-06-30T14:00:59Z"), ("2026-12-01T14:00", "2026-12-01T14:00:59Z"),
    ]) func `a day ends by the clocks of the United Kingdom, and a minute is meant to its end`(
        text: String, moment: String
    ) throws {
        guard case .moment(let found) = try #require(AsAt(text)) else {
            Issue.record("\(text) is no moment")
            return
        }
        #expect(found.description == moment)
        #expect(found.microseconds % 1_000_000 == 999_999)
    }

    @Test func `an entry and now are named by their signs`() {
        #expect(AsAt("#1204") == .entry(1204))
        #expect(AsAt("#0") == .entry(0))
        #expect(AsAt("now") == .now)
    }

    @Test(arguments: [
        "", "#", "#-1", "#x", "yesterday", "2026-02-30", "2026-06-30T", "2026-06-30T24:00", "2026-06-30T14:60",
        "2026-06-30T14", "2026-06-30T1:00", "2026-06-30T14:00:60", "2026-06-30x14:00", "2026-06-30T14:00:00:00",
        "2026-06-30T½:00", "2026-06-30TZ", "2026-06-30Z", "#99999999999999999999",
    ]) func `other text is no time to ask about`(text: String) {
        #expect(AsAt(text) == nil)
    }

    @Test func `a known head is read as verify prints it`() throws {
        let hash = String(repeating: "ab", count: 32)
        #expect(KnownHead(hash)?.sequence == nil)
        #expect(KnownHead("12:" + hash)?.sequence == 12)
        #expect(KnownHead("#12:" + hash.uppercased())?.hash == EntryHash(hash))
        for odd in ["", ":", "12:", "x:" + hash, "1:2:" + hash, hash.dropLast() + "", hash + "0"] {
            #expect(KnownHead(String(odd)) == nil, "\(odd)")
        }
    }
}
