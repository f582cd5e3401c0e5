/// The styles of an OpenDocument file, with what each takes over from its parent.
struct OpenDocumentStyles {
    /// What a style says once all its parents have been asked.
    struct Resolved {
        var isBold: Bool?
        var isHidden = false
        var font: String?
        var fill: Colour?
        var isTitle = false
        var isContents = false
        var isPageStart = false
    }

    private struct Key: Hashable {
        var family: String
        var name: String
    }

    private var resolved: [Key: Resolved] = [:]
    private(set) var lists: [String: OpenDocumentList] = [:]
    /// How headings are numbered.
    private(set) var outline: OpenDocumentList?

    /// - Parameter groups: Elements that hold styles, the most particular first.
    init(_ groups: [XMLElement?]) {
        var styles: [Key: XMLElement] = [:]
        for group in groups {
            for element in group?.elements ?? [] {
                switch element.name {
                case "style:style", "style:default-style":
                    // The default of a family stands under an empty name.
                    let key = Key(family: element["style:family"] ?? "", name: element["style:name"] ?? "")
                    if styles[key] == nil { styles[key] = element }
                case "text:list-style":
                    guard let name = element["style:name"], lists[name] == nil else { continue }
                    lists[name] = OpenDocumentList(element)
                case "text:outline-style": if outline == nil { outline = OpenDocumentList(element) }
                default: continue
                }
            }
        }
        for key in styles.keys { resolved[key] = OpenDocumentStyles.resolve(key, styles) }
    }

    /// A style by its family, `paragraph` or `text` or `table-cell`, and its name.
    func style(_ family: String, _ name: String?) -> Resolved {
        if let found = name.flatMap({ resolved[Key(family: family, name: $0)] }) { return found }
        var style = resolved[Key(family: family, name: "")] ?? Resolved()
        // Some programs use the title's style without defining it.
        if name == "Title" { style.isTitle = true }
        return style
    }

    private static func resolve(_ key: Key, _ styles: [Key: XMLElement]) -> Resolved {
        var result = Resolved()
        var pageStart: Bool?
        var hidden: Bool?
        var next: Key? = key
        // A ring of parents would never end.
        for depth in 0..<50 {
            guard let current = next, let style = styles[current] else { break }
            let name = style["style:display-name"] ?? current.name
            if name == "Title" { result.isTitle = true }
            if name.hasPrefix("Contents") || name.hasPrefix("TOC ") { result.isContents = true }
            let text = style.first("style:text-properties")
            result.isBold = result.isBold ?? text?["fo:font-weight"].map(FontWeight.isBold)
            result.font = result.font ?? text?["style:font-name"] ?? text?["fo:font-family"]
            hidden = hidden ?? text?["text:display"].map { $0 == "none" }
            let cell = style.first("style:table-cell-properties") ?? style.first("style:table-row-properties")
            if result.fill == nil, let colour = cell?["fo:background-color"] { result.fill = Colour(hex: colour) }
            let paragraph = style.first("style:paragraph-properties")
            pageStart = pageStart ?? paragraph?["fo:break-before"].map { $0 == "page" }
            // A change of master page begins a sheet; only the style itself says so, not its parents.
            if depth == 0, let page = style["style:master-page-name"], !page.isEmpty { pageStart = true }
            if let parent = style["style:parent-style-name"] {
                next = Key(family: key.family, name: parent)
            } else {
                next = current.name.isEmpty ? nil : Key(family: key.family, name: "")
            }
        }
        result.isPageStart = pageStart ?? false
        result.isHidden = hidden ?? false
        return result
    }
}

/// Weights of letters, as OpenDocument and web pages write them.
enum FontWeight {
    /// Whether words of a weight are bold: `bold`, or a number from 600.
    static func isBold(_ weight: String) -> Bool {
        weight == "bold" || weight == "bolder" || Int(weight).map { $0 >= 600 } ?? false
    }
}
