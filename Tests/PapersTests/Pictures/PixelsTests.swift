import Testing

@testable import Papers

@Suite struct PixelsTests {
    private func ppm(_ head: String, _ count: Int) -> [UInt8] {
        Array(head.utf8) + (0..<count).map { UInt8($0 % 256) }
    }

    @Test func `a picture is read row by row`() throws {
        let pixels = try #require(Pixels(ppm: ppm("P6\n2 3\n255\n", 18)))
        #expect(pixels.width == 2 && pixels.height == 3)
        #expect(pixels[1, 2] == Colour(red: 15, green: 16, blue: 17))
    }

    @Test(arguments: [
        ("P6\n2 3\n255\n", 17), ("P6\n2 3\n255\n", 19), ("P5\n2 3\n255\n", 18), ("P6\n2 3\n15\n", 18),
        ("P6\n0 3\n255\n", 0), ("P6\n-2 3\n255\n", 18), ("P6\n999999999999 3\n255\n", 18), ("P6\n2", 0), ("P6", 0),
        ("", 0),
    ])
    func `what is cut short or no such picture is none`(head: String, count: Int) {
        #expect(Pixels(ppm: ppm(head, count)) == nil)
    }

    @Test func `a picture survives being written and read again`() throws {
        let pixels = try #require(Pixels(ppm: ppm("P6\n7 5\n255\n", 105)))
        let file = try PNGFile(try #require(PNG.file(pixels, resolution: 150)))
        #expect(file.pixels == pixels)
        #expect(file.dotsPerInch == 150)
        #expect(file.chunks == ["IHDR", "pHYs", "IDAT", "IEND"])
    }

    @Test func `what begins at the sheet's edge has its bar over its margin`() {
        #expect(
            Highlight.bar(of: Box(left: 1, top: 50, right: 90, bottom: 60))
                == Box(left: 0, top: 50, right: 4, bottom: 60))
        #expect(
            Highlight.bar(of: Box(left: 20, top: 0, right: 30, bottom: 90))
                == Box(left: 20, top: 0, right: 30, bottom: 4))
    }
}
