import Foundation

/// How the bytes of a rich text stand for letters: by the file's code page or by that of a font.
enum RichTextCodePage {
    /// The text of bytes in a code page; pages that are not known are read as Windows-1252.
    static func text(_ bytes: [UInt8], page: Int) -> String {
        if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
        if page == 65001 { return String(decoding: bytes, as: UTF8.self) }
        if let encoding = encodings[page], let text = String(bytes: bytes, encoding: encoding) { return text }
        return String(decoding: TextEncoding.windows1252.utf8(bytes, skip: 0), as: UTF8.self)
    }

    /// The code page of a font by its character set.
    static func page(ofCharset charset: Int) -> Int? {
        [77: 10000, 128: 932, 161: 1253, 162: 1254, 204: 1251, 238: 1250][charset]
    }

    private static let encodings: [Int: String.Encoding] = [
        1250: .windowsCP1250, 1251: .windowsCP1251, 1253: .windowsCP1253, 1254: .windowsCP1254, 932: .shiftJIS,
        10000: .macOSRoman, 28591: .isoLatin1, 28592: .isoLatin2,
    ]
}
