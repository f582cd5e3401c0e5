import Testing

@testable import Site

/// Against codes that another program made (qrcodegen 1.8, level L, mask 0).
@Suite(.serialized) struct QRCodeTests {
    @Test func `a small code agrees module for module`() throws {
        let code = try #require(QRCode(Array("otpauth".utf8)))
        #expect(
            rows(code) == """
                #######..#.##.#######
                #.....#..###..#.....#
                #.###.#.##.##.#.###.#
                #.###.#..#.#..#.###.#
                #.###.#...#.#.#.###.#
                #.....#.....#.#.....#
                #######.#.#.#.#######
                ........##.##........
                ###.########.##...#..
                #.#.#....#....##....#
                ..#..###..#.#...#.###
                #......#.##...##....#
                ##.#..##..#.#.#..#.#.
                ........####.#.###.##
                #######.#..#.####.###
                #.....#.#..###.#....#
                #.###.#.####.####..##
                #.###.#.......#.##.#.
                #.###.#.###.#..####.#
                #.....#.#.#...#....#.
                #######.##..#.####.##
                """)
    }

    /// Sizes with one block and several, with and without the version written in them, and with blocks of two lengths.
    @Test(
        arguments: [
            (10, 21, 0xabbf_f4ac_6e2c_fb45), (100, 37, 0xacf2_f210_ad12_d455), (200, 53, 0x1901_006b_8044_9c5d),
            (300, 61, 0x91d8_cb61_c545_6d29), (500, 77, 0x9e8f_a72b_1bbb_a9f1), (858, 97, 0x1f31_8124_6bec_c7c7),
        ] as [(Int, Int, UInt64)]) func `larger codes agree too`(length: Int, size: Int, hash: UInt64) throws
    {
        let code = try #require(QRCode((0..<length).map { UInt8(33 + $0 * 7 % 90) }))
        #expect(code.size == size)
        let text = rows(code, dark: "1", light: "0")
        #expect(text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 } == hash)
    }

    @Test func `what no code of these sizes holds makes none`() {
        #expect(QRCode(Array(repeating: 65, count: 859)) == nil)
    }

    private func rows(_ code: QRCode, dark: Character = "#", light: Character = ".") -> String {
        (0..<code.size).map { y in String((0..<code.size).map { code[$0, y] ? dark : light }) }.joined(separator: "\n")
    }
}
