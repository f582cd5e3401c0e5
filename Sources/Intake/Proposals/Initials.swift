import Register

/// Finds where a paper says whose initials it uses: "KH – Kate Hall", "Kate Hall (KH)", a row with "KH" and "Kate Hall".
enum Initials {
    /// For each of some initials, the name that the paper gives them; those that it gives two names are left out.
    static func resolve(_ wanted: Set<String>, in lines: [String]) -> [String: String] {
        var found: [String: Set<String>] = [:]
        for line in lines where line.utf8.count <= 400 {
            for initials in wanted where line.contains(initials) {
                if let name = name(of: initials, in: line) { found[initials, default: []].insert(name) }
            }
        }
        return found.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    /// Whether initials are the first letters of a name's words: KH and CFor fit Kate Hall and Carol Forde.
    static func fit(_ initials: String, _ name: String) -> Bool {
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

    private static func name(of initials: String, in line: String) -> String? {
        let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
        for (place, word) in words.enumerated() where word.trimmed("()[]:,.;*|–-=") == initials {
            let isBracketed = word.hasPrefix("(") || word.hasPrefix("[")
            for length in [3, 2] {
                if isBracketed, place >= length {
                    let name = words[(place - length)..<place].joined(separator: " ").trimmed(",;:*| ")
                    if Names.isName(name), fit(initials, name) { return name }
                }
                // A sign between the two says that one stands for the other.
                let after = place + 1
                let sign =
                    word.hasSuffix(":")
                    ? 0 : after < words.count && ["-", "–", "=", "|", ":", "—"].contains(words[after]) ? 1 : nil
                guard !isBracketed, let sign, after + sign + length <= words.count else { continue }
                let name = words[(after + sign)..<(after + sign + length)].joined(separator: " ").trimmed(",;:.*| ")
                if Names.isName(name), fit(initials, name) { return name }
            }
        }
        return nil
    }
}
