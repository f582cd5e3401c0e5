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
        json.add("page", source.page)
        json.add("sheet", source.sheet)
        if let worksheet = source.worksheet { json.key("worksheet"); json.string(worksheet) }
        json.add("table", source.table)
        json.add("row", source.row)
        if let cell = source.cell { json.key("cell"); json.string(cell) }
        json.add("line", source.line)
        if let box = source.box {
            json.key("box")
            json.open("[")
            for edge in box { json.raw("\(edge)") }
            json.close("]")
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

    /// A key with a whole number; nothing where there is none.
    mutating func add(_ name: String, _ value: Int?) {
        guard let value else { return }
        key(name)
        raw("\(value)")
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
