/// Where a link leads: a path of this site with a query, or nothing else. Whoever makes one names parts, never a string that
/// could be a script or another site.
public struct Address: Sendable, Hashable, CustomStringConvertible {
    /// As it stands in a link, percent-encoded.
    public let text: String

    /// A path of this site by its parts, with a query and a place on the page; all are encoded. A part that is empty, "." or ".."
    /// would lead elsewhere and is written as "-".
    public init(path: [String], query: [(name: String, value: String)] = [], fragment: String? = nil) {
        var bytes: [UInt8] = []
        for part in path {
            bytes.append(UInt8(ascii: "/"))
            Address.encode(["", ".", ".."].contains(part) ? "-" : part, into: &bytes)
        }
        if path.isEmpty { bytes.append(UInt8(ascii: "/")) }
        for (index, pair) in query.enumerated() {
            bytes.append(index == 0 ? UInt8(ascii: "?") : UInt8(ascii: "&"))
            Address.encode(pair.name, into: &bytes)
            bytes.append(UInt8(ascii: "="))
            Address.encode(pair.value, into: &bytes)
        }
        if let fragment {
            bytes.append(UInt8(ascii: "#"))
            Address.encode(fragment, into: &bytes)
        }
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// A place on the same page.
    public init(fragment: String) {
        var bytes = [UInt8(ascii: "#")]
        Address.encode(fragment, into: &bytes)
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// For messages.
    public var description: String { text }

    /// RFC 3986, section 2.3: what is not reserved stays; all else is encoded byte by byte.
    private static func encode(_ part: String, into bytes: inout [UInt8]) {
        for byte in part.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes.append(UInt8(ascii: "%"))
                bytes.append(hexadecimal(byte >> 4))
                bytes.append(hexadecimal(byte & 15))
            }
        }
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 { digit < 10 ? 48 + digit : 55 + digit }
}
