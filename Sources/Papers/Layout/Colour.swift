/// A colour of a fill, eight bits a part.
struct Colour: Hashable {
    var red: UInt8
    var green: UInt8
    var blue: UInt8

    init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// A colour of six hexadecimal digits, with or without `#`; nil for anything else, such as `auto`.
    init?(hex: some StringProtocol) {
        let digits = hex.hasPrefix("#") ? hex.dropFirst() : hex[...]
        guard digits.utf8.count == 6, let value = UInt32(digits, radix: 16) else { return nil }
        self.init(red: UInt8(value >> 16), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
    }

    var isWhite: Bool { red > 250 && green > 250 && blue > 250 }
}

/// The kind of a colour, by the names that status schemes use.
enum Tint: String {
    case red = "Red"
    case amber = "Amber"
    case yellow = "Yellow"
    case green = "Green"
    case blue = "Blue"
    case purple = "Purple"
    case grey = "Grey"
    case black = "Black"

    /// Nil for white and for shades so pale that they only set off rows.
    init?(_ colour: Colour) {
        let parts = [colour.red, colour.green, colour.blue].map(Double.init)
        let (most, least) = (parts.max() ?? 0, parts.min() ?? 0)
        if most < 60 {
            self = .black
            return
        }
        let spread = most - least
        if spread < 0.12 * most {
            guard most < 225 else { return nil }
            self = .grey
            return
        }
        guard spread > 35 else { return nil }
        let hue: Double
        if most == parts[0] {
            hue = 60 * (parts[1] - parts[2]) / spread
        } else if most == parts[1] {
            hue = 60 * (2 + (parts[2] - parts[0]) / spread)
        } else {
            hue = 60 * (4 + (parts[0] - parts[1]) / spread)
        }
        switch hue {
        case ..<(-50): self = .purple
        case ..<20: self = .red
        case ..<52: self = .amber
        case ..<66: self = .yellow
        case ..<170: self = .green
        case ..<262: self = .blue
        default: self = .purple
        }
    }
}
