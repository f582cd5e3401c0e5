import Register
import Testing

@Suite struct TimescaleFuzzTests {
    /// SplitMix64, so that a failure can be run again.
    struct Chance: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }

    private static let shards: [String] = [
        " ", "-", "–", "/", ".", ",", "(", ")", "&", "'", "’", "\u{A0}", "\n", "0", "9", "31", "2025",
        "99999999999999999999", "Q", "H", "of",
        "to", "end", "mid", "é", "\u{1F600}", "\u{0}", "\u{301}", "£", "May", "w/c", "every", "months", "until",
        "first", "next", "\u{AD}",
    ]

    @Test func `no mutation of a phrase crashes or breaks a promise`() {
        var chance = Chance(state: 20_201_014)
        let seeds = Phrasing.all.map(\.words)
        for _ in 0..<10_000 {
            var words = seeds.randomElement(using: &chance) ?? ""
            for _ in 0...Int.random(in: 0...3, using: &chance) { words = mutated(words, with: seeds, &chance) }
            let timescale = Timescale(words, reference: Day(iso: "2025-01-14"))
            #expect(timescale.words == words)
            if let start = timescale.start, let due = timescale.due { #expect(start <= due, "\(words)") }
            if let problem = timescale.problem, problem.kind != .weekday { #expect(timescale.due == nil, "\(words)") }
            if timescale.isCompleted { #expect(timescale.due == nil && timescale.start == nil, "\(words)") }
            _ = Timescale.resembles(words)
            _ = PrintedDate.first(in: words)
            let pieces = Timescale.segments(in: words)
            #expect(pieces.reduce(0) { $0 + $1.utf8.count } <= words.utf8.count)
            #expect(pieces.allSatisfy { !$0.isEmpty })
        }
    }

    private func mutated(_ words: String, with seeds: [String], _ chance: inout Chance) -> String {
        var characters = Array(words.unicodeScalars)
        let place = Int.random(in: 0...characters.count, using: &chance)
        switch Int.random(in: 0...4, using: &chance) {
        case 0:
            characters.insert(
                contentsOf: Array((Self.shards.randomElement(using: &chance) ?? "").unicodeScalars), at: place)
        case 1 where place < characters.count: characters.remove(at: place)
        case 2 where place < characters.count:
            characters.swapAt(place, Int.random(in: 0..<characters.count, using: &chance))
        case 3: characters.append(contentsOf: Array((" " + (seeds.randomElement(using: &chance) ?? "")).unicodeScalars))
        default: characters.removeSubrange(place..<characters.count)
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: characters)
        return String(text)
    }
}
