/// A picture in memory, row by row from the top.
struct Pixels: Equatable {
    let width: Int
    let height: Int
    /// Three bytes a pixel: red, green, blue.
    var bytes: [UInt8]

    /// The picture in a binary PPM of eight bits a colour, as `pdftoppm` prints it; nil for anything else.
    init?(ppm: [UInt8]) {
        var index = 2
        func number() -> Int? {
            while index < ppm.count, ppm[index] == .space || ppm[index] == .newline { index += 1 }
            let start = index
            var value = 0
            while index < ppm.count, ppm[index].isDigit, index - start < 6 {
                value = value * 10 + Int(ppm[index] - 48)
                index += 1
            }
            return index > start ? value : nil
        }
        guard ppm.starts(with: "P6".utf8), let width = number(), let height = number(), number() == 255,
            width > 0, height > 0, ppm.count - index - 1 == width * height * 3
        else { return nil }
        (self.width, self.height) = (width, height)
        bytes = Array(ppm[(index + 1)...])
    }

    /// The colour of a pixel, counted from 0 from the left and the top.
    subscript(x: Int, y: Int) -> Colour {
        let start = (y * width + x) * 3
        return Colour(red: bytes[start], green: bytes[start + 1], blue: bytes[start + 2])
    }
}
