/// How a list of an OpenDocument file prints its labels, level by level.
struct OpenDocumentList {
    private struct Level {
        var number: ListNumber
        var prefix = ""
        var suffix = ""
        var start = 1
        /// How many levels its label shows.
        var shown = 1
        var doublesLetters = false
    }

    /// Lists nest up to ten levels.
    static let depth = 10

    private var levels: [Int: Level] = [:]

    init(_ element: XMLElement) {
        for child in element.elements {
            guard let index = child["text:level"].flatMap({ Int($0) }), (1...OpenDocumentList.depth).contains(index)
            else {
                continue
            }
            switch child.name {
            case "text:list-level-style-bullet", "text:list-level-style-image": levels[index] = Level(number: .bullet)
            case "text:list-level-style-number", "text:outline-level-style":
                levels[index] = Level(
                    number: OpenDocumentList.formats[child["style:num-format"] ?? ""] ?? .none,
                    prefix: child["style:num-prefix"] ?? "", suffix: child["style:num-suffix"] ?? "",
                    start: child["text:start-value"].flatMap { Int32($0) }.map(Int.init) ?? 1,
                    shown: child["text:display-levels"].flatMap { Int($0) } ?? 1,
                    doublesLetters: child["style:num-letter-sync"] == "true")
            default: continue
            }
        }
    }

    /// Where a level begins to count.
    func start(of level: Int) -> Int { levels[level]?.start ?? 1 }

    /// The printed label of an item; nil text for a bullet, nil for an item that prints nothing.
    func label(_ counters: OpenDocumentCounters, level: Int) -> (text: String?, isPrinted: Bool) {
        guard let definition = levels[level] else { return (nil, true) }
        switch definition.number {
        case .bullet: return (nil, true)
        case .none:
            let text = (definition.prefix + definition.suffix).filter { !$0.isWhitespace }
            return text.isEmpty ? (nil, false) : (text, true)
        default:
            let first = max(1, level - min(max(definition.shown, 1), level) + 1)
            let numbers = (first...level).compactMap { level -> String? in
                guard let format = levels[level], format.number != .bullet, format.number != .none else { return nil }
                return format.number.text(counters[level] ?? format.start, doublesLetters: format.doublesLetters)
            }
            var lines = FlowLines()
            lines.add(definition.prefix + numbers.joined(separator: ".") + definition.suffix)
            return (lines.passages().first?.text, true)
        }
    }

    private static let formats: [String: ListNumber] = [
        "1": .decimal, "01": .paddedDecimal, "a": .lowerLetter, "A": .upperLetter, "i": .lowerRoman, "I": .upperRoman,
        "1st": .ordinal,
    ]
}

/// How far a list has counted on each of its levels.
struct OpenDocumentCounters {
    private var values = [Int?](repeating: nil, count: OpenDocumentList.depth + 1)

    subscript(level: Int) -> Int? { values.indices.contains(level) ? values[level] : nil }

    /// Counts an item on a level; levels below begin anew.
    mutating func count(_ level: Int, start: Int, setTo value: Int? = nil) {
        guard values.indices.contains(level) else { return }
        values[level] = value ?? (values[level].map { $0 &+ 1 } ?? start)
        for deeper in values.indices where deeper > level { values[deeper] = nil }
    }

    /// Forgets the levels from one on: a list within a list begins anew.
    mutating func restart(_ level: Int) {
        for deeper in values.indices where deeper >= level { values[deeper] = nil }
    }
}
