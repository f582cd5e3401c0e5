/// How words are marked on a picture of their sheet: as with a highlighter, and by a bar beside them, which is seen
/// where colours are not.
enum Highlight {
    /// Light enough that black on it has a contrast of 15 to 1.
    static let tint = Colour(red: 255, green: 236, blue: 110)
    /// Its contrast with white is 5 to 1.
    static let bar = Colour(red: 29, green: 112, blue: 184)
    /// Width of the bar, and its distance from what it marks, in points.
    static let (barWidth, barGap) = (4.0, 2.0)
}

extension Pixels {
    /// Marks a box; what of it lies beyond the picture is left out.
    /// - Parameter scale: Pixels a point.
    mutating func mark(_ box: Box, scale: Double) {
        let rows = Self.span(box.top, box.bottom, scale, within: height)
        let columns = Self.span(box.left, box.right, scale, within: width)
        guard !rows.isEmpty, !columns.isEmpty else { return }
        fill(columns, rows) { old, tint in
            // What is white takes the tint; what is black stays, so that words are as dark as before.
            UInt8(Int(old) * Int(tint) / 255)
        }
        // Beside the words, or over the margin of what begins at the sheet's very edge.
        let right = max(box.left - Highlight.barGap, Highlight.barWidth)
        fill(
            Self.span(right - Highlight.barWidth, right, scale, within: width), rows, Highlight.bar
        ) { $1 }
    }

    /// The pixels from one edge to another, in points, as far as the picture has them.
    private static func span(_ from: Double, _ to: Double, _ scale: Double, within limit: Int) -> Range<Int> {
        let lower = min(max((from * scale).rounded(), 0), Double(limit))
        let upper = min(max((to * scale).rounded(), lower), Double(limit))
        return Int(lower)..<Int(upper)
    }

    /// Changes the pixels of a rectangle, each of their three parts by what it was and what the colour has there.
    private mutating func fill(
        _ columns: Range<Int>, _ rows: Range<Int>, _ colour: Colour = Highlight.tint,
        _ mix: (_ old: UInt8, _ new: UInt8) -> UInt8
    ) {
        let width = width
        bytes.withUnsafeMutableBufferPointer { bytes in
            for row in rows {
                for column in columns {
                    let start = (row * width + column) * 3
                    bytes[start] = mix(bytes[start], colour.red)
                    bytes[start + 1] = mix(bytes[start + 1], colour.green)
                    bytes[start + 2] = mix(bytes[start + 2], colour.blue)
                }
            }
        }
    }
}
