import CZ

@testable import Papers

/// Reads a PNG as strictly as its standard asks, so that what is written is seen to be one.
struct PNGFile {
    var pixels: Pixels
    var dotsPerInch = 0
    var chunks: [String] = []

    struct Fault: Error { var what: String }

    init(_ bytes: [UInt8]) throws {
        guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
            throw Fault(what: "signature")
        }
        func big(_ index: Int) -> Int { bytes[index..<(index + 4)].reduce(0) { $0 << 8 | Int($1) } }
        var index = 8
        var (width, height) = (0, 0)
        var packed: [UInt8] = []
        while index < bytes.count {
            guard index + 12 <= bytes.count, index + 12 + big(index) <= bytes.count else { throw Fault(what: "length") }
            let length = big(index)
            let body = Array(bytes[(index + 4)..<(index + 8 + length)])
            guard Int(crc32(0, body, UInt32(body.count))) == big(index + 8 + length) else { throw Fault(what: "CRC") }
            let name = String(decoding: body.prefix(4), as: UTF8.self)
            chunks.append(name)
            switch name {
            case "IHDR":
                (width, height) = (big(index + 8), big(index + 12))
                guard Array(body.suffix(5)) == [8, 2, 0, 0, 0] else { throw Fault(what: "kind") }
            case "pHYs": dotsPerInch = Int((Double(big(index + 8)) * 0.0254).rounded())
            case "IDAT": packed += body.dropFirst(4)
            default: break
            }
            index += 12 + length
        }
        guard chunks.first == "IHDR", chunks.last == "IEND" else { throw Fault(what: "order") }
        let rows = packed.withUnsafeBufferPointer { Inflate.unpack($0, limit: 1 << 28) }
        guard rows.count == (width * 3 + 1) * height else { throw Fault(what: "pixels") }
        var ppm = Array("P6\n\(width) \(height)\n255\n".utf8)
        for row in 0..<height {
            let start = row * (width * 3 + 1)
            guard rows[start] == 0 else { throw Fault(what: "filter") }
            ppm += rows[(start + 1)..<(start + 1 + width * 3)]
        }
        guard let pixels = Pixels(ppm: ppm) else { throw Fault(what: "picture") }
        self.pixels = pixels
    }
}
