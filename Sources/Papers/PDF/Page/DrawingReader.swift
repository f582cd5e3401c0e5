/// Follows the drawing operators of a sheet (ISO 32000-1, 8) and keeps its ruling lines and filled areas.
struct DrawingReader {
    /// An area narrower than this is a line, in points.
    private static let thin = 3.0
    /// How many operators are followed on one sheet: a map may have millions, a table has thousands.
    private static let operatorLimit = 2_000_000
    private static let formDepth = 12
    /// How many bytes of drawing are followed on one sheet, forms that are drawn again counted again.
    private static let byteLimit = 128_000_000
    /// How many filled areas are kept of one sheet: a table has hundreds.
    private static let fillLimit = 20_000

    private struct State {
        var transform: Transform
        var fill: Colour? = Colour(red: 0, green: 0, blue: 0)
        var fillSpace = ColourSpace.grey
        var width = 1.0
        /// The rectangle outside which nothing is painted.
        var clip: Box?
    }

    private let file: PDFFile
    private var state: State
    private var saved: [State] = []
    private var drawing = Drawing()
    /// Outlines of the path so far, each a list of corners; curves make an outline none that matters.
    private var outlines: [Outline] = []
    /// Whether the path so far is to narrow the clip once it is painted.
    private var isClipping = false
    private var operators = 0
    private var room = DrawingReader.byteLimit
    /// The forms being drawn, by their place in the file: one that draws itself would never end.
    private var forms: Set<Int> = []

    private struct Outline {
        var corners: [(x: Double, y: Double)]
        var isClosed = false
        var isCurved = false
    }

    private init(_ file: PDFFile, _ page: PDFFile.Page) {
        self.file = file
        state = State(transform: .sheet(page))
    }

    /// What is drawn on a sheet; empty where it cannot be told.
    static func read(_ page: PDFFile.Page, of file: PDFFile) -> Drawing {
        var reader = DrawingReader(file, page)
        let resources = file.resolve(page.resources).dictionary ?? [:]
        var content: [UInt8] = []
        let contents = file.resolve(page.contents)
        for part in contents.array ?? [page.contents] {
            // An operator may be divided between parts only at white space.
            guard reader.room > 0 else { break }
            if let stream = file.stream(part), let bytes = file.unpack(stream, limit: min(reader.room, 64_000_000)) {
                reader.room -= bytes.count + 1000
                content += bytes + [.newline]
            }
        }
        reader.follow(content, resources, depth: 0)
        return reader.drawing
    }

    private mutating func follow(_ content: [UInt8], _ resources: [String: PDFValue], depth: Int) {
        content.withUnsafeBufferPointer { bytes in
            var scanner = PDFScanner(bytes)
            var operands: [PDFValue] = []
            while let token = scanner.next() {
                switch token {
                case .value(let value): if operands.count < 64 { operands.append(value) }
                case .word(let word):
                    operators += 1
                    guard operators < DrawingReader.operatorLimit else { return }
                    if word == "ID" {
                        scanner.skipInlineImage()
                        drawing.hasPicture = true
                    } else {
                        obey(word, operands, resources, depth)
                    }
                    operands.removeAll(keepingCapacity: true)
                }
            }
        }
    }

    private mutating func obey(
        _ word: String, _ operands: [PDFValue], _ resources: [String: PDFValue], _ depth: Int
    ) {
        func number(_ index: Int) -> Double { index < operands.count ? operands[index].number ?? 0 : 0 }
        switch word {
        case "q": if saved.count < 512 { saved.append(state) }
        case "Q": if let last = saved.popLast() { state = last }
        case "cm": state.transform = Transform(operands.compactMap(\.number)).then(state.transform)
        case "w": state.width = number(0)
        case "re": rectangle(number(0), number(1), number(2), number(3))
        case "m": outlines.append(Outline(corners: [state.transform.apply(number(0), number(1))]))
        case "l": line(number(0), number(1))
        case "c": curve(number(4), number(5))
        case "v", "y": curve(number(2), number(3))
        case "h": close()
        case "f", "F", "f*": paint(fills: true, strokes: false)
        case "S": paint(fills: false, strokes: true)
        case "s":
            close()
            paint(fills: false, strokes: true)
        case "B", "B*": paint(fills: true, strokes: true)
        case "b", "b*":
            close()
            paint(fills: true, strokes: true)
        case "n": endPath()
        case "W", "W*": isClipping = true
        case "g": setFill(.grey, operands)
        case "rg": setFill(.rgb, operands)
        case "k": setFill(.cmyk, operands)
        case "cs": state.fillSpace = space(operands.first, resources)
        case "sc", "scn": setFill(state.fillSpace, operands)
        case "Do": draw(operands.first?.name ?? "", resources, depth)
        default: break
        }
    }

    // MARK: Colours and forms

    private mutating func setFill(_ space: ColourSpace, _ operands: [PDFValue]) {
        state.fillSpace = space
        state.fill = space.colour(operands.compactMap(\.number))
    }

    private func space(_ operand: PDFValue?, _ resources: [String: PDFValue]) -> ColourSpace {
        guard let name = operand?.name else { return .other }
        let named = file.resolve(resources["ColorSpace"]).dictionary?[name]
        return ColourSpace.read(named.map(file.resolve) ?? .name(name), in: file)
    }

