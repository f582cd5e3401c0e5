/// Follows the operators that show text (ISO 32000-1, 9.4) as far as it takes to tell where each font begins.
struct TextPen {
    /// What text is set in, which is saved and restored with the rest of the graphics state.
    struct Style {
        var font: PageFont?
        var size = 0.0
        var leading = 0.0
        var rise = 0.0
        var signSpace = 0.0
        var wordSpace = 0.0
        var stretch = 1.0
        /// 2 fills letters and strokes them, which makes them bold; 3 shows nothing.
        var mode = 0
    }

    /// From the text's own coordinates to the page's.
    private(set) var matrix = Transform()
    private var lineMatrix = Transform()
    /// Text shown since the pen was last put somewhere: how far that moved it is only asked where another font follows.
    private var shown: [(bytes: UnsafeBufferPointer<UInt8>, style: Style)] = []

    /// `BT`: text begins at the origin.
    mutating func begin() { put(Transform()) }

    /// `Tm`: lines now begin here.
    mutating func put(_ transform: Transform) {
        (matrix, lineMatrix) = (transform, transform)
        shown.removeAll(keepingCapacity: true)
    }

    /// `Td`: the next line begins so far from the last.
    mutating func move(_ x: Double, _ y: Double) { put(Transform([1, 0, 0, 1, x, y]).then(lineMatrix)) }

    /// Notes that a string, or strings in brackets, are shown; gives whether they begin a stretch in another style than
    /// the text that they stand right behind.
    ///
    /// - Parameter bytes: Must outlive the text object.
    mutating func show(_ bytes: UnsafeBufferPointer<UInt8>, _ style: Style) -> Bool {
        defer { shown.append((bytes, style)) }
        guard let last = shown.last?.style else { return true }
        if last.font === style.font, last.size == style.size, last.mode == style.mode, last.rise == style.rise {
            return false
        }
        let width = shown.reduce(0) { $0 + TextPen.width(of: $1.bytes, $1.style) }
        matrix = Transform([1, 0, 0, 1, width, 0]).then(matrix)
        shown.removeAll(keepingCapacity: true)
        return true
    }

    /// How far strings move the pen, in the text's own coordinates.
    private static func width(of bytes: UnsafeBufferPointer<UInt8>, _ style: Style) -> Double {
        guard let font = style.font else { return 0 }
        var scanner = PDFScanner(bytes)
        var width = 0.0
        var isBracketed = false
        while let piece = scanner.nextShown() {
            switch piece {
            case .string(let string):
                let (advance, signs, spaces) = font.advance(over: string)
                width += advance * style.size
                width += Double(signs) * style.signSpace + Double(spaces) * style.wordSpace
            case .number(let number): if isBracketed { width -= number / 1000 * style.size }
            case .bracket: isBracketed = true
            }
        }
        return width * style.stretch
    }
}

extension PDFScanner {
    /// A part of what an operator shows.
    enum Shown {
        case string([UInt8])
        case number(Double)
        case bracket
    }

    /// The next part of the operands of an operator that shows text; nil where they end.
    mutating func nextShown() -> Shown? {
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "("): return .string(literal())
            case UInt8(ascii: "<"): return .string(hexadecimal())
            case UInt8(ascii: "["):
                skip()
                return .bracket
            default:
                guard let token = next() else { return nil }
                if case .value(.number(let number)) = token { return .number(number) }
            }
        }
        return nil
    }
}
