/// Stretches of a sheet's text in one size and weight, as `pdftohtml -xml` finds them.
struct FontSpans {
    private struct Span {
        var box: Box
        var size: Double
        var isBold: Bool
    }

    /// Spans by where they stand down the sheet, in bands of some points.
    private var bands: [Int: [Span]] = [:]
    private static let band = 24.0
    /// Spans that run up or down the sheet: poppler says where they begin, not how far they reach.
    private var turned: [(x: Double, start: Double, size: Double, isBold: Bool)] = []

    /// The spans of each sheet of a printout, by its number.
    static func read(_ bytes: [UInt8]) -> [Int: FontSpans] {
        var pages: [Int: FontSpans] = [:]
        var sizes: [Int: Double] = [:]
        var number = 0
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: .newline) ?? bytes.count
            let line = bytes[start..<end]
            start = end + 1
            if line.starts(with: "<text ".utf8) {
                pages[number, default: FontSpans()].add(line, sizes)
            } else if let open = line.firstIndex(of: UInt8(ascii: "<")) {
                let tag = line[open...]
                if tag.starts(with: "<page ".utf8) {
                    number = attribute("number", tag) ?? 0
                } else if tag.starts(with: "<fontspec ".utf8), let id = attribute("id", tag) {
                    // Sizes are printed at one and a half times their points.
                    sizes[id] = Double(attribute("size", tag) ?? 0) / 1.5
                }
            }
        }
        return pages
    }

    /// Gives the words of a sheet, before it is turned, the size and weight of the text that they stand in.
    func dress(_ page: inout WordPage) {
        let turn = SheetTurn.turn(of: page)
        let turned = turned.sorted { $0.x < $1.x }
        for index in page.words.indices {
            if turn != .none, page.words[index].box.height > page.words[index].box.width {
                FontSpans.dress(&page.words[index], turn, turned)
            } else {
                dress(&page.words[index])
            }
        }
    }

    /// A word that runs up or down belongs to the last span of its line that begins before it.
    private static func dress(
        _ word: inout Word, _ turn: WordPage.Turn, _ spans: [(x: Double, start: Double, size: Double, isBold: Bool)]
    ) {
        var (low, high) = (0, spans.count)
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].x < word.box.left - 1 { low = middle + 1 } else { high = middle }
        }
        let line = spans[low...].prefix { $0.x <= word.box.right + 1 }
        let isDown = turn == .anticlockwise
        let before = line.filter { isDown ? $0.start <= word.box.top + 2 : $0.start >= word.box.bottom - 2 }
        guard let span = before.max(by: { isDown ? $0.start < $1.start : $0.start > $1.start }) else { return }
        word.isBold = span.isBold
        if span.size > 0 { word.size = span.size }
    }

    private func dress(_ word: inout Word) {
        let (x, y) = (word.centre, word.middle)
        guard
            let span = bands[Int(y / FontSpans.band)]?.last(where: {
                $0.box.left - 1 <= x && x <= $0.box.right + 1 && $0.box.top - 1 <= y && y <= $0.box.bottom + 1
            })
        else { return }
        word.isBold = span.isBold
        if span.size > 0 { word.size = span.size }
    }

    private mutating func add(_ line: ArraySlice<UInt8>, _ sizes: [Int: Double]) {
        func points(_ name: String) -> Double { Double(FontSpans.attribute(name, line) ?? 0) / 1.5 }
        guard let open = line.firstIndex(of: UInt8(ascii: ">")), let font = FontSpans.attribute("font", line) else {
            return
        }
        let (left, top, width, height) = (points("left"), points("top"), points("width"), points("height"))
        // Weight changes within a line: where, is told by how many letters stand before.
        var parts: [(count: Int, isBold: Bool)] = []
        var isBold = false
        var inTag = false
        for (offset, byte) in line[(open + 1)...].enumerated() {
            let position = open + 1 + offset
            if byte == UInt8(ascii: "<") {
                inTag = true
                if line[position...].starts(with: "<b>".utf8) { isBold = true }
                if line[position...].starts(with: "</b>".utf8) { isBold = false }
                if line[position...].starts(with: "</text>".utf8) { break }
            } else if byte == UInt8(ascii: ">") {
                inTag = false
            } else if !inTag, byte & 0xC0 != 0x80 {
                if parts.last?.isBold == isBold {
                    parts[parts.count - 1].count += 1
                } else {
                    parts.append((1, isBold))
                }
            }
        }
        let total = Double(parts.reduce(0) { $0 + $1.count })
        guard total > 0 else { return }
        if width == 0 {
            // What is printed is the corner of a box that lies along the sheet; letters stand on the line at its foot.
            if turned.count < 100_000 {
                turned.append((left, top + 0.82 * height, sizes[font] ?? 0, parts.first?.isBold == true))
            }
            return
        }
        var position = left
        for part in parts {
            let end = position + width * Double(part.count) / total
            let box = Box(left: position, top: top, right: end, bottom: top + height)
            insert(Span(box: box, size: sizes[font] ?? 0, isBold: part.isBold))
            position = end
        }
    }

    private mutating func insert(_ span: Span) {
        let (first, last) = (Int(span.box.top / FontSpans.band), Int(span.box.bottom / FontSpans.band))
        guard first >= -1000, last - first < 100 else { return }
        for band in first...max(first, last) { bands[band, default: []].append(span) }
    }

    /// The whole number of an attribute: `top="88"`.
    private static func attribute(_ name: String, _ tag: ArraySlice<UInt8>) -> Int? {
        let key = Array(" \(name)=\"".utf8)
        guard tag.count > key.count else { return nil }
        var index = tag.startIndex
        let limit = min(tag.endIndex - key.count, tag.startIndex + 300)
        while index < limit {
            if tag[index] == .space, tag[index...].starts(with: key) {
                let digits = tag[(index + key.count)...].prefix(while: { $0.isDigit || $0 == .dash })
                // Nothing on a sheet is larger; what says so is a mistake or made to do harm.
                return Int(String(decoding: digits, as: UTF8.self)).map { min(max($0, -1_000_000), 1_000_000) }
            }
            index += 1
        }
        return nil
    }
}
