import Foundation
import Testing

@testable import Papers

/// Sheets of a few operators, and which of their words come out bold and how large.
@Suite struct TextStartsTests {
    private static let bold = "<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Arial-BoldMT >>"

    /// A sheet whose `/F` is plain and whose `/B` is the font given; more objects are numbered from 7.
    private func starts(
        _ content: String, bold: String = bold, page: String = "", resources: String = "", more: [String] = []
    ) throws -> TextStarts {
        var file = PDFWriter(pages: 1, content: content)
        file.objects[4] =
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R \(page) "
            + "/Resources << /Font << /F 4 0 R /B 6 0 R /P 7 0 R >> \(resources) >> >>"
        file.objects += [bold] + more
        let read = try #require(PDFFile(Data(file.bytes)))
        return DrawingReader.read(read.pages[0], of: read, fonts: PageFonts(read)).starts
    }

    /// A word with its feet so high above the sheet's lower edge.
    private func word(_ text: String, _ left: Double, _ feet: Double, size: Double = 10) -> Word {
        let bottom = 842 - feet + 0.25 * size
        let right = left + 0.5 * size * Double(text.utf8.count)
        return Word(
            box: Box(left: left, top: bottom - 1.15 * size, right: right, bottom: bottom), text: text, size: 9.8)
    }

    private func dressed(_ starts: consuming TextStarts, _ words: [Word]) -> [Word] {
        var page = WordPage(number: 1, width: 595, height: 842, words: words)
        starts.dress(&page)
        return page.words
    }

    @Test func `each word takes the font of the last text that begins before it on its line`() throws {
        let starts = try starts(
            "BT /B 10 Tf 72 700 Td (Lead officer) Tj /F 12 Tf 80 0 Td (Jo Hale) Tj 0 -14 Td (Next) Tj ET")
        let words = dressed(
            starts,
            [
                word("Lead", 72, 700), word("officer", 95, 700), word("Jo", 152, 700), word("Hale", 168, 700),
                word("Next", 152, 686), word("Elsewhere", 72, 500),
            ])
        #expect(words.map(\.isBold) == [true, true, false, false, false, false])
        #expect(words.map(\.size) == [10, 10, 12, 12, 12, 9.8])
    }

    @Test(arguments: [
        "/BaseFont /Frutiger-Black", "/BaseFont /FranklinGothic-Demi", "/BaseFont /Arial,Bold",
        "/BaseFont /Quiet /FontDescriptor << /FontWeight 700 >>",
        "/BaseFont /Quiet /FontDescriptor << /Flags 262176 >>",
        "/Subtype /Type0 /BaseFont /Quiet /DescendantFonts [<< /FontDescriptor << /FontName /Quiet-Heavy >> >>]",
    ])
    func `a font is bold by its name, its weight or its flags`(entries: String) throws {
        let starts = try starts("BT /B 10 Tf 72 700 Td (Lead) Tj ET", bold: "<< /Type /Font \(entries) >>")
        #expect(dressed(starts, [word("Lead", 72, 700)])[0].isBold)
    }

    @Test(arguments: ["/BaseFont /AcademyEngraved", "/BaseFont /Blackadder", "/FontDescriptor << /StemV 150 >>", ""])
    func `a font of which nothing says that it is bold is not`(entries: String) throws {
        let starts = try starts("BT /B 10 Tf 72 700 Td (Lead) Tj ET", bold: "<< /Type /Font \(entries) >>")
        #expect(!dressed(starts, [word("Lead", 72, 700)])[0].isBold)
    }

    @Test func `letters with strokes around them are bold, those that nobody sees are nothing`() throws {
        let starts = try starts(
            """
            BT /F 10 Tf 0.4 w 2 Tr 72 700 Td (Lead) Tj 0.01 w 0 -20 Td (Fine) Tj
            /B 10 Tf 3 Tr 0 -20 Td (Scan) Tj ET
            """)
        let words = dressed(starts, [word("Lead", 72, 700), word("Fine", 72, 680), word("Scan", 72, 660)])
        #expect(words.map(\.isBold) == [true, false, false])
        #expect(words.map(\.size) == [10, 10, 9.8])
    }

