/// Which stretches of a sheet's width words cover, half a point to a bit.
struct LineMask {
    private var bits: [UInt64]

    /// - Parameter width: Of the sheet, in points.
    init(width: Double) { bits = [UInt64](repeating: 0, count: max(1, min(Int(width), 10_000) / 32 + 1)) }

    /// Covers the words of a line.
    mutating func cover(_ line: WordLine) { for word in line.words { cover(from: word.box.left, to: word.box.right) } }

    private mutating func cover(from left: Double, to right: Double) {
        let first = max(0, Int(left * 2))
        let last = min(bits.count * 64 - 1, Int((right * 2).rounded(.up)) - 1)
        guard first <= last else { return }
        for word in (first / 64)...(last / 64) {
            let low = max(first - word * 64, 0)
            let high = min(last - word * 64, 63)
            bits[word] |= (high == 63 ? ~0 : (1 << UInt64(high + 1)) - 1) & ~((1 << UInt64(low)) - 1)
        }
    }

    mutating func formUnion(_ other: LineMask) { for index in bits.indices { bits[index] |= other.bits[index] } }

    /// Stretches without words between the first and the last word, at least so many points wide.
    func gaps(atLeast width: Double) -> [(left: Double, right: Double)] {
        var gaps: [(left: Double, right: Double)] = []
        var start: Int?
        var index = 0
        let end = bits.count * 64
        while index < end {
            let word = bits[index / 64] >> UInt64(index % 64)
            if word & 1 == 1 {
                if let from = start, Double(index - from) / 2 >= width {
                    gaps.append((Double(from) / 2, Double(index) / 2))
                }
                // On to the first bit behind this run of words.
                let ones = min((~word).trailingZeroBitCount, 64 - index % 64)
                index += ones
                start = index
            } else {
                index += min(word == 0 ? 64 : word.trailingZeroBitCount, 64 - index % 64)
            }
        }
        return gaps
    }
}
