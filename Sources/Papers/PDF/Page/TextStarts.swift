/// Where on a sheet text begins in some font: what tells the size and weight of each word that poppler finds.
struct TextStarts {
    /// A place where text begins, in points from the upper left corner of the sheet as it is read.
    private struct Start {
        /// Along the line, in the direction in which its letters follow one another.
        var along: Double
        /// The half point down from the line above in which the letters' feet stand.
        var band: Int
        /// Of the letters; 0 where it cannot be told.
        var size: Double
        var isBold: Bool
    }

    /// A direction of writing on the sheet.
    private enum Way: Int, CaseIterable {
        case right, down, left, up

        /// The way of a line that goes so far across and down.
        static func of(_ x: Double, _ y: Double) -> Way {
            x.magnitude >= y.magnitude ? (x < 0 ? .left : .right) : (y < 0 ? .up : .down)
        }

        /// A box as it lies when the sheet is turned so that this way is to the right.
        func turned(_ box: Box) -> Box {
            switch self {
            case .right: box
            case .down: Box(left: box.top, top: -box.right, right: box.bottom, bottom: -box.left)
            case .left: Box(left: -box.right, top: -box.bottom, right: -box.left, bottom: -box.top)
            case .up: Box(left: -box.bottom, top: box.left, right: -box.top, bottom: box.right)
            }
        }
    }

    /// The starts of one way of writing, by bands and along each of them.
    private struct Lines {
        var starts: [Start] = []
        /// Where each band begins among the starts.
        var bands: [(band: Int, first: Int)] = []

        mutating func sort() {
            // In the order in which they were drawn where they stand on each other.
            let order = starts.indices.sorted {
                (starts[$0].band, starts[$0].along, $0) < (starts[$1].band, starts[$1].along, $1)
            }
            starts = order.map { starts[$0] }
            for (index, start) in starts.enumerated() where start.band != bands.last?.band {
                bands.append((start.band, index))
            }
        }

        /// The last start before a word that stands on its line.
        func start(of box: Box) -> Start? {
            // Feet stand in the lower half of a word's box; those of the lines above and below do not.
            let (top, bottom) = (box.top + 0.5 * box.height, box.bottom + 0.5)
            guard top.magnitude < 1e6, bottom.magnitude < 1e6 else { return nil }
            var found: Start?
            var line = firstIndex(count: bands.count) { bands[$0].band >= Int(top * 2) }
            let last = min(bands.count, line + TextStarts.bandLimit)
            while line < last, bands[line].band <= Int(bottom * 2) {
                let first = bands[line].first
                let end = line + 1 < bands.count ? bands[line + 1].first : starts.count
                let after = first + firstIndex(count: end - first) { starts[first + $0].along > box.left + 0.6 }
                if after > first, starts[after - 1].along >= found?.along ?? -.infinity { found = starts[after - 1] }
                line += 1
            }
            return found
        }

        private func firstIndex(count: Int, where isPast: (Int) -> Bool) -> Int {
            var (low, high) = (0, count)
            while low < high {
                let middle = (low + high) / 2
                if isPast(middle) { high = middle } else { low = middle + 1 }
            }
            return low
        }
    }

    private var lines = [Lines](repeating: Lines(), count: Way.allCases.count)
    private var count = 0
    /// How many starts are kept of one sheet: one in which each letter is put by itself has some thousands.
    private static let limit = 100_000
    /// How many bands are looked through for a word: letters of the size of a sheet stand for themselves.
    private static let bandLimit = 64

    /// Notes where text begins.
    /// - Parameter transform: From the text's own coordinates to the sheet's.
    mutating func add(_ style: TextPen.Style, _ transform: Transform, lineWidth: Double) {
        guard count < TextStarts.limit else { return }
        count += 1
        let (x, y) = transform.apply(0, style.rise)
        let way = Way.of(transform.a * (style.size < 0 ? -1 : 1), transform.b * (style.size < 0 ? -1 : 1))
        let point = way.turned(Box(left: x, top: y, right: x, bottom: y))
        guard point.left.magnitude < 1e6, point.top.magnitude < 1e6 else { return }
        let size = style.size.magnitude * (transform.c * transform.c + transform.d * transform.d).squareRoot()
        // Letters that a scan was read into are not seen, and of no size of their own.
        let isSeen = style.mode != 3 && style.mode != 7
        // A hairline around letters makes none bold.
        let isStroked = style.mode % 4 == 2 && lineWidth > 0.01 * size
        lines[way.rawValue].starts.append(
            Start(
                along: point.left, band: Int(point.top * 2),
                size: isSeen && style.font?.isDrawn != true && size.isFinite ? size : 0,
                isBold: isSeen && (style.font?.isBold == true || isStroked)))
    }

    /// Gives the words of a sheet, before it is turned, the size and weight of the text that they stand in.
    consuming func dress(_ page: inout WordPage) {
        for way in Way.allCases { lines[way.rawValue].sort() }
        for index in page.words.indices {
            guard let start = start(of: page.words[index]) else { continue }
            page.words[index].isBold = start.isBold
            if start.size > 0 { page.words[index].size = start.size }
        }
    }

    private func start(of word: Word) -> Start? {
        let isLying = word.box.width >= word.box.height
        let standing = isLying ? nil : nearest(to: word.box, [.down, .up])
        // A single letter is higher than it is wide, whichever way it runs.
        if !isLying, standing != nil, word.text.unicodeScalars.count > 1 { return standing?.start }
        let lying = nearest(to: word.box, [.right, .left])
        guard let standing, lying.map({ standing.distance < $0.distance }) != false else { return lying?.start }
        return standing.start
    }

    private func nearest(to box: Box, _ ways: [Way]) -> (start: Start, distance: Double)? {
        var found: (start: Start, distance: Double)?
        for way in ways where !lines[way.rawValue].starts.isEmpty {
            let turned = way.turned(box)
            guard let start = lines[way.rawValue].start(of: turned) else { continue }
            let distance = turned.left - start.along
            if distance < found?.distance ?? .infinity { found = (start, distance) }
        }
        return found
    }
}
