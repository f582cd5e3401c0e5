/// The words that a workbook's cells share.
enum ExcelStrings {
    static func read(_ bytes: [UInt8], name: String) throws(PaperError) -> [String] {
        let pull = try XMLPull(bytes, name: name, part: "sharedStrings.xml")
        var strings: [String] = []
        var text = ""
        var inText = false
        // How a word is pronounced is printed above it in Japanese, and is no part of it.
        var inPhonetic = false
        while let piece = try pull.next() {
            switch piece {
            case .start("si", _): text = ""
            case .start("t", _): inText = !inPhonetic
            case .start("rPh", _): inPhonetic = true
            case .text(let words): if inText { text += words }
            case .end("t"): inText = false
            case .end("rPh"): inPhonetic = false
            case .end("si"): strings.append(unescaped(text))
            default: continue
            }
        }
        return strings
    }

    /// "_x000D_" is a character that XML cannot hold.
    static func unescaped(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        var result = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "_x") {
            result += rest[..<start.lowerBound]
            let code = rest[start.upperBound...].prefix(5)
            if code.utf8.count == 5, code.hasSuffix("_"), let value = UInt32(code.dropLast(), radix: 16),
                let scalar = Unicode.Scalar(value)
            {
                result.unicodeScalars.append(scalar)
                rest = rest[code.endIndex...]
            } else {
                result += "_x"
                rest = rest[start.upperBound...]
            }
        }
        return result + rest
    }
}
