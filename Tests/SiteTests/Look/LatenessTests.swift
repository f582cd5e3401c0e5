import Register
import Testing

@testable import Site

/// How late something is, as people say it.
@Suite(.serialized) struct LatenessTests {
    @Test(arguments: [
        ("2026-11-21", "2026-11-21", "0 days"), ("2026-11-20", "2026-11-21", "1 day"),
        ("2026-08-22", "2026-11-21", "91 days"), ("2026-08-21", "2026-11-21", "3 months"),
        ("2026-08-20", "2026-11-21", "3 months"), ("2025-11-22", "2026-11-21", "11 months"),
        ("2025-11-21", "2026-11-21", "1 year"), ("2025-10-21", "2026-11-21", "1 year 1 month"),
        ("2023-03-31", "2026-11-21", "3 years 7 months"), ("2024-11-21", "2026-11-21", "2 years"),
        // A month without the day ends with its last, and a leap day comes round each year on the last of February.
        ("2026-01-31", "2026-04-30", "3 months"), ("2026-01-31", "2026-04-29", "88 days"),
        ("2024-02-29", "2025-02-28", "1 year"), ("2024-02-29", "2025-02-27", "11 months"),
    ]) func `days up to three months, then whole months and years`(from: String, to: String, words: String) throws {
        let (from, to) = (try #require(Day(iso: from)), try #require(Day(iso: to)))
        #expect(from.length(until: to) == words)
    }

    @Test(arguments: [
        (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1000, "1 kB"), (1499, "1 kB"), (1500, "2 kB"),
        (999_499, "999 kB"), (999_500, "1.0 MB"), (1_449_999, "1.4 MB"), (1_450_000, "1.5 MB"), (9_949_999, "9.9 MB"),
        (9_950_000, "10 MB"), (52_428_800, "52 MB"),
    ]) func `sizes are in bytes, kB or MB`(bytes: Int, words: String) {
        #expect(bytes.bytes == words)
    }
}
