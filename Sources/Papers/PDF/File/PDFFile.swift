import Foundation

/// A PDF file as qpdf puts it in order: one plain table of objects, no encryption, no objects within streams.
///
/// Only what is drawn is read from it. The words are poppler's to read.
final class PDFFile: @unchecked Sendable {
    private let data: Data
    /// For each object by its number, where it begins; 0 where there is none.
    private var offsets: [Int] = []
    private var trailer: [String: PDFValue] = [:]

    /// Sheets of the file, in order.
    private(set) var pages: [Page] = []

    /// A sheet: its dictionary with what it inherits.
    struct Page {
        var contents: PDFValue
        var resources: PDFValue
        /// Left, lower, right and upper edge, in points.
        var mediaBox: [Double]
        /// Degrees clockwise, a multiple of 90.
        var rotation: Int
    }

    /// A stream: its dictionary and its packed bytes.
    struct Stream {
        var entries: [String: PDFValue]
        var range: Range<Int>
    }

    /// The file at a path, opened without reading it whole; nil where it is not as qpdf writes files.
    convenience init?(path: String) {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else { return nil }
        self.init(data)
    }

    init?(_ data: Data) {
        self.data = data
        guard readTable() else { return nil }
        readPages()
    }

    /// Lets the system take back the memory in which parts of the file were looked at; they can be looked at again.
    func letGo() {
        #if os(Linux)
            data.withUnsafeBytes { bytes in
                guard let start = bytes.baseAddress else { return }
                _ = madvise(UnsafeMutableRawPointer(mutating: start), bytes.count, 21)  // MADV_PAGEOUT, as of Linux 5.4
            }
        #endif
    }

    private func bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        data.withUnsafeBytes { body($0.bindMemory(to: UInt8.self)) }
    }

    // MARK: Objects

    private func readTable() -> Bool {
        bytes { bytes in
            let tail = max(0, bytes.count - 64)
            guard let mark = PDFFile.find("startxref", in: bytes, from: tail) else { return false }
            var scanner = PDFScanner(bytes, from: mark + 9)
            guard case .value(let start) = scanner.next(), let offset = start.integer, offset < bytes.count else {
                return false
            }
            scanner = PDFScanner(bytes, from: offset)
            guard case .word("xref") = scanner.next() else { return false }
            while let token = scanner.next() {
                guard case .value(let first) = token, let from = first.integer,
                    case .value(let second) = scanner.next(),
                    let count = second.integer, from >= 0, count >= 0, from + count < bytes.count / 18 + 2
                else {
                    guard case .value(let last) = scanner.next() else { return false }
                    trailer = last.dictionary ?? [:]
                    return trailer["Root"] != nil
                }
                if offsets.count < from + count {
                    offsets += [Int](repeating: 0, count: from + count - offsets.count)
                }
                for number in from..<(from + count) {
                    guard case .value(let offset) = scanner.next(), case .value = scanner.next(),
                        case .word(let kind) = scanner.next()
                    else { return false }
                    offsets[number] = kind == "n" ? offset.integer ?? 0 : 0
                }
            }
            return false
        }
    }

    /// What a value says, where it stands elsewhere in the file.
    func resolve(_ value: PDFValue?) -> PDFValue {
        var value = value ?? .null
        for _ in 0..<8 {
            guard case .reference(let number) = value else { return value }
            value = object(number)?.0 ?? .null
        }
        return .null
    }

    /// The stream that a value points to.
    func stream(_ value: PDFValue?) -> Stream? {
        guard case .reference(let number) = value ?? .null, let (object, end) = object(number),
            let entries = object.dictionary, let length = resolve(entries["Length"]).integer
        else { return nil }
        return bytes { bytes in
            var start = end
            guard let mark = PDFFile.find("stream", in: bytes, from: start, within: 32) else { return nil }
            start = mark + 6
            if start < bytes.count, bytes[start] == 13 { start += 1 }
            if start < bytes.count, bytes[start] == .newline { start += 1 }
            guard length >= 0, start + length <= bytes.count else { return nil }
            return Stream(entries: entries, range: start..<(start + length))
        }
    }

    /// The bytes of a stream, unpacked; nil where they are packed in a way that drawings are not.
    func unpack(_ stream: Stream, limit: Int = 64_000_000) -> [UInt8]? {
        let filter = resolve(stream.entries["Filter"])
        let filters = filter.array?.compactMap { resolve($0).name } ?? filter.name.map { [$0] } ?? []
        return bytes { bytes in
            let packed = UnsafeBufferPointer(rebasing: bytes[stream.range])
            if filters.isEmpty { return Array(packed.prefix(limit)) }
            return filters == ["FlateDecode"] ? Inflate.unpack(packed, limit: limit) : nil
        }
    }

    /// An object and where it ends.
    private func object(_ number: Int) -> (PDFValue, Int)? {
        guard number > 0, number < offsets.count, offsets[number] > 0 else { return nil }
        return bytes { bytes in
            var scanner = PDFScanner(bytes, from: offsets[number])
            guard case .value = scanner.next(), case .value = scanner.next(), case .word("obj") = scanner.next(),
                case .value(let value) = scanner.next()
            else { return nil }
            // "12 0 R" alone: an object that is another's name.
            guard case .number = value else { return (value, scanner.index) }
            let end = scanner.index
            if case .value = scanner.next(), case .word("R") = scanner.next(), let target = value.integer {
                return (.reference(target), scanner.index)
            }
            return (value, end)
        }
    }

    private static func find(
        _ word: String, in bytes: UnsafeBufferPointer<UInt8>, from start: Int, within limit: Int = .max
    ) -> Int? {
        let word = Array(word.utf8)
        var index = start
        let end = min(bytes.count - word.count, limit == .max ? .max : start + limit)
        while index <= end {
            if bytes[index] == word[0], (1..<word.count).allSatisfy({ bytes[index + $0] == word[$0] }) { return index }
            index += 1
        }
        return nil
    }

    // MARK: Pages

    /// How many sheets are read of one file at most.
    static let pageLimit = 100_000

    private func readPages() {
        let root = resolve(trailer["Root"]).dictionary ?? [:]
        var visited = Set<Int>()
        var open: [(node: PDFValue, inherited: [String: PDFValue])] = [(root["Pages"] ?? .null, [:])]
        while let (node, inherited) = open.popLast(), pages.count < PDFFile.pageLimit {
            if case .reference(let number) = node, !visited.insert(number).inserted { continue }
            guard let entries = resolve(node).dictionary else { continue }
            var own = inherited
            for name in ["Resources", "MediaBox", "Rotate"] { if let value = entries[name] { own[name] = value } }
            if let kids = resolve(entries["Kids"]).array {
                for kid in kids.reversed() { open.append((kid, own)) }
            } else {
                let box = resolve(own["MediaBox"]).array?.compactMap { resolve($0).number } ?? []
                pages.append(
                    Page(
                        contents: entries["Contents"] ?? .null, resources: own["Resources"] ?? .null,
                        mediaBox: box.count == 4
                            ? [min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])]
                            : [0, 0, 612, 792],
                        rotation: ((resolve(own["Rotate"]).integer ?? 0) % 360 + 360) % 360))
            }
        }
    }
}