    @Test(arguments: [
        // Simple codes, of which "a" is 600 wide and a space 300; and codes of two bytes.
        ("(aaa ) Tj /B 10 Tf (bold) Tj", "<< /FirstChar 97 /Widths [600] /FontDescriptor << /MissingWidth 300 >> >>"),
        (
            "[(a) -1000 (\\141)] TJ (\\\n ) Tj /B 10 Tf (b) Tj",
            "<< /FirstChar 97 /Widths [400] /FontDescriptor << /MissingWidth 250 >> >>"
        ),
        (
            "[<00610061> -500 <0061>] TJ /B 10 Tf <0062> Tj",
            "<< /Subtype /Type0 /DescendantFonts [<< /W [1 [5 5] 97 99 500] /DW 9 >>] >>"
        ),
        ("50 Tz 4.2 Tc (aaa) Tj 100 Tz 0 Tc /B 10 Tf (b) Tj", "<< /FirstChar 97 /Widths [960] >>"),
    ])
    func `a font that goes on where another ended begins behind its letters`(shown: String, plain: String) throws {
        // Each of them moves the pen by 20 or 21 points.
        let starts = try starts(
            "BT /P 10 Tf 72 700 Td \(shown) ET", more: [plain])
        let words = dressed(starts, [word("aaa", 72, 700), word("bold", 93.2, 700)])
        #expect(words.map(\.isBold) == [false, true])
        let before = dressed(
            try self.starts("BT /P 10 Tf 72 700 Td \(shown) ET", more: [plain]), [word("b", 88, 700)])
        #expect(!before[0].isBold)
    }

    @Test func `forms, turned matrices and saved states are followed`() throws {
        let form =
            "<< /Length 40 /Subtype /Form /BBox [0 0 99 99] /Matrix [2 0 0 2 0 0] >>\nstream\n"
            + "BT /B 8 Tf 20 30 Td (In a form) Tj ET  \nendstream"
        let starts = try starts(
            """
            BT /F 10 Tf ET q BT /B 10 Tf ET 1 0 0 1 100 100 cm /X Do Q BT 72 700 Td (Plain) Tj ET
            BT 0 1 -1 0 300 200 Tm /B 14 Tf (Upwards) Tj ET
            """, resources: "/XObject << /X 7 0 R >>", more: [form])
        let upwards = Word(
            box: Box(left: 287, top: 842 - 260, right: 303, bottom: 842 - 200), text: "Upwards", size: 9)
        let words = dressed(
            starts, [word("In", 140, 160, size: 16), word("Plain", 72, 700), upwards, word("Under", 300, 190)])
        #expect(words.map(\.isBold) == [true, false, true, false])
        #expect(words.map(\.size) == [16, 10, 14, 9.8])
    }

    @Test func `lines begun by a stroke, and the sheet's own turn, are followed`() throws {
        let starts = try starts(
            "BT /F 10 Tf 12 TL 1 0 0 1 72 700 Tm (One) Tj /B 10 Tf (Two) ' 1 0 (Three) \" T* /F 9 Tf (Four) Tj ET")
        let words = dressed(
            starts,
            [word("One", 72, 700), word("Two", 72, 688), word("Three", 72, 676), word("Four", 72, 664)])
        #expect(words.map(\.isBold) == [false, true, true, false])
        #expect(words.map(\.size) == [10, 10, 10, 9])
        let turned = try self.starts("BT 0 1 -1 0 142 72 Tm /B 10 Tf (Lead) Tj ET", page: "/Rotate 90")
        // What runs up the sheet of the file runs along it as it is shown.
        #expect(dressed(turned, [word("Lead", 72, 700)])[0].isBold)
    }
}
