/// Reads the layout of comma-separated values, and of those that semicolons, tabs or pipes separate.
struct DelimitedLayout {
    /// - Throws: `PaperError.empty` where no record has words.
    static func read(_ bytes: [UInt8], name: String) throws(PaperError) -> Layout {
        let (encoding, skip) = TextEncoding.detect(bytes)
        let text = encoding.utf8(bytes, skip: skip)
        guard let delimiter = delimiter(of: text) else { throw .empty(name: name) }
        var sheet = Sheet(name: "")
        for (number, record) in records(text, delimiter, limit: .max).enumerated() {
            var row = Sheet.Row(number: number)
            for (column, field) in record.enumerated() where !field.allSatisfy(\.isWhitespace) {
                row.cells.append(Sheet.Cell(column: column, text: field))
            }
            if !row.cells.isEmpty { sheet.rows.append(row) }
        }
        return Layout(elements: SheetLayout.elements(of: [sheet]))
    }

    /// Whether a text is a table of separated values: records of as many fields, few of them as long as a sentence.
    static func reads(_ bytes: [UInt8]) -> Bool {
        let (encoding, skip) = TextEncoding.detect(Array(bytes.prefix(1 << 16)))
        return delimiter(of: encoding.utf8(Array(bytes.prefix(1 << 16)), skip: skip)) != nil
    }

    /// How many records are looked at to tell what separates their fields.
    private static let sample = 60

    private static func delimiter(of text: [UInt8]) -> UInt8? {
        let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), .tab]
        let found = candidates.compactMap { delimiter -> (UInt8, Int)? in
            let records = records(text, delimiter, limit: sample).filter { record in
                record.contains { !$0.allSatisfy(\.isWhitespace) }
            }
            let counts = Dictionary(grouping: records, by: \.count).mapValues(\.count)
            guard let (fields, usual) = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), fields >= 2,
                records.count >= 2, usual * 10 >= records.count * 8
            else { return nil }
            // Only programs put a field in quotation marks right behind a separator.
            let isQuoted = quotedFields(text, delimiter) * 4 >= records.count && usual * 10 >= records.count * 9
            return isQuoted || reads(records.filter { $0.count == fields }) ? (delimiter, usual * fields) : nil
        }
        return found.max { $0.1 < $1.1 }?.0
    }

    /// Whether records read like a table's: their first has a short name in nearly every field. Prose has commas too,
    /// but behind each stands a blank; and tables within a text have words around them.
    private static func reads(_ records: [[String]]) -> Bool {
        // Titles and keys may stand above it, in few fields of their records.
        let header = records.prefix(12).firstIndex { record in
            let named = record.count { !$0.isEmpty && $0.utf8.count <= 60 && $0.first?.isWhitespace == false }
            return named > 1 && named * 3 >= record.count * 2
        }
        guard let header, header + 1 < records.count else { return false }
        let records = records[header...]
        let fields = records.dropFirst().flatMap { $0.dropFirst() }.filter { !$0.isEmpty }
        let spaced = fields.count { $0.first?.isWhitespace == true }
        return spaced * 2 <= fields.count
    }

    /// How many fields of the first records stand in quotation marks.
    private static func quotedFields(_ text: [UInt8], _ delimiter: UInt8) -> Int {
        let head = text.prefix(20_000)
        return zip(head, head.dropFirst()).count { $0 == delimiter && $1 == UInt8(ascii: "\"") }
    }

    /// The fields of each record. A field in quotation marks may hold the separator, line ends and doubled marks.
    private static func records(_ text: [UInt8], _ delimiter: UInt8, limit: Int) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var index = 0
        func close() {
            record.append(String(decoding: field, as: UTF8.self))
            field.removeAll(keepingCapacity: true)
        }
        while index < text.count, records.count < limit {
            let byte = text[index]
            index += 1
            if isQuoted {
                if byte != UInt8(ascii: "\"") {
                    field.append(byte)
                } else if index < text.count, text[index] == UInt8(ascii: "\"") {
                    field.append(byte)
                    index += 1
                } else {
                    isQuoted = false
                }
            } else if byte == UInt8(ascii: "\""), field.isEmpty {
                isQuoted = true
            } else if byte == delimiter {
                close()
            } else if byte == .newline || byte == 13 {
                if byte == 13, index < text.count, text[index] == .newline { index += 1 }
                close()
                records.append(record)
                record = []
            } else {
                field.append(byte)
            }
        }
        if !field.isEmpty || !record.isEmpty, records.count < limit {
            close()
            records.append(record)
        }
        return records
    }
}
