/// Fonts whose letters are signs: what is stored as a letter is printed as a tick, a bullet or a box.
enum SymbolFont {
    case symbol, wingdings, wingdings2

    /// The font by its name; nil for fonts whose letters are letters.
    init?(name: String) {
        switch name.lowercased() {
        case "symbol": self = .symbol
        case "wingdings", "webdings": self = .wingdings
        case "wingdings 2": self = .wingdings2
        default: return nil
        }
    }

    /// The sign printed for a code, given as a byte or in the private area where such fonts are stored (U+F020 on).
    func scalar(_ code: UInt32) -> Unicode.Scalar? {
        let byte = code >= 0xF000 ? code - 0xF000 : code
        switch self {
        case .symbol: return SymbolFont.symbols[byte]
        case .wingdings: return SymbolFont.dings[byte] ?? SymbolFont.symbols[byte]
        case .wingdings2: return SymbolFont.dings2[byte]
        }
    }

    /// What a text in this font looks like when printed; signs without a letter of their own are left out.
    func printed(_ text: String) -> String {
        var printed = String.UnicodeScalarView()
        for letter in text.unicodeScalars {
            if letter.value <= 0x20 {
                printed.append(letter)
            } else if letter.value < 0x100 || (0xF000...0xF0FF).contains(letter.value) {
                if let sign = scalar(letter.value) { printed.append(sign) }
            } else {
                printed.append(letter)
            }
        }
        return String(printed)
    }

    private static let dings: [UInt32: Unicode.Scalar] = [
        0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "◆",
        0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "☐", 0xB7: "•", 0xD8: "➢", 0xDC: "➲", 0xDF: "←",
        0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
        0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x7A: "⌘", 0xAB: "★",
    ]
    private static let dings2: [UInt32: Unicode.Scalar] = [
        0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "•", 0xA3: "☐", 0xA2: "■",
    ]
    private static let symbols: [UInt32: Unicode.Scalar] = [
        0x2D: "−", 0x2E: ".", 0xA3: "≤", 0xA5: "∞", 0xA7: "♣", 0xA8: "♦", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
        0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBE: "—", 0xD6: "√",
        0xDE: "⇒", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6D: "µ", 0x70: "π", 0x53: "Σ", 0x44: "Δ", 0x57: "Ω",
    ]
}
