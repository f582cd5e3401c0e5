/// Recognises lines that are printed for the page's sake.
enum PageMarks {
    struct Mark {
        var kind: Kind
        var text: String
        var isNumber: Bool { if case .number = kind { true } else { false } }
    }

    enum Kind {
        /// A page number; certain where the word "Page" stands before it.
        case number(Int, isCertain: Bool)
        case notice
    }

    /// The mark that a whole line is, if it is one.
    static func read(_ text: String) -> Mark? {
        let bytes = text.utf8
        guard bytes.count <= 90, let first = bytes.first else { return nil }
        if first == UInt8(ascii: "!"), bytes.dropFirst().first == UInt8(ascii: "[") {
            return Mark(kind: .notice, text: text)
        }
        guard bytes.contains(where: { $0.isLetter || $0.isDigit || $0 >= 0x80 }) else {
            return Mark(kind: .notice, text: text)
        }
        if [UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "<")].contains(first) {
            // "[image: a map]", "(picture)"
            let inner = text.dropFirst().lowercased()
            if ["image", "picture", "logo", "photo", "figure"].contains(where: { inner.hasPrefix($0) }),
                "])>".contains(text.last ?? " ")
            {
                return Mark(kind: .notice, text: text)
            }
        }
        // Marks are short; the only longer ones end in "blank".
        guard bytes.count <= 30 || text.hasSuffix("blank") || text.hasSuffix("blank.") || text.hasSuffix("BLANK") else {
            return nil
        }
        let words = text.lowercased().split(whereSeparator: { " -–—|()[]*.,".contains($0) })
        if words.count == 1, bytes.count <= 8, let number = Int(words[0]), number < 1000 {
            return Mark(kind: .number(number, isCertain: false), text: text)
        }
        if words.count >= 2, words.count <= 4, words[0] == "page" || words[0] == "pg", let number = Int(words[1]) {
            if words.count == 2 || (words.count == 4 && (words[2] == "of" || words[2] == "/") && Int(words[3]) != nil) {
                return Mark(kind: .number(number, isCertain: true), text: text)
            }
        }
        if words.count == 3, words[1] == "of", let number = Int(words[0]), let last = Int(words[2]), number <= last,
            last < 1000
        {
            return Mark(kind: .number(number, isCertain: true), text: text)
        }
        if words.count <= 8,
            text.lowercased().contains("intentionally left blank")
                || text.lowercased().contains("intentionally blank")
        {
            return Mark(kind: .notice, text: text)
        }
        return nil
    }
}
