import Hummingbird
import Ledger
import NIOCore
import Register

/// The file of a kept paper or of evidence, byte for byte.
enum KeptFile {
    static func answer(_ visit: Visit) async throws -> Response {
        let (paper, bytes) = try await visit.read { reader in
            let (_, record) = try visit.record("reference", [.paper], reader)
            guard let paper = record.content as? KeptPaper, let bytes = try reader.paper(paper.hash) else {
                throw Refusal.notFound("The ledger keeps no file of this paper.")
            }
            return (paper, bytes)
        }
        // Whatever it is, it is saved and not shown: a page among papers could act as one of the site's own.
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/octet-stream",
                .contentDisposition:
                    "attachment; filename=\"\(plain(paper.name))\"; filename*=UTF-8''\(encoded(paper.name))",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// A name in letters that every browser takes (RFC 6266, section 4.3).
    private static func plain(_ name: String) -> String {
        let letters = name.unicodeScalars.map { scalar -> Character in
            let isPlain =
                scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789.-_ ".unicodeScalars.contains(scalar))
            return isPlain ? Character(scalar) : "_"
        }
        return String(letters.prefix(120))
    }

    /// The name as it is, by RFC 8187.
    private static func encoded(_ name: String) -> String {
        name.utf8.prefix(600).map { byte in
            let isPlain = byte.isPlainInNames
            return isPlain
                ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}

extension UInt8 {
    fileprivate var isPlainInNames: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
