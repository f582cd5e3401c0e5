/// Names that may be of one person, post or council: a guess for somebody to judge, and never more.
public enum Namesakes {
    /// Initials and short names made of them: KH, CFor, PSmith, NWEDR, HoS.
    public static func isInitials(_ word: String) -> Bool {
        let bytes = Array(word.utf8)
        guard (2...7).contains(bytes.count), bytes.allSatisfy({ $0 &- 65 < 26 || $0 &- 97 < 26 }) else { return false }
        let capitals = bytes.filter { $0 &- 65 < 26 }.count
        return bytes[0] &- 65 < 26 && capitals >= 2
    }

    /// Whether initials are the first letters of a name's words: KH and CFor fit Kate Hall and Carol Forde.
    public static func fit(_ initials: String, _ name: String) -> Bool {
        let words = name.split(whereSeparator: { $0 == " " || $0 == "-" }).map { $0.lowercased() }
        guard words.count >= 2, words.count <= 4, initials.count >= 2 else { return false }
        return fits(Array(initials.lowercased()), words[...])
    }

    /// Each word gives one letter or more, and none is left out but those between the first and the last.
    private static func fits(_ letters: [Character], _ words: ArraySlice<String>) -> Bool {
        guard let word = words.first else { return letters.isEmpty }
        let rest = words.dropFirst()
        for count in stride(from: min(letters.count, word.count), through: 1, by: -1)
        where word.hasPrefix(String(letters[..<count])) {
            if fits(Array(letters[count...]), rest) { return true }
            if rest.count > 1, fits(Array(letters[count...]), rest.suffix(1)) { return true }
        }
        return false
    }

    /// Pairs among some names, by their places, the one that says less first.
    /// - Complexity: Names are compared with those that begin with the same letter.
    public static func pairs(among names: [String], of kind: RecordKind) -> [(less: Int, more: Int)] {
        // Too many posts begin with the same word.
        let fewest = kind == .post ? 2 : 1
        let written = names.map(Written.init)
        let groups = Dictionary(grouping: names.indices) { written[$0].words.first?.first }
        var pairs: [(less: Int, more: Int)] = []
        for (letter, group) in groups where letter != nil {
            for (place, first) in group.enumerated() {
                for second in group.dropFirst(place + 1) {
                    if written[second].mayMean(written[first], fewest) {
                        pairs.append((first, second))
                    } else if written[first].mayMean(written[second], fewest) {
                        pairs.append((second, first))
                    }
                }
            }
        }
        return pairs.sorted { ($0.less, $0.more) < ($1.less, $1.more) }
    }

    /// A name in words that can be compared.
    private struct Written {
        let words: [String]
        let text: String

        init(_ name: String) {
            // "Hall, Kate" is Kate Hall.
            let parts = name.split(separator: ",", maxSplits: 1).map(String.init)
            text = parts.count == 2 ? "\(parts[1]) \(parts[0])" : name
            words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }.map(String.init)
                .filter { !["of", "the", "and", "for"].contains($0) }
        }

        /// Whether another may be a shorter way of writing this one, or the same in other letters.
        /// - Parameter fewest: How many words say enough, where this one goes on after them.
        func mayMean(_ short: Written, _ fewest: Int) -> Bool {
            guard !short.words.isEmpty, short.words.count <= words.count else { return false }
            if short.words == words { return true }
            if short.words.count == 1, Namesakes.fit(short.text, text) { return true }
            // "K. Hall" is Kate Hall.
            let (first, shortFirst) = (words[0], short.words[0])
            let isAbridged =
                short.words.count == words.count && short.words.dropFirst() == words.dropFirst()
                && shortFirst.count == 1 && first.hasPrefix(shortFirst)
            // "Harrowmere" goes on as Harrowmere District Council.
            return isAbridged || short.words.count >= fewest && words.starts(with: short.words)
        }
    }
}
