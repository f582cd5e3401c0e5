/// Header rows that group columns by council: "BDC Performance" over "Target" and "Actual".
enum CouncilGroups {
    /// The council that a column speaks of, from the group above it or from its own header.
    static func council(group: String, below: String, _ lexicon: Lexicon) -> String? {
        let own = below.trimmed()
        if own.utf8.count <= 6, own.utf8.count >= 2, own.utf8.allSatisfy({ $0 &- 65 < 26 }),
            lexicon.columns.match(own) == nil
        {
            return own
        }
        guard lexicon.columns.match(group) == nil else { return nil }
        let words = group.split(separator: " ")
        // What is left of the group's words when those about performance are taken away.
        let named = words.filter {
            lexicon.columns.match(String($0)) == nil && $0.utf8.first.map { $0 &- 65 < 26 } ?? false
        }
        guard !named.isEmpty, named.count <= 5,
            lexicon.columns.containedMatch(group) == nil || named.count < words.count
        else {
            return nil
        }
        return named.joined(separator: " ")
    }
}

extension CouncilGroups {
    /// "Penmarsh target", "Penmarsh YTD", "Tarnbrook target", "Tarnbrook YTD": names before words that head a column.
    static func readPrefixes(_ table: inout ReadTable, _ lexicon: Lexicon) {
        var found: [(column: Int, council: String, role: Role)] = []
        for column in table.headers.indices {
            let words = table.headers[column].split(separator: " ").map(String.init)
            guard words.count >= 2 else { continue }
            for cut in 1..<words.count {
                let (name, rest) = (words[..<cut].joined(separator: " "), words[cut...].joined(separator: " "))
                guard let role = lexicon.columns.match(rest),
                    [.target, .actual, .baseline, .status, .trend].contains(role),
                    lexicon.columns.match(name) == nil,
                    words[..<cut].allSatisfy({ $0.utf8.first.map { $0 &- 65 < 26 } ?? false })
                else { continue }
                found.append((column, name, role))
                break
            }
        }
        let names = Dictionary(grouping: found, by: \.council).filter { $0.value.count >= 2 }
        guard names.count >= 2 else { return }
        for entry in found where names[entry.council] != nil {
            table.roles[entry.column] = entry.role
            table.councils[entry.column] = entry.council
        }
    }
}

/// Header rows that group likelihood, impact and score under inherent, current and target.
enum RatingGroups {
    static func role(group: String, below: String) -> Role? {
        let (upper, lower) = (Words.key(group), Words.key(below))
        let part: Int
        switch lower {
        case "l", "likelihood", "probability": part = 0
        case "i", "impact", "severity": part = 1
        case "score", "total", "rating", "s", "risk score", "lxi", "overall": part = 2
        default: return nil
        }
        return role(level: upper, part: part)
    }

    /// The role for a part (0 likelihood, 1 impact, 2 score) of a rating named in words.
    static func role(level: String, part: Int) -> Role? {
        let words = Set(level.split(separator: " ").map(String.init))
        let inherent: [Role] = [.inherentLikelihood, .inherentImpact, .inherentScore]
        let target: [Role] = [.targetLikelihood, .targetImpact, .targetScore]
        let current: [Role] = [.likelihood, .impact, .score]
        if !words.isDisjoint(with: ["inherent", "gross", "raw", "unmitigated", "original", "before"]) {
            return inherent[part]
        }
        if !words.isDisjoint(with: ["target", "appetite"]) { return target[part] }
        if !words.isDisjoint(with: ["current", "residual", "net", "mitigated", "now", "after", "risk", "rating"]) {
            return current[part]
        }
        return nil
    }
}
