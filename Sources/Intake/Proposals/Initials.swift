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

    private static func name(of initials: String, in line: String) -> String? {
        let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
        for (place, word) in words.enumerated() where word.trimmed("()[]:,.;*|–-=") == initials {
            let isBracketed = word.hasPrefix("(") || word.hasPrefix("[")
            for length in [3, 2] {
                if isBracketed, place >= length {
                    let name = words[(place - length)..<place].joined(separator: " ").trimmed(",;:*| ")
                    if Names.isName(name), Namesakes.fit(initials, name) { return name }
                }
                // A sign between the two says that one stands for the other.
                let after = place + 1
                let sign =
                    word.hasSuffix(":")
                    ? 0 : after < words.count && ["-", "–", "=", "|", ":", "—"].contains(words[after]) ? 1 : nil
                guard !isBracketed, let sign, after + sign + length <= words.count else { continue }
                let name = words[(after + sign)..<(after + sign + length)].joined(separator: " ").trimmed(",;:.*| ")
                if Names.isName(name), Namesakes.fit(initials, name) { return name }
            }
        }
        return nil
    }
}
