/// A QR code (ISO/IEC 18004) of bytes, with error correction level L: it is read from a clean screen at arm's length.
struct QRCode: Sendable, Equatable {
    /// Modules on a side.
    let size: Int
    private var isDark: [Bool]
    /// What the code's own patterns take, which holds no data.
    private var isTaken: [Bool]

    /// Codewords for error correction of a block, by version from 1 (table 9, level L).
    private static let checks = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28]
    /// Blocks that data are cut into, by version from 1 (table 9, level L).
    private static let blocks = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8]

    /// The smallest code that holds some bytes; nil where they are more than 858.
    init?(_ bytes: [UInt8]) {
        guard
            let version = (1...20).first(where: {
                bytes.count + ($0 < 10 ? 2 : 3) <= Self.room($0) - Self.blocks[$0 - 1] * Self.checks[$0 - 1]
            })
        else { return nil }
        size = 17 + 4 * version
        isDark = Array(repeating: false, count: size * size)
        isTaken = isDark
        drawPatterns(version)
        place(Self.codewords(bytes, version))
        // The standard takes the mask with the fewest patterns that could be mistaken; readers take any, and this is one
        // that breaks up what base32 and addresses give.
        for y in 0..<size {
            for x in 0..<size where !isTaken[y * size + x] && (x + y) % 2 == 0 { isDark[y * size + x].toggle() }
        }
    }

    /// Whether the module of a column and row is dark.
    subscript(x: Int, y: Int) -> Bool { isDark[y * size + x] }

    // MARK: Data

    /// How many codewords a version has in all (7.1): modules without patterns, by eight.
    private static func room(_ version: Int) -> Int {
        var modules = (16 * version + 128) * version + 64
        if version >= 2 {
            let alignments = version / 7 + 2
            modules -= (25 * alignments - 10) * alignments - 55
            if version >= 7 { modules -= 36 }
        }
        return modules / 8
    }

    /// Data with error correction, interleaved as they are placed (7.4 to 7.6).
    private static func codewords(_ bytes: [UInt8], _ version: Int) -> [UInt8] {
        let (room, checks, blocks) = (room(version), checks[version - 1], blocks[version - 1])
        let data = padded(bytes, version, to: room - checks * blocks)
        let generator = ReedSolomon.generator(degree: checks)
        let (shortest, longer) = (data.count / blocks, data.count % blocks)
        var pieces: [(data: ArraySlice<UInt8>, check: [UInt8])] = []
        var start = 0
        for block in 0..<blocks {
            let end = start + shortest + (block < blocks - longer ? 0 : 1)
            pieces.append((data[start..<end], ReedSolomon.remainder(of: data[start..<end], by: generator)))
            start = end
        }
        var all: [UInt8] = []
        for index in 0...shortest {
            for piece in pieces where index < piece.data.count { all.append(piece.data[piece.data.startIndex + index]) }
        }
        for index in 0..<checks { for piece in pieces { all.append(piece.check[index]) } }
        return all
    }

    /// Byte mode, the count, the bytes, an end, and what fills the rest (7.4.5, 7.4.10).
    private static func padded(_ bytes: [UInt8], _ version: Int, to length: Int) -> [UInt8] {
        var nibbles: [UInt8] = [4]
        let count = UInt16(bytes.count)
        if version >= 10 { nibbles += [UInt8(count >> 12 & 15), UInt8(count >> 8 & 15)] }
        nibbles += [UInt8(count >> 4 & 15), UInt8(count & 15)]
        for byte in bytes { nibbles += [byte >> 4, byte & 15] }
        nibbles.append(0)
        var data = stride(from: 0, to: nibbles.count - 1, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
        var filler: UInt8 = 0xEC
        while data.count < length {
            data.append(filler)
            filler ^= 0xEC ^ 0x11
        }
        return data
    }

    /// Bits run in columns of two, up and down by turns, from the lower right (7.7.3).
    private mutating func place(_ codewords: [UInt8]) {
        var bit = 0
        for (turn, right) in ([Int](stride(from: size - 1, to: 6, by: -2)) + [5, 3, 1]).enumerated() {
            for step in 0..<size {
                let y = turn % 2 == 0 ? size - 1 - step : step
                for x in [right, right - 1] where !isTaken[y * size + x] && bit < codewords.count * 8 {
                    isDark[y * size + x] = codewords[bit / 8] >> (7 - bit % 8) & 1 == 1
                    bit += 1
                }
            }
        }
    }

    // MARK: Patterns

    private mutating func set(_ x: Int, _ y: Int, _ dark: Bool) {
        guard (0..<size).contains(x), (0..<size).contains(y) else { return }
        isDark[y * size + x] = dark
        isTaken[y * size + x] = true
    }

    private mutating func drawPatterns(_ version: Int) {
        for place in 0..<size {
            set(6, place, place % 2 == 0)
            set(place, 6, place % 2 == 0)
        }
        for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] { drawRings(x, y, reach: 4, light: [2, 4]) }
        let places = Self.alignments(version, size)
        for (row, y) in places.enumerated() {
            for (column, x) in places.enumerated() {
                let isCorner = [[0, 0], [0, places.count - 1], [places.count - 1, 0]].contains([row, column])
                if !isCorner { drawRings(x, y, reach: 2, light: [1]) }
            }
        }
        drawFormat()
        if version >= 7 { drawVersion(version) }
    }

    private mutating func drawRings(_ x: Int, _ y: Int, reach: Int, light: [Int]) {
        for down in -reach...reach {
            for across in -reach...reach {
                set(x + across, y + down, !light.contains(max(abs(across), abs(down))))
            }
        }
    }

    /// Centres of alignment patterns, in both directions (annex E).
    private static func alignments(_ version: Int, _ size: Int) -> [Int] {
        guard version > 1 else { return [] }
        let count = version / 7 + 2
        let step = (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2
        return [6] + (0..<count - 1).map { size - 7 - $0 * step }.reversed()
    }

    /// Level L and mask 0, with their check (7.9).
    private mutating func drawFormat() {
        let bits = 0b111_0111_1100_0100
        func isSet(_ index: Int) -> Bool { bits >> index & 1 == 1 }
        for index in 0..<15 {
            let (x, y) = index < 6 ? (8, index) : index < 8 ? (8, index + 1) : index == 8 ? (7, 8) : (14 - index, 8)
            set(x, y, isSet(index))
            index < 8 ? set(size - 1 - index, 8, isSet(index)) : set(8, size - 15 + index, isSet(index))
        }
        set(8, size - 8, true)
    }

    /// The version with its check, twice (7.10).
    private mutating func drawVersion(_ version: Int) {
        var rest = version
        for _ in 0..<12 { rest = rest << 1 ^ (rest >> 11) * 0x1F25 }
        let bits = version << 12 | rest
        for index in 0..<18 {
            let (far, near) = (size - 11 + index % 3, index / 3)
            set(far, near, bits >> index & 1 == 1)
            set(near, far, bits >> index & 1 == 1)
        }
    }
}
