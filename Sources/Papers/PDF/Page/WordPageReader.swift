/// Reads what `pdftotext -tsv` prints: a line for each sheet, flow, line and word, its parts divided by tabs.
struct WordPageReader {
    private let bytes: [UInt8]
    private var index = 0
    private var fields: [Range<Int>] = []

    /// The sheets of a printout, in order.
    static func read(_ bytes: [UInt8]) -> [WordPage] {
        var reader = WordPageReader(bytes)
        var pages: [WordPage] = []
        while reader.nextLine() {
            switch reader.whole(0) {
            case 1:
                pages.append(
                    WordPage(number: reader.whole(1), width: reader.number(8), height: reader.number(9)))
            case 5:
                guard let page = pages.indices.last, reader.fields.count > 11 else { continue }
                let (left, top) = (reader.number(6), reader.number(7))
                let box = Box(
                    left: left, top: top, right: left + reader.number(8), bottom: top + reader.number(9))
                pages[page].words.append(Word(box: box, text: reader.text(11), size: box.height * 0.85))
            default: continue
            }
        }
        return pages
    }

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    private mutating func nextLine() -> Bool {
        guard index < bytes.count else { return false }
        fields.removeAll(keepingCapacity: true)
        var start = index
        while index < bytes.count, bytes[index] != .newline {
            // A tab within a word is the word's.
            if bytes[index] == .tab, fields.count < 11 {
                fields.append(start..<index)
                start = index + 1
            }
            index += 1
        }
        fields.append(start..<index)
        index += 1
        return true
    }

    private func whole(_ field: Int) -> Int {
        guard field < fields.count else { return 0 }
        var value = 0
        for byte in bytes[fields[field]] {
            guard byte.isDigit, value < 100_000_000 else { return value }
            value = value * 10 + Int(byte - 48)
        }
        return value
    }

    private func number(_ field: Int) -> Double {
        guard field < fields.count else { return 0 }
        var digits = DecimalDigits()
        for byte in bytes[fields[field]] { _ = digits.take(byte) }
        // A sheet is 14,400 points long at most; what stands farther off is a mistake or made to do harm.
        return max(-1_000_000, min(digits.value, 1_000_000))
    }

    private func text(_ field: Int) -> String { String(decoding: bytes[fields[field]], as: UTF8.self) }
}
