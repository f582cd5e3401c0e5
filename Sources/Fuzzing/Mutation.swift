/// Mutates papers for fuzzing, the same way for the same seed, so that a failure can be run again.
public struct Mutation: RandomNumberGenerator {
    private var state: UInt64

    /// A stream of mutations that depends on nothing but the seed.
    public init(seed: UInt64) { state = seed }

    /// The next 64 random bits (SplitMix64).
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// A stretch of one of the papers with some of its bytes cut, doubled, swapped or replaced by shards that readers trip over.
    public mutating func mutate(_ papers: [[UInt8]]) -> [UInt8] {
        guard let paper = papers.randomElement(using: &self), !paper.isEmpty else { return [] }
        let length = Int.random(in: 1...min(paper.count, 6000), using: &self)
        let start = Int.random(in: 0...(paper.count - length), using: &self)
        var bytes = Array(paper[start..<(start + length)])
        for _ in 0..<Int.random(in: 1...24, using: &self) {
            let place = Int.random(in: 0...bytes.count, using: &self)
            switch Int.random(in: 0..<5, using: &self) {
            case 0: bytes.insert(contentsOf: Mutation.shards.randomElement(using: &self)?.utf8 ?? "".utf8, at: place)
            case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 1...255, using: &self)
            case 2:
                let end = min(bytes.count, place + Int.random(in: 0...200, using: &self))
                bytes.removeSubrange(place..<end)
            case 3:
                let end = min(bytes.count, place + Int.random(in: 0...200, using: &self))
                bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
            default:
                let other = papers.randomElement(using: &self) ?? paper
                let from = Int.random(in: 0...other.count, using: &self)
                bytes.insert(contentsOf: other[from..<min(other.count, from + 120)], at: place)
            }
        }
        return bytes
    }

    private static let shards = [
        "|", "\t", "\n", "\r", "\n\n\n", "|---|---|", "--\t--", "<p>", "</p>", "<ul>", "<li>", "<br>", "<", "&amp;",
        "&#x110000;", "**", "*",
        "#", "# ", "> ", "- ", "• ", "(a) ", "1. ", "1.1 ", "99999999999999999999", "£", "£9999999999999999m", "£'000",
        "\u{0C}", "\u{A0}",
        "\u{FEFF}", "\u{301}", "\u{1F600}", "é", "–", "(", ")", ":", ";", "RESOLVED", "RESOLVED: (1) ",
        "Recommendation 1", "R1 ", "36/10 ",
        "PRESENT: ", "Name: ", "@", "0", "2025/26", "Page 3", "(continued)", "| | |\n|--|--|\n", "AGENDA\n",
        "Objective 1: ", "Likelihood: 1 = ",
    ]
}
