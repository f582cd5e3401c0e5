import CZ

/// Writes pictures as PNG (W3C, Portable Network Graphics, third edition): three colours of eight bits, nothing
/// translucent.
enum PNG {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// The file of a picture, the same bytes for the same pixels; nil where memory is short.
    /// - Parameter resolution: Pixels an inch, by which programs print it as large as the sheet is.
    static func file(_ pixels: Pixels, resolution: Double) -> [UInt8]? {
        // Each row begins with its filter. None packs sheets of words best: 223 kB for a table on A4 against 255 kB
        // with "up" and 237 kB with the filter chosen row by row.
        let stride = pixels.width * 3
        var rows: [UInt8] = []
        rows.reserveCapacity((stride + 1) * pixels.height)
        for row in 0..<pixels.height {
            rows.append(0)
            rows.append(contentsOf: pixels.bytes[(row * stride)..<((row + 1) * stride)])
        }
        guard let packed = packed(rows) else { return nil }
        // Eight bits, true colour, packed by deflate, filtered by row, not interlaced.
        let header = big(pixels.width) + big(pixels.height) + [8, 2, 0, 0, 0]
        let perMetre = big(Int((resolution / 0.0254).rounded()))
        return signature + chunk("IHDR", header) + chunk("pHYs", perMetre + perMetre + [1]) + chunk("IDAT", packed)
            + chunk("IEND", [])
    }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + data
        return big(data.count) + body + big(Int(crc32(0, body, UInt32(body.count))))
    }

    /// Four bytes, the highest first.
    private static func big(_ value: Int) -> [UInt8] {
        let value = UInt32(clamping: value)
        return [UInt8(value >> 24), UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)]
    }

    private static func packed(_ bytes: [UInt8]) -> [UInt8]? {
        var count = compressBound(UInt(bytes.count))
        var packed = [UInt8](repeating: 0, count: Int(count))
        guard compress2(&packed, &count, bytes, UInt(bytes.count), 6) == Z_OK else { return nil }
        packed.removeLast(packed.count - Int(count))
        return packed
    }
}
