/// The bullet, number or letter that opens a line of a list.
enum ListMark {
    /// A sign that stands for an item and for nothing else.
    case sign
    /// A dash, a star or an "o", which may be part of a sentence too.
    case dash
    case number

    /// What a line's first word is, where it opens an item.
    static func of(_ line: WordLine) -> ListMark? {
        guard let first = line.words.first, line.words.count > 1 else { return nil }
        if first.text.unicodeScalars.count == 1, let scalar = first.text.unicodeScalars.first {
            if signs.contains(scalar.value) { return .sign }
            if "-–o*".unicodeScalars.contains(scalar) { return .dash }
        }
        let marked = Array("\(first.text) \(line.words[1].text)".utf8)
        guard let result = MarkerReader.read(marked, 0..<marked.count), result.next == first.text.utf8.count + 1 else {
            return nil
        }
        return .number
    }

    private static let signs: Set<UInt32> = [
        0x2022, 0x2023, 0x2043, 0x25AA, 0x25AB, 0x25CF, 0x25CB, 0x25E6, 0x25A0, 0x25A1, 0x27A2, 0x2713, 0x2714,
        0xF0B7, 0xF0A7, 0xF0D8, 0xF0FC, 0x25BA, 0x25B6, 0x2666, 0xB7, 0xF076, 0xF02D,
    ]
}
