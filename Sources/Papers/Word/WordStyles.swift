/// The styles of a Word file, with what each takes over from the style that it is based on.
struct WordStyles {
    /// What a style says once all that it is based on has been asked.
    struct Resolved {
        /// Counted from 1; nil for a style of body text.
        var headingLevel: Int?
        var isContents = false
        var isBold = false
        var isHidden = false
        var font: String?
        /// The list it belongs to; "0" takes it out of all lists.
        var listID: String?
        var listLevel: Int?
        /// The style of the chain that names the list: levels of a list name styles.
        var listStyle: String?
        /// The depth in the name of `List Bullet 2` and its like.
        var namedDepth: Int?
        var isPageStart = false
    }

    private struct Style {
        var name: String
        var basedOn: String?
        var paragraph: XMLElement?
        var run: XMLElement?
    }

    private var resolved: [String: Resolved] = [:]
    /// The style of paragraphs that name none.
    private var defaultParagraph: String?
    /// Whether words are bold by the defaults of the whole paper.
    private(set) var isBold = false

    init(_ root: XMLElement?) {
        guard let root else { return }
        var styles: [String: Style] = [:]
        isBold = root.at("w:docDefaults", "w:rPrDefault", "w:rPr")?.toggle("w:b") ?? false
        for element in root.elements where element.name == "w:style" {
            guard let id = element["w:styleId"] else { continue }
            styles[id] = Style(
                name: element.first("w:name")?["w:val"]?.lowercased() ?? "",
                basedOn: element.first("w:basedOn")?["w:val"],
                paragraph: element.first("w:pPr"), run: element.first("w:rPr"))
            if element["w:type"] == "paragraph", WordValue.isOn(element["w:default"] ?? "0") { defaultParagraph = id }
        }
        for id in styles.keys { resolved[id] = WordStyles.resolve(id, styles) }
    }

    /// A paragraph's style by its id; the default style where it names none.
    func paragraph(_ id: String?) -> Resolved {
        (id ?? defaultParagraph).flatMap { resolved[$0] } ?? Resolved()
    }

    /// A character style by its id.
    func character(_ id: String?) -> Resolved? { id.flatMap { resolved[$0] } }

    /// The list that a style belongs to, for lists that are styles themselves.
    func listID(ofStyle id: String) -> String? { resolved[id]?.listID }

    private static func resolve(_ id: String, _ styles: [String: Style]) -> Resolved {
        var result = Resolved()
        var (bold, hidden, pageStart): (Bool?, Bool?, Bool?) = (nil, nil, nil)
        var outline: Int?
        var named: Int?
        var next: String? = id
        // Chains are a few styles long; a ring of styles would never end.
        for _ in 0..<50 {
            guard let current = next, let style = styles[current] else { break }
            bold = bold ?? style.run?.toggle("w:b")
            hidden = hidden ?? style.run?.toggle("w:vanish")
            pageStart = pageStart ?? style.paragraph?.toggle("w:pageBreakBefore")
            result.font = result.font ?? style.run?.first("w:rFonts").flatMap { $0["w:ascii"] ?? $0["w:hAnsi"] }
            outline = outline ?? style.paragraph?.first("w:outlineLvl")?["w:val"].flatMap(Int.init)
            named = named ?? level(named: style.name)
            if isContents(style.name) { result.isContents = true }
            if result.namedDepth == nil, style.name.hasPrefix("list "), let digit = style.name.last?.wholeNumberValue {
                result.namedDepth = digit
            }
            if let list = style.paragraph?.first("w:numPr") {
                result.listLevel = result.listLevel ?? list.first("w:ilvl")?["w:val"].flatMap(Int.init)
                if result.listID == nil, let listID = list.first("w:numId")?["w:val"] {
                    result.listID = listID
                    result.listStyle = current
                }
            }
            next = style.basedOn
        }
        result.isBold = bold ?? false
        result.isHidden = hidden ?? false
        result.isPageStart = pageStart ?? false
        if let outline {
            result.headingLevel = (0...8).contains(outline) ? outline + 1 : nil
        } else {
            result.headingLevel = named
        }
        return result
    }

    private static func level(named name: String) -> Int? {
        if name == "title" { return 1 }
        guard name.hasPrefix("heading "), let level = Int(name.dropFirst(8)), (1...9).contains(level) else {
            return nil
        }
        return level
    }

    private static func isContents(_ name: String) -> Bool {
        name == "toc heading" || name == "table of figures"
            || (name.hasPrefix("toc ") && name.dropFirst(4).allSatisfy(\.isNumber))
    }
}

/// Values as Word writes them.
enum WordValue {
    /// Whether a switch is on: it is unless it says that it is off.
    static func isOn(_ value: String) -> Bool { !(value == "0" || value == "false" || value == "off") }
}

extension XMLElement {
    /// A switch such as `w:b` among properties; nil where they do not mention it.
    func toggle(_ name: String) -> Bool? {
        first(name).map { WordValue.isOn($0["w:val"] ?? "1") }
    }
}
