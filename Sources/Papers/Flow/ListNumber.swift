/// How a list writes its numbers.
enum ListNumber: Hashable {
    case decimal, paddedDecimal, lowerLetter, upperLetter, lowerRoman, upperRoman, ordinal, cardinalWord, ordinalWord
    /// No number, only the words around it.
    case none
    case bullet

    /// The printed number.
    /// - Parameter doublesLetters: Whether `aa, bb` follow `z`, as in Word, rather than `aa, ab`.
    func text(_ number: Int, doublesLetters: Bool = true) -> String {
        switch self {
        case .decimal: "\(number)"
        case .paddedDecimal: number < 10 && number >= 0 ? "0\(number)" : "\(number)"
        case .lowerLetter: ListNumber.letters(number, doublesLetters) ?? "\(number)"
        case .upperLetter: ListNumber.letters(number, doublesLetters)?.uppercased() ?? "\(number)"
        case .lowerRoman: ListNumber.roman(number) ?? "\(number)"
        case .upperRoman: ListNumber.roman(number)?.uppercased() ?? "\(number)"
        case .ordinal: "\(number)\(ListNumber.suffix(number))"
        case .cardinalWord: ListNumber.word(number, ListNumber.cardinals)
        case .ordinalWord: ListNumber.word(number, ListNumber.ordinals)
        case .none, .bullet: ""
        }
    }

    private static func letters(_ number: Int, _ doubles: Bool) -> String? {
        guard number > 0, number <= 26 * 30 else { return nil }
        if doubles {
            let letter = Unicode.Scalar(UInt8(ascii: "a") + UInt8((number - 1) % 26))
            return String(repeating: Character(letter), count: (number - 1) / 26 + 1)
        }
        var letters: [UInt8] = []
        var rest = number
        while rest > 0 {
            letters.append(UInt8(ascii: "a") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    private static func roman(_ number: Int) -> String? {
        guard number > 0, number < 4000 else { return nil }
        var text = ""
        var rest = number
        for (value, digits) in romans {
            while rest >= value {
                text += digits
                rest -= value
            }
        }
        return text
    }

    private static func suffix(_ number: Int) -> String {
        if (11...13).contains(number % 100) { return "th" }
        return switch number % 10 {
        case 1: "st"
        case 2: "nd"
        case 3: "rd"
        default: "th"
        }
    }

    private static func word(_ number: Int, _ words: [String]) -> String {
        words.indices.contains(number - 1) ? words[number - 1] : "\(number)"
    }

    private static let romans = [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
        (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    private static let cardinals = [
        "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
    ]
    private static let ordinals = [
        "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
    ]
}
