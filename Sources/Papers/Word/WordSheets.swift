/// Counts the sheets of a Word file by the breaks that Word noted when it last showed it, and by those that were set.
struct WordSheets {
    private var number = 1
    /// Whether the file notes where its pages broke when it was last shown; only then are sheets known.
    private let isKnown: Bool
    /// Whether nothing has been printed since the last break: Word notes a break that was set a second time.
    private var isFresh = true
    /// How each section begins, in order.
    private let starts: [String]
    private var section = 0

    /// - Parameter bytes: The main part; it is searched before it is read, as a section says at its end how it begins.
    init(_ bytes: [UInt8]) {
        isKnown = WordSheets.offsets(of: "<w:lastRenderedPageBreak", in: bytes, limit: 1).isEmpty == false
        starts = WordSheets.offsets(of: "<w:sectPr", in: bytes, limit: 10_000).map { offset in
            let window = bytes[offset..<min(offset + 2_000, bytes.count)]
            let text = String(decoding: window, as: UTF8.self)
            let end = text.firstRange(of: "</w:sectPr>")?.lowerBound ?? text.endIndex
            guard let type = text[..<end].firstRange(of: "<w:type w:val=\"") else { return "nextPage" }
            return String(text[type.upperBound...].prefix { $0 != "\"" })
        }
    }

    /// The sheet that words stand on here.
    var sheet: Int? { isKnown ? number : nil }

    /// Words stand here.
    mutating func words() { isFresh = false }

    /// A break that Word noted; gives whether a new sheet begins.
    mutating func noted() -> Bool {
        if isFresh {
            isFresh = false
            return false
        }
        number += 1
        return true
    }

    /// A break that was set; gives whether a new sheet begins.
    mutating func set() -> Bool {
        number += 1
        isFresh = true
        return true
    }

    /// A paragraph that is to stand at the top of a sheet; gives whether a new one begins for it.
    mutating func top() -> Bool { isFresh ? false : set() }

    /// A section ends; gives whether the next begins on a new sheet.
    mutating func sectionEnd() -> Bool {
        section += 1
        guard starts.indices.contains(section) else { return false }
        return starts[section] == "continuous" || starts[section] == "nextColumn" ? false : set()
    }

    private static func offsets(of needle: String, in bytes: [UInt8], limit: Int) -> [Int] {
        let needle = Array(needle.utf8)
        var found: [Int] = []
        bytes.withUnsafeBufferPointer { bytes in
            guard let first = needle.first, bytes.count >= needle.count else { return }
            var index = 0
            while index <= bytes.count - needle.count, found.count < limit {
                if bytes[index] == first, bytes[index + 3] == needle[3],
                    bytes[index..<(index + needle.count)].elementsEqual(needle),
                    index + needle.count < bytes.count, !bytes[index + needle.count].isLetter
                {
                    found.append(index)
                    index += needle.count
                } else {
                    index += 1
                }
            }
        }
        return found
    }
}
