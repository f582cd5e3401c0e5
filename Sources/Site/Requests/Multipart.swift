import Foundation

/// Reads `multipart/form-data` (RFC 7578), as browsers send forms with files.
enum Multipart {
    /// The most parts of one form.
    private static let mostParts = 500

    /// The boundary that a content type names; nil where it is no such form.
    static func boundary(_ contentType: String) -> String? {
        let parts = contentType.split(separator: ";").map { String($0).trimmed }
        guard parts.first?.lowercased() == "multipart/form-data",
            let named = parts.first(where: { $0.lowercased().hasPrefix("boundary=") })
        else { return nil }
        let boundary = named.dropFirst("boundary=".count).filter { $0 != "\"" }
        return (1...70).contains(boundary.utf8.count) ? String(boundary) : nil
    }

    /// The fields and files of a form.
    /// - Throws: `Refusal.cutOff` where it ends before its end, `.bad` where its parts say nothing of themselves.
    static func read(_ body: [UInt8], boundary: String) throws(Refusal) -> (fields: Fields, files: [SentFile]) {
        var fields: [(name: String, value: String)] = []
        var files: [SentFile] = []
        try read(body, boundary, &fields, &files)
        return (Fields(fields), files)
    }

    /// As much as there is in the beginning of a form: what stands before the place where it cannot be read.
    static func beginning(_ body: [UInt8], boundary: String) -> (fields: Fields, files: [SentFile]) {
        var fields: [(name: String, value: String)] = []
        var files: [SentFile] = []
        // With its last part closed, a file that was cut off is still known by its name.
        let end = Array("\r\n--\(boundary)--".utf8)
        try? read(body + end, boundary, &fields, &files)
        return (Fields(fields), files)
    }

    private static func read(
        _ body: [UInt8], _ boundary: String, _ fields: inout [(name: String, value: String)],
        _ files: inout [SentFile]
    ) throws(Refusal) {
        let mark = Array("--\(boundary)".utf8)
        guard var start = find(mark, in: body[...], from: 0) else { throw .bad("The form that was sent is empty.") }
        while true {
            start += mark.count
            if body[start...].starts(with: [45, 45]) { return }
            guard let end = find([13, 10] + mark, in: body[...], from: start) else {
                throw .cutOff
            }
            try read(body[start..<end], &fields, &files)
            guard fields.count + files.count <= mostParts else { throw .bad("The form has more than 500 parts.") }
            start = end + 2
        }
    }

    private static func read(
        _ part: ArraySlice<UInt8>, _ fields: inout [(name: String, value: String)], _ files: inout [SentFile]
    ) throws(Refusal) {
        let gap: [UInt8] = [13, 10, 13, 10]
        guard let end = find(gap, in: part, from: part.startIndex) else {
            throw .bad("A part of the form says nothing of itself.")
        }
        let head = String(decoding: part[part.startIndex..<end], as: UTF8.self)
        let body = part[(end + gap.count)...]
        let line = head.split(whereSeparator: \.isNewline).first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let line, let name = value("name", in: line) else {
            throw .bad("A part of the form has no name.")
        }
        if let file = value("filename", in: line) {
            // A field for files that was left empty sends a file without name and words.
            if !file.isEmpty || !body.isEmpty {
                let plain = file.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? "paper"
                files.append(SentFile(field: name, name: plain, bytes: Array(body)))
            }
        } else {
            fields.append((name, String(decoding: body, as: UTF8.self)))
        }
    }

    /// A quoted value of a header: `filename="plan.pdf"`; browsers write a quotation mark in it as `%22`.
    private static func value(_ name: String, in line: Substring) -> String? {
        guard let start = line.range(of: "; \(name)=\"") else { return nil }
        let rest = line[start.upperBound...]
        guard let end = rest.firstIndex(of: "\"") else { return nil }
        return String(rest[..<end]).replacing("%22", with: "\"").replacing("%0D%0A", with: " ")
    }

    /// Where a pattern begins next; by its first byte, which is rare in papers.
    private static func find(_ pattern: [UInt8], in bytes: ArraySlice<UInt8>, from: Int) -> Int? {
        var start = from
        while let index = bytes[start...].firstIndex(of: pattern[0]) {
            let end = index + pattern.count
            guard end <= bytes.endIndex else { return nil }
            if bytes[index..<end].elementsEqual(pattern) { return index }
            start = index + 1
        }
        return nil
    }
}
