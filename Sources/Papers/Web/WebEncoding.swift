/// Finds out how the bytes of a web page stand for letters.
enum WebEncoding {
    /// The bytes as libxml2 is to read them, and the name of their encoding.
    ///
    /// A mark at the start counts first, then what the page says of itself, then whether the bytes are valid UTF-8.
    static func prepared(_ bytes: [UInt8]) -> (bytes: [UInt8], encoding: String) {
        let (found, skip) = TextEncoding.detect(bytes)
        if skip > 0 || found == .utf16LittleEndian || found == .utf16BigEndian || found == .utf8 {
            return (clean(found.utf8(bytes, skip: skip)), "UTF-8")
        }
        switch named(bytes) {
        // Pages that call themselves Latin 1 or ASCII mean Windows-1252, as browsers know; so do pages that say nothing.
        case nil, "iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252", "utf-8", "utf8":
            return (clean(TextEncoding.windows1252.utf8(bytes, skip: 0)), "UTF-8")
        case let name?: return (clean(bytes), name)
        }
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
