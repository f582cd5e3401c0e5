public import Register

extension Finding {
    /// The finding as one line of the import contract: JSON with its keys in the contract's order, without a line end.
    public var contractLine: String {
        var json = JSONLine()
        json.open("{")
        json.key("kind")
        json.string(kind.rawValue)
        json.key("text")
        json.string(text)
        json.key("fields")
        json.open("{")
        for field in fields {
            json.key(field.name)
            switch field.value {
            case .text(let text): json.string(text)
            case .number(let number): json.raw("\(number)")
            case .flag(let flag): json.raw(flag ? "true" : "false")
            case .amount(let amount): json.raw(amount.decimal)
            case .list(let list):
                json.open("[")
                for item in list { json.string(item) }
                json.close("]")
            }
        }
        json.close("}")
        json.key("source")
        json.open("{")
        for (name, value) in [
            ("page", source.page), ("table", source.table), ("row", source.row), ("line", source.line),
        ] {
            guard let value else { continue }
            json.key(name)
            json.raw("\(value)")
        }
        json.close("}")
        json.close("}")
        return json.text
    }
}

/// Writes one JSON value straight to bytes.
struct JSONLine {
    private var bytes: [UInt8] = []
    /// Whether the next value needs a comma before it.
    private var needsComma = false

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func open(_ sign: String) {
        separate()
        bytes.append(contentsOf: sign.utf8)
        needsComma = false
    }

    mutating func close(_ sign: String) {
        bytes.append(contentsOf: sign.utf8)
        needsComma = true
    }

    mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    mutating func raw(_ value: String) {
        separate()
        bytes.append(contentsOf: value.utf8)
        needsComma = true
    }

    mutating func string(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case 0..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(contentsOf: [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    private mutating func separate() { if needsComma { bytes.append(UInt8(ascii: ",")) } }
}
