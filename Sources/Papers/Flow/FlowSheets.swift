/// Counts the sheets of a paper by the breaks that its word processor noted when it last showed it, and by those that
/// were set.
struct FlowSheets {
    private var number = 1
    /// Whether the file notes where its pages broke when it was last shown; only then are sheets known.
    private let isKnown: Bool
    /// Whether nothing has been printed since the last break: Word notes a break that was set a second time.
    private var isFresh = true
    /// How each section begins, in order.
    private let starts: [String]
    private var section = 0

    init(isKnown: Bool, sectionStarts: [String] = []) {
        self.isKnown = isKnown
        starts = sectionStarts
    }

    /// The sheet that words stand on here.
    var sheet: Int? { isKnown ? number : nil }

    /// Words stand here.
    mutating func words() { isFresh = false }

    /// A break that was noted; gives whether a new sheet begins.
    mutating func noted() -> Bool {
        if isFresh {
            isFresh = false
            return false
        }
        number += 1
        return true
    }

    /// A break that was set begins a new sheet.
    mutating func set() {
        number += 1
        isFresh = true
    }

    /// A paragraph that is to stand at the top of a sheet; gives whether a new one begins for it.
    mutating func top() -> Bool {
        if isFresh { return false }
        set()
        return true
    }

    /// A section ends; gives whether the next begins on a new sheet.
    mutating func sectionEnd() -> Bool {
        section += 1
        guard starts.indices.contains(section), starts[section] != "continuous", starts[section] != "nextColumn" else {
            return false
        }
        set()
        return true
    }
}
