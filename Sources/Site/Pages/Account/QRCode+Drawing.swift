import Markup

extension QRCode {
    /// Modules of light around the code, without which readers do not find it.
    private static let quiet = 4

    /// Draws the code: one path for all that is dark, on a ground that is light in every mode.
    func draw(in html: inout HTML, label: String) {
        let side = Double(size + 2 * Self.quiet)
        html(.svg, .viewBox(width: side, height: side), .role("img"), .aria("label", label)) { html in
            html(.rect, .class("qr-ground"), .at(.width, side), .at(.height, side)) { _ in }
            html(.path, .class("qr-dark"), .path(path)) { _ in }
        }
    }

    /// Rows as runs of squares.
    private var path: String {
        var path = ""
        for y in 0..<size {
            var x = 0
            while x < size {
                let start = x
                while x < size, self[x, y] { x += 1 }
                if x > start { path += "M\(start + Self.quiet) \(y + Self.quiet)h\(x - start)v1h-\(x - start)z" }
                x += 1
            }
        }
        return path
    }
}
