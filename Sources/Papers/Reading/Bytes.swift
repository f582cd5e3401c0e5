/// Questions about single bytes of UTF-8 text.
extension UInt8 {
    var isDigit: Bool { self &- 48 < 10 }
    var isLower: Bool { self &- 97 < 26 }
    var isUpper: Bool { self &- 65 < 26 }
    var isLetter: Bool { (self | 0x20) &- 97 < 26 }
    var isBlank: Bool { self == 32 || self == 9 || self == 13 || self == 11 || self == 12 }
}

extension UInt8 {
    static let tab = UInt8(ascii: "\t")
    static let space = UInt8(ascii: " ")
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let pipe = UInt8(ascii: "|")
    static let dash = UInt8(ascii: "-")
    static let star = UInt8(ascii: "*")
    static let dot = UInt8(ascii: ".")
}
