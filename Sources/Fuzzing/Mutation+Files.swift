/// Mutations of whole files, whose form is kept for the most part so that readers get far into them.
extension Mutation {
    /// A file with some of its bytes cut, doubled, moved or replaced.
    /// - Parameters:
    ///   - shards: What readers of this kind of file trip over.
    ///   - kept: How many bytes at the start stay as they are, such as those by which a file is known.
    public mutating func altered(_ file: [UInt8], with shards: [String], keeping kept: Int = 0) -> [UInt8] {
        var bytes = file
        for _ in 0..<Int.random(in: 1...8, using: &self) {
            guard bytes.count > kept else { return bytes }
            let place = Int.random(in: kept...bytes.count, using: &self)
            switch Int.random(in: 0..<7, using: &self) {
            case 0: bytes.insert(contentsOf: Array((shards.randomElement(using: &self) ?? "").utf8), at: place)
            case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &self)
            case 2: bytes.removeSubrange(stretch(from: place, of: bytes))
            case 3: bytes.insert(contentsOf: Array(bytes[stretch(from: place, of: bytes)]), at: place)
            case 4:
                let from = Int.random(in: 0...bytes.count, using: &self)
                bytes.insert(contentsOf: Array(bytes[stretch(from: from, of: bytes)]), at: place)
            case 5: bytes.removeSubrange(place..<min(bytes.count, place + 1))
            default: replaceNumber(at: place, of: &bytes)
            }
        }
        return bytes
    }

    /// Markup with numbers, words and whole elements altered and all tags still closed.
    public mutating func reshaped(_ markup: [UInt8], with shards: [String]) -> [UInt8] {
        var bytes = markup
        for _ in 0..<Int.random(in: 1...6, using: &self) {
            let place = Int.random(in: 0...bytes.count, using: &self)
            switch Int.random(in: 0..<6, using: &self) {
            case 0, 1: replaceNumber(at: place, of: &bytes)
            case 2: if let element = element(at: place, of: bytes) { bytes.removeSubrange(element) }
            case 3:
                guard let element = element(at: place, of: bytes), bytes.count < 400_000 else { continue }
                let copies = Int.random(in: 1...3, using: &self)
                for _ in 0..<copies { bytes.insert(contentsOf: Array(bytes[element]), at: element.lowerBound) }
            case 4:
                let other = Int.random(in: 0...bytes.count, using: &self)
                guard let element = element(at: place, of: bytes), bytes.count < 400_000,
                    let target = self.element(at: other, of: bytes)
                else { continue }
                bytes.insert(contentsOf: Array(bytes[element]), at: target.lowerBound)
            default:
                // Within words, where a shard opens no tag.
                guard let end = bytes[place...].firstIndex(of: UInt8(ascii: "<")), end > place else { continue }
                guard !bytes[..<place].reversed().prefix(200).prefix(while: { $0 != 0x3E }).contains(0x3C) else {
                    continue
                }
                let shard = (shards.randomElement(using: &self) ?? "").utf8.filter { $0 != 0x3C && $0 != 0x26 }
                bytes.insert(contentsOf: shard, at: place)
            }
        }
        return bytes
    }

    private mutating func stretch(from place: Int, of bytes: [UInt8]) -> Range<Int> {
        place..<min(bytes.count, place + Int.random(in: 0...200, using: &self))
    }

    /// The next number behind a place becomes one that readers count wrongly with.
    private mutating func replaceNumber(at place: Int, of bytes: inout [UInt8]) {
        func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
        guard let start = bytes[place...].firstIndex(where: isDigit) else { return }
        let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
        bytes.replaceSubrange(start..<end, with: Array((Mutation.numbers.randomElement(using: &self) ?? "0").utf8))
    }

    /// A whole element, from its start to its end, that begins behind a place; nil where none does.
    private func element(at place: Int, of bytes: [UInt8]) -> Range<Int>? {
        var index = place
        var depth = 0
        var start: Int?
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count,
                let end = bytes[index...].firstIndex(of: UInt8(ascii: ">"))
            else {
                index += 1
                continue
            }
            if bytes[index + 1] == UInt8(ascii: "/") {
                if start != nil { depth -= 1 }
            } else if bytes[index + 1] != UInt8(ascii: "?"), bytes[index + 1] != UInt8(ascii: "!") {
                if start == nil { start = index }
                if bytes[end - 1] != UInt8(ascii: "/") { depth += 1 }
            }
            if let start, depth <= 0 { return start..<(end + 1) }
            index = end + 1
        }
        return nil
    }

    private static let numbers = [
        "0", "1", "2", "7", "-1", "255", "256", "65535", "65536", "1048576", "16384", "2147483647", "2147483648",
        "4294967296", "9223372036854775807", "9223372036854775808", "99999999999999999999999999", "0.5", "1e308",
        "-9223372036854775808", "000", "31", "100000",
    ]
}