    private mutating func draw(_ name: String, _ resources: [String: PDFValue], _ depth: Int) {
        guard depth < DrawingReader.formDepth,
            let stream = file.stream(file.resolve(resources["XObject"]).dictionary?[name])
        else { return }
        guard file.resolve(stream.entries["Subtype"]).name == "Form" else {
            drawing.hasPicture = true
            return
        }
        let form = stream.range.lowerBound
        guard room > 0, !forms.contains(form), let content = file.unpack(stream, limit: min(room, 64_000_000)) else {
            return
        }
        // Beginning a form takes time too, however small it is.
        room -= content.count + 1000
        forms.insert(form)
        defer { forms.remove(form) }
        let (state, saved) = (state, saved)
        let matrix = file.resolve(stream.entries["Matrix"]).array?.compactMap { file.resolve($0).number } ?? []
        self.state.transform = Transform(matrix).then(state.transform)
        follow(content, file.resolve(stream.entries["Resources"]).dictionary ?? resources, depth: depth + 1)
        (self.state, self.saved) = (state, saved)
    }

    // MARK: Paths

    private mutating func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
        let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        let transform = state.transform
        outlines.append(Outline(corners: corners.map { transform.apply($0.0, $0.1) }, isClosed: true))
    }

    private mutating func line(_ x: Double, _ y: Double) {
        guard !outlines.isEmpty, outlines[outlines.count - 1].corners.count < 10_000 else { return }
        outlines[outlines.count - 1].corners.append(state.transform.apply(x, y))
    }

    private mutating func curve(_ x: Double, _ y: Double) {
        line(x, y)
        if !outlines.isEmpty { outlines[outlines.count - 1].isCurved = true }
    }

    private mutating func close() { if !outlines.isEmpty { outlines[outlines.count - 1].isClosed = true } }

    private mutating func paint(fills: Bool, strokes: Bool) {
        for outline in outlines {
            if outline.isCurved {
                if fills { fillSpot(outline) }
                continue
            }
            if fills { fill(outline) }
            if strokes { stroke(outline) }
        }
        endPath()
    }

    /// Forgets the path, and narrows the clip to its bounds where it was to clip.
    private mutating func endPath() {
        defer { outlines.removeAll(keepingCapacity: true) }
        guard isClipping else { return }
        isClipping = false
        let corners = outlines.flatMap(\.corners)
        guard let first = corners.first else { return }
        let bounds = corners.reduce(Box(left: first.x, top: first.y, right: first.x, bottom: first.y)) {
            $0.union(Box(left: $1.x, top: $1.y, right: $1.x, bottom: $1.y))
        }
        state.clip = clipped(bounds)
    }

    /// The part of a box that is painted; where none is, a box without size.
    private func clipped(_ box: Box) -> Box {
        guard let clip = state.clip else { return box }
        let (left, top) = (max(box.left, clip.left), max(box.top, clip.top))
        return Box(
            left: left, top: top, right: max(left, min(box.right, clip.right)),
            bottom: max(top, min(box.bottom, clip.bottom)))
    }

    private mutating func fill(_ outline: Outline) {
        guard let box = Self.rectangle(outline.corners).map(clipped) else { return }
        if box.height < Self.thin, box.width > box.height {
            keep(
                Drawing.Rule(
                    isHorizontal: true, position: (box.top + box.bottom) / 2, from: box.left, to: box.right))
        } else if box.width < Self.thin, box.height > box.width {
            keep(
                Drawing.Rule(
                    isHorizontal: false, position: (box.left + box.right) / 2, from: box.top, to: box.bottom))
        } else if let colour = state.fill, drawing.fills.count < Self.fillLimit {
            drawing.fills.append(Drawing.Fill(box: box, colour: colour))
        }
    }

    /// A round or rounded area of the size of a status light is one; anything larger is a picture.
    private mutating func fillSpot(_ outline: Outline) {
        let (xs, ys) = (outline.corners.map(\.x), outline.corners.map(\.y))
        guard let colour = state.fill, let left = xs.min(), let right = xs.max(), let top = ys.min(),
            let bottom = ys.max(), (4...80).contains(right - left), (4...80).contains(bottom - top),
            drawing.fills.count < Self.fillLimit
        else { return }
        drawing.fills.append(
            Drawing.Fill(box: Box(left: left, top: top, right: right, bottom: bottom), colour: colour))
    }

    private mutating func stroke(_ outline: Outline) {
        // A stroke as wide as a bar of a chart is no ruling line.
        guard state.width * state.transform.scale < 8 else { return }
        var corners = outline.corners
        if outline.isClosed, let first = corners.first { corners.append(first) }
        for (from, to) in zip(corners, corners.dropFirst()) {
            if (from.y - to.y).magnitude < 0.5 {
                keep(Drawing.Rule(isHorizontal: true, position: from.y, from: min(from.x, to.x), to: max(from.x, to.x)))
            } else if (from.x - to.x).magnitude < 0.5 {
                keep(
                    Drawing.Rule(isHorizontal: false, position: from.x, from: min(from.y, to.y), to: max(from.y, to.y)))
            }
        }
    }

    private mutating func keep(_ rule: Drawing.Rule) {
        if rule.to - rule.from > 1, drawing.rules.count < 200_000 { drawing.rules.append(rule) }
    }

    /// The rectangle that four or five corners stand for, if its sides run along the page and down it.
    private static func rectangle(_ corners: [(x: Double, y: Double)]) -> Box? {
        guard corners.count >= 4, corners.count <= 6 else { return nil }
        let (xs, ys) = (corners.map(\.x), corners.map(\.y))
        guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else { return nil }
        let isUpright = corners.allSatisfy {
            ($0.x - left < 0.5 || right - $0.x < 0.5) && ($0.y - top < 0.5 || bottom - $0.y < 0.5)
        }
        return isUpright ? Box(left: left, top: top, right: right, bottom: bottom) : nil
    }
}
