/// What a line is by its bytes, before its neighbours are looked at.
enum LineShape: Equatable {
    case blank
    case pipeRow
    case tabRow
    /// Dashes under a table's header.
    case separator
    case rule
    case text

    /// The shape of the line in `range`; `inTabTable` says whether the line above is a row of a
    /// tab-separated table, `besideTabTable` whether such a table stands right above or below it.
    static func of(_ source: [UInt8], _ range: Range<Int>, inTabTable: Bool, besideTabTable: Bool) -> LineShape {
        var index = range.lowerBound
        while index < range.upperBound, source[index].isBlank { index += 1 }
        guard index < range.upperBound else {
            return inTabTable && source[range].contains(.tab) ? .tabRow : .blank
        }
        var last = range.upperBound
        while last > index, source[last - 1].isBlank { last -= 1 }
        if source[index] == .pipe, last - index > 1 {
            return isDashes(source, index..<last) ? .separator : .pipeRow
        }
        let leadingTabs = source[range.lowerBound..<index].reduce(0) { $0 + ($1 == .tab ? 1 : 0) }
        let innerTabs = source[index..<last].reduce(0) { $0 + ($1 == .tab ? 1 : 0) }
        let trailingTabs = source[last..<range.upperBound].reduce(0) { $0 + ($1 == .tab ? 1 : 0) }
        if isDashes(source, index..<last) { return innerTabs > 0 || inTabTable ? .separator : .rule }
        if innerTabs == 0, leadingTabs == 0, trailingTabs == 0 { return .text }
        if innerTabs > 0 {
            if !inTabTable, MarkerReader.read(source, index..<last) != nil {
                // "1.<tab>Minutes" and "1.<tab>Minutes<tab>5 - 12" are numbered lines, not rows.
                if innerTabs == 1 { return .text }
                if innerTabs == 2, let tab = source[index..<last].lastIndex(of: .tab), isPages(source, tab..<last) {
                    return .text
                }
            }
            return .tabRow
        }
        if inTabTable { return .tabRow }
        if leadingTabs > 0, besideTabTable || source[index] == UInt8(ascii: "<") { return .tabRow }
        return trailingTabs > 0 && leadingTabs == 0 ? .tabRow : .text
    }

    /// Only digits, dashes and white space: the pages at the right edge of an agenda.
    private static func isPages(_ source: [UInt8], _ range: Range<Int>) -> Bool {
        source[range].allSatisfy { $0.isDigit || $0.isBlank || $0 == .dash || $0 >= 0x80 }
            && source[range].contains(where: \.isDigit)
    }

    /// Only dashes, colons, pipes, plus signs, equals signs, stars, underscores and white space.
    private static func isDashes(_ source: [UInt8], _ range: Range<Int>) -> Bool {
        var marks = 0
        for byte in source[range] {
            switch byte {
            case .dash, UInt8(ascii: "="), UInt8(ascii: "_"), .star: marks += 1
            case .pipe, .tab, .space, UInt8(ascii: ":"), UInt8(ascii: "+"): continue
            default: return false
            }
        }
        return marks >= 2
    }
}
