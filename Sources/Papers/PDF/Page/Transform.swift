/// A transformation of the plane: x' = a·x + c·y + e, y' = b·x + d·y + f (ISO 32000-1, 8.3.3).
struct Transform {
    var a = 1.0
    var b = 0.0
    var c = 0.0
    var d = 1.0
    var e = 0.0
    var f = 0.0

    init(_ values: [Double] = []) {
        guard values.count == 6 else { return }
        (a, b, c, d, e, f) = (values[0], values[1], values[2], values[3], values[4], values[5])
    }

    /// This transformation, then the other.
    func then(_ next: Transform) -> Transform {
        var result = Transform()
        result.a = a * next.a + b * next.c
        result.b = a * next.b + b * next.d
        result.c = c * next.a + d * next.c
        result.d = c * next.b + d * next.d
        result.e = e * next.a + f * next.c + next.e
        result.f = e * next.b + f * next.d + next.f
        return result
    }

    func apply(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (a * x + c * y + e, b * x + d * y + f) }

    /// By how much lengths grow.
    var scale: Double { (a * d - b * c).magnitude.squareRoot() }

    /// From a page's own coordinates to points from the upper left corner of the sheet as it is read.
    static func sheet(_ page: PDFFile.Page) -> Transform {
        let box = page.mediaBox
        switch page.rotation {
        case 90: return Transform([0, 1, 1, 0, -box[1], -box[0]])
        case 180: return Transform([-1, 0, 0, 1, box[2], -box[1]])
        case 270: return Transform([0, -1, -1, 0, box[3], box[2]])
        default: return Transform([1, 0, 0, -1, -box[0], box[3]])
        }
    }
}
