/// A font of a file: whether it is bold, and how wide its signs are (ISO 32000-1, 9.5 to 9.8).
final class PageFont {
    let isBold: Bool
    /// Whether each sign is a drawing of its own: the size of such a font says nothing.
    let isDrawn: Bool
    private let isComposite: Bool
    private let entries: [String: PDFValue]
    private let file: PDFFile
    /// Widths by code, in thousandths of the size; read when they are first asked for.
    private lazy var widths = readWidths()
    private lazy var usualWidth = readUsualWidth()

    /// One more than the last code: codes have two bytes at most.
    private static let codeLimit = 65_536

    init(_ value: PDFValue?, in file: PDFFile) {
        let font = file.resolve(value).dictionary ?? [:]
        let kind = file.resolve(font["Subtype"]).name
        isDrawn = kind == "Type3"
        isComposite = kind == "Type0"
        let descendant = file.resolve(font["DescendantFonts"]).array?.first.flatMap { file.resolve($0).dictionary }
        entries = isComposite ? descendant ?? [:] : font
        self.file = file
        let descriptor = file.resolve(entries["FontDescriptor"]).dictionary ?? [:]
        // How thick its stems are (StemV) is no sign: some programs guess it by the width of the letters.
        let weight = file.resolve(descriptor["FontWeight"]).number ?? 400
        let forcesBold = (file.resolve(descriptor["Flags"]).integer ?? 0) & 1 << 18 != 0
        isBold =
            weight >= 600 || forcesBold
            || [font["BaseFont"], entries["BaseFont"], descriptor["FontName"]].contains {
                PageFont.isBold(file.resolve($0).name ?? "")
            }
    }

    /// Whether a font's name says that it is bold: `ABCDEF+Arial-BoldMT`, `Frutiger-Black`.
    static func isBold(_ name: String) -> Bool {
        let letters = Array(name.utf8)
        return ["bold", "black", "heavy", "demi"].contains { word in
            let word = Array(word.utf8)
            guard letters.count >= word.count else { return false }
            return (0...(letters.count - word.count)).contains { start in
                let end = start + word.count
                guard zip(letters[start..<end], word).allSatisfy({ $0 | 0x20 == $1 }) else { return false }
                // "Academy" and "Blackadder" are names of light fonts.
                return word.count == 4 && word[0] == UInt8(ascii: "b")
                    || !letters[start].isLower && (end == letters.count || !letters[end].isLower)
            }
        }
    }

    /// How far a string moves the pen, in sizes, and how many signs and lone spaces it has.
    func advance(over string: some Sequence<UInt8>) -> (width: Double, signs: Int, spaces: Int) {
        var (width, signs, spaces) = (0.0, 0, 0)
        var upper: Int?
        for byte in string {
            var code = Int(byte)
            if isComposite {
                guard let high = upper else {
                    upper = code
                    continue
                }
                code += high << 8
                upper = nil
            }
            width += widths[code] ?? usualWidth
            signs += 1
            if !isComposite, code == 32 { spaces += 1 }
        }
        return (width / 1000, signs, spaces)
    }

    // MARK: Widths

    private func readUsualWidth() -> Double {
        if isComposite { return file.resolve(entries["DW"]).number ?? 1000 }
        let descriptor = file.resolve(entries["FontDescriptor"]).dictionary ?? [:]
        // The fonts that every viewer has may come without widths: letters are half as wide as high.
        return file.resolve(descriptor["MissingWidth"]).number ?? (entries["Widths"] == nil ? 500 : 0)
    }

    private func readWidths() -> [Int: Double] {
        var widths: [Int: Double] = [:]
        guard isComposite else {
            // Those of a drawn font are in the units of its drawings.
            let matrix = file.resolve(entries["FontMatrix"]).array?.compactMap { file.resolve($0).number } ?? []
            let scale = isDrawn ? Transform(matrix).a * 1000 : 1
            let first = file.resolve(entries["FirstChar"]).integer ?? 0
            for (index, width) in (file.resolve(entries["Widths"]).array ?? []).prefix(256).enumerated() {
                widths[first &+ index] = (file.resolve(width).number ?? 0) * scale
            }
            return widths
        }
        // "7 [500 600]" is a width for each code from 7; "7 9 500" is one for 7 to 9.
        let parts = file.resolve(entries["W"]).array ?? []
        var index = 0
        var room = 4 * PageFont.codeLimit
        while index + 1 < parts.count, room > 0 {
            guard let first = file.resolve(parts[index]).integer, (0..<PageFont.codeLimit).contains(first) else {
                break
            }
            let second = file.resolve(parts[index + 1])
            if let list = second.array {
                for (offset, width) in list.prefix(PageFont.codeLimit).enumerated() {
                    widths[first + offset] = file.resolve(width).number
                }
                index += 2
            } else {
                guard index + 2 < parts.count, let last = second.integer, last >= first,
                    last < PageFont.codeLimit, let width = file.resolve(parts[index + 2]).number
                else { break }
                for code in first...last { widths[code] = width }
                room -= last - first
                index += 3
            }
        }
        return widths
    }
}

/// The fonts that a sheet or a form names, and those that its file has shown before.
final class PageFonts {
    /// By the number of their object.
    private var known: [Int: PageFont] = [:]
    private let file: PDFFile

    init(_ file: PDFFile) { self.file = file }

    /// The font that a resource stands for.
    func font(_ value: PDFValue?) -> PageFont {
        guard case .reference(let number) = value else { return PageFont(value, in: file) }
        if let font = known[number] { return font }
        let font = PageFont(value, in: file)
        known[number] = font
        return font
    }
}
