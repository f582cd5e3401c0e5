internal import Crypto
import Register

/// The SHA-256 hash of an entry, which covers the hash of the entry before it.
public struct EntryHash: Sendable, Hashable, CustomStringConvertible {
    /// 32 bytes.
    public let bytes: [UInt8]

    /// A hash as stored; nil where there are not 32 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// A hash from 64 hexadecimal digits; nil for any other text.
    public init?(_ text: String) {
        guard text.utf8.count == 64, text.utf8.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) else {
            return nil
        }
        var bytes: [UInt8] = []
        var rest = text[...]
        while !rest.isEmpty {
            guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        self.init(bytes: bytes)
    }

    private init(_ digest: SHA256.Digest) { bytes = Array(digest) }

    /// What stands before the first entry.
    public static let none = EntryHash([UInt8](repeating: 0, count: 32))

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// 64 small hexadecimal digits.
    public var description: String { Hexadecimal.text(bytes) }

    /// The hash of an entry over its canonical form (docs/ledger-format.md).
    ///
    /// The form is the text `goldthread entry 1` and a line end, then each part: the partnership's id, the sequence, the
    /// hash of the entry before, the time, the commit's first sequence, the record's id, its kind, its number, the
    /// version, who, why, and the body. Numbers are 8 bytes, most significant first. Each text has the number of its
    /// bytes before it, so that nothing can move from one part into the next.
    static func of(_ entry: Entry, after previous: EntryHash, in partnership: RecordID) -> EntryHash {
        var form: [UInt8] = []
        form.reserveCapacity(256 + entry.body.utf8.count)
        func put(_ number: Int) {
            withUnsafeBytes(of: Int64(number).bigEndian) { form.append(contentsOf: $0) }
        }
        func put(_ text: String) {
            put(text.utf8.count)
            form.append(contentsOf: text.utf8)
        }
        form.append(contentsOf: "goldthread entry 1\n".utf8)
        form.append(contentsOf: partnership.bytes)
        put(entry.sequence)
        form.append(contentsOf: previous.bytes)
        put(entry.at.microseconds)
        put(entry.commit)
        form.append(contentsOf: entry.id.bytes)
        put(entry.reference.kind.prefix)
        put(entry.reference.number)
        put(entry.version)
        put(entry.actor)
        put(entry.reason)
        put(entry.body)
        return EntryHash(SHA256.hash(data: form))
    }
}

/// The hash by which papers are kept.
public enum PaperHash {
    /// SHA-256 of bytes, in 64 small hexadecimal digits.
    public static func of(_ bytes: [UInt8]) -> String { Hexadecimal.text(self.bytes(of: bytes)) }

    static func bytes(of bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }
}

enum Hexadecimal {
    private static let digits = Array("0123456789abcdef".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
