import Foundation

/// A web page saved with its pictures in one file, as a mail is: .mht, .mhtml.
enum WebArchive {
    /// The page within such a file; nil for any other file.
    static func page(_ bytes: [UInt8]) -> [UInt8]? {
        let head = String(decoding: bytes.prefix(4_000), as: UTF8.self)
        guard head.lowercased().contains("mime-version:"), let type = head.lowercased().firstRange(of: "content-type:")
        else {
            return nil
        }
        // The file is read in Latin 1, which leaves each byte as it is.
        let text = bytes
        guard head[type.upperBound...].lowercased().contains("multipart"), let boundary = boundary(head) else {
            return part(text[...])
        }
        for range in split(text, by: Array("--\(boundary)".utf8)) {
            if let page = part(text[range]) { return page }
        }
        return nil
    }

    private static func boundary(_ head: String) -> String? {
        guard let range = head.lowercased().firstRange(of: "boundary=") else { return nil }
        // Lowercasing keeps ASCII in place, but may not keep other letters: the place is found by counting bytes.
        let offset = head.lowercased().utf8.distance(from: head.lowercased().utf8.startIndex, to: range.upperBound)
        let rest = String(decoding: head.utf8.dropFirst(offset), as: UTF8.self)
        let name =
            rest.hasPrefix("\"")
            ? rest.dropFirst().prefix { $0 != "\"" } : rest.prefix { !$0.isWhitespace && $0 != ";" }
        return name.isEmpty || name.count > 200 ? nil : String(name)
    }

    private static func split(_ bytes: [UInt8], by mark: [UInt8]) -> [Range<Int>] {
        var starts: [Int] = []
        var index = 0
        while index + mark.count <= bytes.count, starts.count < 10_000 {
            let isLineStart = index == 0 || bytes[index - 1] == .newline
            if isLineStart, bytes[index..<(index + mark.count)].elementsEqual(mark) { starts.append(index) }
            guard let next = bytes[index...].firstIndex(of: .newline) else { break }
            index = next + 1
        }
        return zip(starts, starts.dropFirst() + [bytes.count]).map { ($0 + mark.count)..<max($1, $0 + mark.count) }
    }

    /// The body of a part that is a web page, decoded.
    private static func part(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        var end = bytes.startIndex
        var blank = bytes.startIndex
        // The first empty line ends the headers.
        while end < bytes.endIndex {
            let next = bytes[end...].firstIndex(of: .newline) ?? bytes.endIndex
            let line = bytes[end..<next]
            if end > bytes.startIndex + 2, line.allSatisfy({ $0 == 13 }) {
                blank = end
                end = min(next + 1, bytes.endIndex)
                break
            }
            end = min(next + 1, bytes.endIndex)
            if end - bytes.startIndex > 10_000 { return nil }
        }
        let headers = String(decoding: bytes[bytes.startIndex..<max(blank, bytes.startIndex)], as: UTF8.self)
            .lowercased()
        guard headers.contains("text/html") else { return nil }
        let body = bytes[end...]
        if headers.contains("quoted-printable") { return quotedPrintable(body) }
        if headers.contains("base64") {
            return Data(base64Encoded: Data(body), options: .ignoreUnknownCharacters).map { [UInt8]($0) }
        }
        return Array(body)
    }

    private static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(body.count)
        var index = body.startIndex
        while index < body.endIndex {
            let byte = body[index]
            index += 1
            guard byte == UInt8(ascii: "=") else {
                plain.append(byte)
                continue
            }
            // A sign of equality at the end of a line: the line goes on.
            if index < body.endIndex, body[index] == 13 { index += 1 }
            if index < body.endIndex, body[index] == .newline {
                index += 1
                continue
            }
            guard index + 1 < body.endIndex,
                let value = UInt8(String(decoding: body[index...(index + 1)], as: UTF8.self), radix: 16)
            else { continue }
            plain.append(value)
            index += 2
        }
        return plain
    }
}
