/// How words are marked on a picture of their sheet: as with a highlighter, and by a bar beside them, which is seen
/// where colours are not.
enum Highlight {
    /// Light enough that black on it has a contrast of 15 to 1.
    static let tint = Colour(red: 255, green: 236, blue: 110)
    /// Its contrast with white is 5 to 1.
    static let barColour = Colour(red: 29, green: 112, blue: 184)
    /// Width of the bar, and its distance from what it marks, in points.
    private static let (barWidth, barGap) = (4.0, 2.0)

    /// The bar of a box: at its left, or over it where it stands on end, as the rows of a turned table do, whose left is
    /// another row.
    static func bar(of box: Box) -> Box {
        var bar = box
        if box.height > 2 * box.width {
            // Over the margin of what begins at the sheet's very edge.
            bar.bottom = max(box.top - barGap, barWidth)
            bar.top = bar.bottom - barWidth
        } else {
            bar.right = max(box.left - barGap, barWidth)
            bar.left = bar.right - barWidth
        }
        return bar
    }
}

extension Pixels {
    /// Marks a box; what of it lies beyond the picture is left out.
    /// - Parameter scale: Pixels a point.
    mutating func mark(_ box: Box, scale: Double) {
        guard [box.left, box.top, box.right, box.bottom].allSatisfy(\.isFinite) else { return }
        let rows = Self.span(box.top, box.bottom, scale, within: height)
        let columns = Self.span(box.left, box.right, scale, within: width)
        guard !rows.isEmpty, !columns.isEmpty else { return }
        tint(columns, rows, Highlight.tint)
        let bar = Highlight.bar(of: box)
        tint(
            Self.span(bar.left, bar.right, scale, within: width), Self.span(bar.top, bar.bottom, scale, within: height),
            Highlight.barColour)
    }

    /// The pixels from one edge to another, in points, as far as the picture has them.
    private static func span(_ from: Double, _ to: Double, _ scale: Double, within limit: Int) -> Range<Int> {
        let lower = min(max((from * scale).rounded(), 0), Double(limit))
        let upper = min(max((to * scale).rounded(), lower), Double(limit))
        return Int(lower)..<Int(upper)
    }

    /// Lays a colour over a rectangle as ink on paper: what is white takes it and what is black stays, so that words
    /// are as dark as before.
    private mutating func tint(_ columns: Range<Int>, _ rows: Range<Int>, _ colour: Colour) {
        let (width, parts) = (width, [Int(colour.red), Int(colour.green), Int(colour.blue)])
        bytes.withUnsafeMutableBufferPointer { bytes in
            for row in rows {
                for index in ((row * width + columns.lowerBound) * 3)..<((row * width + columns.upperBound) * 3) {
                    bytes[index] = UInt8(Int(bytes[index]) * parts[index % 3] / 255)
                }
            }
        }
    }
}
