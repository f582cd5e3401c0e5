extension WebReader {
    mutating func list(_ element: XMLElement, _ style: WebStyles.Style, _ context: Context) {
        flush()
        var inner = context
        inner.listDepth += 1
        var number = element["start"].flatMap { Int32($0) }.map(Int.init) ?? 1
        let format = WebReader.format(type: element["type"], style: style.listType)
        for child in element.children {
            guard case .element(let item) = child, item.name == "li" else {
                // Lists and words right within a list, as some editors write them.
                if case .element(let other) = child { walk(other, inner) }
                if case .text(let text) = child { add(text, inner) }
                continue
            }
            let own = styles.style(of: item)
            if own.isHidden ?? false { continue }
            flush()
            if let value = item["value"].flatMap({ Int32($0) }) { number = Int(value) }
            let label = element.name == "ol" && format != .none ? "\(format.text(number, doublesLetters: false))." : nil
            number &+= element.attributes["reversed"] != nil ? -1 : 1
            pendingItem = (inner.listDepth, label)
            var content = inner
            content.isBold = own.isBold ?? inner.isBold
            block(item, content)
            pendingItem = nil
        }
        flush()
    }

    private static func format(type: String?, style: String?) -> ListNumber {
        switch type {
        case "a": return .lowerLetter
        case "A": return .upperLetter
        case "i": return .lowerRoman
        case "I": return .upperRoman
        default: break
        }
        switch style {
        case "lower-alpha", "lower-latin": return .lowerLetter
        case "upper-alpha", "upper-latin": return .upperLetter
        case "lower-roman": return .lowerRoman
        case "upper-roman": return .upperRoman
        case "decimal-leading-zero": return .paddedDecimal
        case "none": return .none
        default: return .decimal
        }
    }
}
