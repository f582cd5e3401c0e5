/// What names a record for ever: a UUID of version 7 (RFC 9562), so that ids made later sort later.
public struct RecordID: Sendable, Hashable, Comparable {
    @usableFromInline let high: UInt64
    @usableFromInline let low: UInt64

    /// An id made at a time, with bits of chance that keep ids of the same millisecond apart.
    /// - Parameters:
    ///   - milliseconds: Since 1970-01-01T00:00:00Z; the lowest 48 bits count.
    ///   - chance: 74 random bits are taken from the two words.
    public init(milliseconds: UInt64, chance: (UInt64, UInt64)) {
        high = milliseconds << 16 | 0x7000 | chance.0 & 0x0FFF
        low = 0x8000_0000_0000_0000 | chance.1 & 0x3FFF_FFFF_FFFF_FFFF
    }

    /// The id stored as 16 bytes, most significant first; nil where there are not 16.
    @inlinable public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        let stored = bytes.withContiguousStorageIfAvailable { buffer in
            let raw = UnsafeRawBufferPointer(buffer)
            return (
                UInt64(bigEndian: raw.loadUnaligned(as: UInt64.self)),
                UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
        if let stored {
            (high, low) = stored
            return
        }
        var words: (UInt64, UInt64) = (0, 0)
        for (place, byte) in bytes.enumerated() {
            if place < 8 { words.0 = words.0 << 8 | UInt64(byte) } else { words.1 = words.1 << 8 | UInt64(byte) }
        }
        (high, low) = words
    }

    /// The 16 bytes, most significant first.
    public var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 16) { buffer, count in
            let raw = UnsafeMutableRawBufferPointer(buffer)
            raw.storeBytes(of: high.bigEndian, as: UInt64.self)
            raw.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
            count = 16
        }
    }

    /// The id that was made earlier comes first.
    public static func < (left: RecordID, right: RecordID) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}

extension RecordID: CustomStringConvertible {
    /// "01932c07-2a4b-7c11-9d3e-5f0a1b2c3d4e".
    public var description: String {
        String(unsafeUninitializedCapacity: 36) { text in
            var place = 0
            for shift in stride(from: 124, through: 0, by: -4) {
                if place == 8 || place == 13 || place == 18 || place == 23 {
                    text[place] = UInt8(ascii: "-")
                    place += 1
                }
                let word = shift >= 64 ? high >> UInt64(shift - 64) : low >> UInt64(shift)
                let digit = UInt8(truncatingIfNeeded: word & 15)
                text[place] = digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
                place += 1
            }
            return 36
        }
    }

    /// The id written with or without hyphens; nil for any other text.
    public init?(_ text: String) {
        var (high, low, count): (UInt64, UInt64, Int) = (0, 0, 0)
        for byte in text.utf8 where byte != UInt8(ascii: "-") {
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            default: return nil
            }
            if count < 16 { high = high << 4 | UInt64(digit) } else { low = low << 4 | UInt64(digit) }
            count += 1
        }
        guard count == 32 else { return nil }
        (self.high, self.low) = (high, low)
    }
}

extension RecordID: Codable {
    /// Reads an id from its text; throws `DecodingError.dataCorrupted` for any other.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = RecordID(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "“\(text)” is not the id of a record.")
        }
        self = id
    }

    /// Writes the id as text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Makes ids from a clock and a source of chance that are passed in, so that tests make the same ones again.
public struct RecordIDs: Sendable {
    private let milliseconds: @Sendable () -> UInt64
    private let chance: @Sendable () -> UInt64
    private var last: UInt64 = 0
    private var count: UInt64 = 0

    /// Ids that sort in the order in which they are made, even where the clock stands still or goes backwards.
    public init(
        milliseconds: @escaping @Sendable () -> UInt64,
        chance: @escaping @Sendable () -> UInt64 = { UInt64.random(in: 0...UInt64.max) }
    ) {
        self.milliseconds = milliseconds
        self.chance = chance
    }

    /// The next id.
    public mutating func next() -> RecordID {
        let now = max(milliseconds(), last)
        count = now == last ? count + 1 : 0
        if count > 0x0FFF {
            last = now + 1
            count = 0
        } else {
            last = now
        }
        return RecordID(milliseconds: last, chance: (count, chance()))
    }
}
