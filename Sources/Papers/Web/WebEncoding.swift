import Foundation

/// Finds out how the bytes of a web page stand for letters.
enum WebEncoding {
    /// The bytes as libxml2 is to read them, and the name of their encoding.
    ///
    /// A mark at the start counts first, then what the page says of itself, then whether the bytes are valid UTF-8.
    static func prepared(_ bytes: [UInt8]) -> (bytes: [UInt8], encoding: String) {
        let (found, skip) = TextEncoding.detect(bytes)
        if skip > 0 || found == .utf16LittleEndian || found == .utf16BigEndian || found == .utf8 {
            return (clean(valid(found.utf8(bytes, skip: skip))), "UTF-8")
        }
        switch named(bytes) {
        // Pages that call themselves Latin 1 or ASCII mean Windows-1252, as browsers know; so do pages that say nothing.
        case nil, "iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252", "utf-8", "utf8",
            // Where zeros do not stand between the letters, it is not UTF-16 whatever it says.
            "utf-16", "utf-16le", "utf-16be", "utf-32":
            return (clean(TextEncoding.windows1252.utf8(bytes, skip: 0)), "UTF-8")
        case let name?:
            // libxml2 leaves out all that follows a byte which the encoding does not have, and prints it.
            return (clean(converted(bytes, from: name) ?? TextEncoding.windows1252.utf8(bytes, skip: 0)), "UTF-8")
        }
    }

    /// The bytes with U+FFFD for what is no UTF-8, as a mark at the start may promise it wrongly.
    private static func valid(_ bytes: [UInt8]) -> [UInt8] { Array(String(decoding: bytes, as: UTF8.self).utf8) }

    /// The bytes in UTF-8, with U+FFFD for those that the encoding does not have; nil where nobody knows the encoding.
    private static func converted(_ bytes: [UInt8], from name: String) -> [UInt8]? {
        guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var text: [UInt8] = []
        var source = bytes.map { CChar(bitPattern: $0) }
        var buffer = [CChar](repeating: 0, count: 1 << 16)
        source.withUnsafeMutableBufferPointer { source in
            var input = source.baseAddress
            var left = source.count
            while left > 0 {
                let code = buffer.withUnsafeMutableBufferPointer { buffer in
                    var output = buffer.baseAddress
                    var room = buffer.count
                    let status = iconv(converter, &input, &left, &output, &room)
                    let code = status == -1 ? errno : 0
                    text.append(contentsOf: buffer.prefix(buffer.count - room).lazy.map { UInt8(bitPattern: $0) })
                    return code
                }
                if code != 0, code != E2BIG {
                    text.append(contentsOf: "\u{FFFD}".utf8)
                    input = input?.successor()
                    left -= 1
                }
            }
        }
        return text
    }

    /// Without zeros, which end a text for libxml2, and without the conditions that Word writes for old browsers
    /// (`<![if !supportLists]>`), which libxml2 takes for words.
    private static func clean(_ bytes: [UInt8]) -> [UInt8] {
        let mark = Array("<![".utf8)
        var clean: [UInt8] = []
        clean.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == mark[0], bytes[index...].starts(with: mark),
                let end = bytes[index..<min(index + 200, bytes.count)].firstIndex(of: UInt8(ascii: ">")),
                // The end of a comment is left, as are marked texts.
                bytes[end - 1] != .dash, index + 3 < bytes.count, bytes[index + 3] != UInt8(ascii: "C")
            {
                index = end + 1
                continue
            }
            if byte != 0 { clean.append(byte) }
            index += 1
        }
        return clean
    }

    /// The encoding that a page names in a `meta` near its start.
    private static func named(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(4_096), as: UTF8.self).lowercased()
        guard let range = head.firstRange(of: "charset=") else { return nil }
        let name = head[range.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
            .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        return name.isEmpty ? nil : String(name)
    }
}
