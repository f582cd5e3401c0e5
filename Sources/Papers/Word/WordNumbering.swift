/// The lists of a Word file, and how far each has counted.
struct WordNumbering {
    /// A printed label and where it puts its paragraph.
    struct Label {
        /// Nil for a bullet.
        var text: String?
        /// Counted from 1.
        var depth: Int
    }

    private struct Level {
        var start = 1
        var number = ListNumber.decimal
        var text = ""
        /// The level at or above which this one starts again, counted from 1; 0 for never; nil for any above.
        var restart: Int?
        var isLegal = false
        var style: String?
    }

    private struct List {
        var abstract: String
        var overrides: [Int: Level] = [:]
        var starts: [Int: Int] = [:]
    }

    /// Lists have nine levels.
    private static let depth = 9

    private var abstracts: [String: [Int: Level]] = [:]
    private var lists: [String: List] = [:]
    /// Lists that share a definition go on counting from one another.
    private var counters: [String: [Int?]] = [:]
    private var begun: Set<String> = []

    init(_ root: XMLElement?, styles: WordStyles) {
        guard let root else { return }
        var links: [String: String] = [:]
        for element in root.elements {
            switch element.name {
            case "w:abstractNum":
                guard let id = element["w:abstractNumId"] else { continue }
                abstracts[id] = WordNumbering.levels(element)
                links[id] = element.first("w:numStyleLink")?["w:val"]
            case "w:num":
                guard let id = element["w:numId"], let abstract = element.first("w:abstractNumId")?["w:val"] else {
                    continue
                }
                lists[id] = WordNumbering.list(element, abstract)
            default: continue
            }
        }
        // A definition may be but a pointer to the definition of a list style.
        for (id, style) in links {
            guard let listID = styles.listID(ofStyle: style), let abstract = lists[listID]?.abstract else { continue }
            if let levels = abstracts[abstract] { abstracts[id] = levels }
        }
    }

    /// Counts a paragraph of a list and gives its label; nil where the list prints nothing.
    mutating func label(listID: String, level: Int?, style: String?) -> Label? {
        guard let list = lists[listID], let levels = abstracts[list.abstract] else { return nil }
        let linked = style.flatMap { style in levels.first { $0.value.style == style }?.key }
        let index = min(max(level ?? linked ?? 0, 0), WordNumbering.depth - 1)
        guard let definition = list.overrides[index] ?? levels[index] else { return nil }
        var counter = counters[list.abstract] ?? Array(repeating: nil, count: WordNumbering.depth)
        if begun.insert(listID).inserted {
            for (level, start) in list.starts where counter.indices.contains(level) { counter[level] = start - 1 }
        }
        counter[index] = (counter[index] ?? definition.start - 1) &+ 1
        for deeper in (index + 1)..<max(WordNumbering.depth, index + 1) {
            let restart = (list.overrides[deeper] ?? levels[deeper])?.restart
            if restart.map({ index < $0 }) ?? true { counter[deeper] = nil }
        }
        counters[list.abstract] = counter
        if definition.number == .bullet {
            // A list of blanks for bullets only sets paragraphs in, under the item before them.
            return definition.text == " " ? nil : Label(text: nil, depth: index + 1)
        }
        let text = print(definition, counter) { list.overrides[$0] ?? levels[$0] }
        return text.isEmpty ? nil : Label(text: text, depth: index + 1)
    }

    /// The text of a level with the numbers filled in: `%1.%2` becomes `2.1`.
    private func print(_ definition: Level, _ counter: [Int?], level: (Int) -> Level?) -> String {
        var lines = FlowLines()
        var text = ""
        var rest = definition.text[...]
        while let letter = rest.popFirst() {
            guard letter == "%", let digit = rest.first?.wholeNumberValue, (1...WordNumbering.depth).contains(digit)
            else {
                text.append(letter)
                continue
            }
            rest.removeFirst()
            let named = level(digit - 1)
            let format = named?.number ?? .decimal
            let isPlain = definition.isLegal && format != .none
            text += (isPlain ? .decimal : format).text(counter[digit - 1] ?? named?.start ?? 1)
        }
        lines.add(text)
        return lines.passages().first?.text ?? ""
    }

    private static func list(_ element: XMLElement, _ abstract: String) -> List {
        var list = List(abstract: abstract)
        for override in element.elements where override.name == "w:lvlOverride" {
            guard let index = override["w:ilvl"].flatMap(Int.init) else { continue }
            list.starts[index] = override.first("w:startOverride")?["w:val"].flatMap { Int(Int32($0) ?? 1) }
            if let level = override.first("w:lvl") { list.overrides[index] = self.level(level) }
        }
        return list
    }

    private static func levels(_ element: XMLElement) -> [Int: Level] {
        var levels: [Int: Level] = [:]
        for child in element.elements where child.name == "w:lvl" {
            if let index = child["w:ilvl"].flatMap(Int.init) { levels[index] = level(child) }
        }
        return levels
    }

    private static func level(_ element: XMLElement) -> Level {
        var level = Level()
        for child in element.elements {
            let value = child["w:val"]
            switch child.name {
            case "w:start": level.start = value.flatMap { Int32($0) }.map(Int.init) ?? 1
            case "w:numFmt": level.number = formats[value ?? ""] ?? .decimal
            // Newer formats stand in a choice, with an older one to fall back on.
            case "mc:AlternateContent":
                level.number = formats[child.at("mc:Fallback", "w:numFmt")?["w:val"] ?? ""] ?? .decimal
            case "w:lvlText": level.text = value ?? ""
            case "w:lvlRestart": level.restart = value.flatMap { Int($0) }
            case "w:isLgl": level.isLegal = WordValue.isOn(value ?? "1")
            case "w:pStyle": level.style = value
            case "w:lvlPicBulletId": level.number = .bullet
            default: continue
            }
        }
        return level
    }

    private static let formats: [String: ListNumber] = [
        "decimal": .decimal, "decimalZero": .paddedDecimal, "lowerLetter": .lowerLetter, "upperLetter": .upperLetter,
        "lowerRoman": .lowerRoman, "upperRoman": .upperRoman, "ordinal": .ordinal, "cardinalText": .cardinalWord,
        "ordinalText": .ordinalWord, "none": .none, "bullet": .bullet,
    ]
}
