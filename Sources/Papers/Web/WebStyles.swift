/// What a web page's style sheets and attributes say of weights, backgrounds and what is not shown.
///
/// Simple selectors only: `.red`, `td`, `td.red`, `#status`. The rest of CSS is about how a page looks.
struct WebStyles {
    /// What is said of one element; nil where nothing is.
    struct Style {
        var isBold: Bool?
        var fill: Colour?
        var isHidden: Bool?
        var breaksBefore = false
        /// How a list is marked, such as `lower-alpha`.
        var listType: String?

        fileprivate mutating func add(_ declarations: Substring) {
            for declaration in declarations.split(separator: ";") {
                let parts = declaration.split(separator: ":", maxSplits: 1)
                guard parts.count == 2 else { continue }
                let property = WebStyles.word(parts[0])
                let value = WebStyles.word(parts[1])
                switch property {
                case "font-weight": isBold = FontWeight.isBold(value)
                case "background-color": fill = WebColour.read(value)
                case "background": fill = WebColour.read(value) ?? WebStyles.firstColour(value) ?? fill
                case "display": isHidden = value == "none"
                case "visibility" where value == "hidden": isHidden = true
                // How Word writes that a text is hidden.
                case "mso-hide" where value == "all": isHidden = true
                case "page-break-before", "break-before": breaksBefore = value == "always" || value == "page"
                case "list-style-type", "list-style": listType = value
                default: continue
                }
            }
        }

        fileprivate mutating func merge(_ other: Style) {
            isBold = other.isBold ?? isBold
            fill = other.fill ?? fill
            isHidden = other.isHidden ?? isHidden
            listType = other.listType ?? listType
        }
    }

    private var rules: [String: Style] = [:]
    /// Sheets larger than this are those of a whole site; what matters for a paper stands in small ones.
    private static let sheetLimit = 500_000

    init(_ sheets: [String]) {
        for sheet in sheets where sheet.utf8.count <= WebStyles.sheetLimit { read(sheet) }
    }

    /// What holds for an element: its tag, its classes, its id, its own attributes, the later the stronger.
    func style(of element: XMLElement) -> Style {
        var style = rules[element.name] ?? Style()
        if !rules.isEmpty {
            for name in (element["class"] ?? "").lowercased().split(whereSeparator: \.isWhitespace).prefix(20) {
                if let rule = rules[".\(name)"] { style.merge(rule) }
                if let rule = rules["\(element.name).\(name)"] { style.merge(rule) }
            }
            if let id = element["id"]?.lowercased(), let rule = rules["#\(id)"] { style.merge(rule) }
        }
        if let colour = element["bgcolor"] { style.fill = WebColour.read(colour) ?? style.fill }
        if let own = element["style"] { style.add(own[...]) }
        if element.attributes["hidden"] != nil { style.isHidden = true }
        return style
    }

    private mutating func read(_ sheet: String) {
        var rest = WebStyles.withoutComments(sheet)[...]
        while let open = rest.firstIndex(of: "{") {
            // After what came before: a rule's end, or one without braces.
            let selectors = rest[..<open].split(omittingEmptySubsequences: false) { $0 == ";" || $0 == "}" }.last ?? ""
            rest = rest[rest.index(after: open)...]
            // Rules for print, narrow screens and the like: what is within is read, as it stands in braces of its own.
            if selectors.contains("@") { continue }
            guard let close = rest.firstIndex(of: "}") else { return }
            let declarations = rest[..<close]
            rest = rest[rest.index(after: close)...]
            for selector in selectors.split(separator: ",").prefix(100) {
                let name = WebStyles.word(selector.drop { $0 == "}" || $0.isWhitespace })
                guard !name.isEmpty, !name.contains(where: { " >+~:[*".contains($0) }) else { continue }
                rules[name, default: Style()].add(declarations)
            }
        }
    }

    private static func withoutComments(_ sheet: String) -> String {
        var plain = ""
        var rest = sheet[...]
        while let open = rest.firstRange(of: "/*") {
            plain += rest[..<open.lowerBound]
            guard let close = rest[open.upperBound...].firstRange(of: "*/") else { return plain }
            rest = rest[close.upperBound...]
        }
        return (plain + rest).replacing("<!--", with: "").replacing("-->", with: "")
    }

    private static func word(_ text: Substring) -> String {
        var text = text.lowercased()[...]
        if let mark = text.firstIndex(of: "!") { text = text[..<mark] }
        while let first = text.first, first.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return String(text)
    }

    /// A background may name an image and a place besides its colour.
    private static func firstColour(_ value: String) -> Colour? {
        for part in value.split(separator: " ") { if let colour = WebColour.read(String(part)) { return colour } }
        return nil
    }
}
