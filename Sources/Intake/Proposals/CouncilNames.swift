/// Names of councils as papers print them, in capitals and joined, as records keep them.
public enum CouncilNames {
    /// "HARROWMERE DISTRICT COUNCIL" is Harrowmere District Council; "Ambrey District and Harrowmere Borough Councils" are
    /// two. "Bath and North East Somerset Council" is one.
    public static func split(_ printed: String) -> [String] {
        let name = printed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let shown = inSmallLetters(name)
        guard let joint = shown.firstRange(of: " and ") else { return [shown] }
        let parts = [String(shown[..<joint.lowerBound]), String(shown[joint.upperBound...])]
        let ends = parts.map { $0.lowercased() }
        if ends[1].hasSuffix(" councils") {
            return [parts[0].hasSuffix("Council") ? parts[0] : parts[0] + " Council", String(parts[1].dropLast())]
        }
        return ends.allSatisfy { $0.hasSuffix(" council") } ? parts : [shown]
    }

    /// A name that is printed in capitals throughout, as it is written in a sentence: "YORK" is York. Abbreviations stay:
    /// letters that nobody could say, being three or fewer, such as HDC, or without a vowel, such as RBKC.
    static func inSmallLetters(_ name: String) -> String {
        let letters = name.lowercased().filter(\.isLetter)
        guard name == name.uppercased(), letters.count > 3, letters.contains(where: "aeiou".contains) else {
            return name
        }
        return name.lowercased().split(separator: " ").enumerated().map { place, word in
            place > 0 && ["and", "of", "the", "upon", "on", "in", "with"].contains(word)
                ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
        }.joined(separator: " ")
    }
}
