extension WebReader {
    /// A paragraph; those that Word saved may be headings, contents or items of lists by their class.
    mutating func paragraph(_ element: XMLElement, _ context: Context) {
        var inner = context
        let name = (element["class"] ?? "").lowercased()
        if name == "msotitle" { inner.headingLevel = 1 }
        if name.hasPrefix("msotoc") || name == "msoheader" || name == "msofooter" { inner.isFurniture = true }
        if let style = element["style"], let list = style.firstRange(of: "mso-list:"),
            let level = style[list.upperBound...].firstRange(of: "level")
        {
            inner.wordLevel = style[level.upperBound...].first?.wholeNumberValue
        }
        flush()
        if let level = inner.wordLevel, let marker = wordMarker(element, depth: 0) {
            let label = marker.filter { !$0.isWhitespace }
            let isBullet =
                label.count == 1 && !(label.first?.isLetter ?? false && label != "o")
                && !(label.first?.isNumber ?? false)
            pendingItem = (level, isBullet || label.isEmpty ? nil : label)
        }
        children(element, inner)
        flush()
    }

    /// The label that Word printed before an item, in a span that web pages are told to ignore.
    private func wordMarker(_ element: XMLElement, depth: Int) -> String? {
        if let style = element["style"], WebReader.isWordMarker(style) { return element.text }
        if depth > 8 { return nil }
        for child in element.elements { if let found = wordMarker(child, depth: depth + 1) { return found } }
        return nil
    }

    static func isWordMarker(_ style: String) -> Bool {
        style.filter { !$0.isWhitespace }.lowercased().contains("mso-list:ignore")
    }

    /// Whether a link is but the number of a note, or leads back from one: a number after a date would change it.
    static func isNoteMark(_ element: XMLElement) -> Bool {
        if element["role"] == "doc-noteref" || element["role"] == "doc-backlink" { return true }
        guard let target = element["href"],
            target.hasPrefix("#") || target.contains("#_ftn") || target.contains("#_edn")
        else { return false }
        let name = (element["class"] ?? "").lowercased()
        return name.hasPrefix("footnote") || name.hasPrefix("sdfootnote") || name.hasPrefix("sdendnote")
            || ["#_ftn", "#_edn"].contains { target.contains($0) }
    }

    mutating func form(_ element: XMLElement, _ context: Context) {
        switch element.name {
        case "input":
            let type = element["type"]?.lowercased()
            if type == "checkbox" || type == "radio" {
                add(element.attributes["checked"] != nil ? "☒ " : "☐ ", context)
            }
            if type == "text" || type == nil, let value = element["value"] { add(value, context) }
        case "select":
            let options = element.elements.filter { $0.name == "option" }
            if let chosen = options.first(where: { $0.attributes["selected"] != nil }) { add(chosen.text, context) }
        // A picture in a cell is a light or a face that stands for a word; elsewhere it is a logo.
        case "img": if context.isCell, let words = element["alt"], words.count <= 40 { add(" \(words) ", context) }
        default: return
        }
    }
}
