import Papers
import Register

/// The words by which a body decides: RESOLVED, RECOMMENDED, AGREED, NOTED.
enum DecisionWords {
    /// A decision that a block opens with: its force, the words of its only limb, and whether limbs follow.
    static func lead(of text: String) -> (type: Decision.Force, rest: String, leads: Bool)? {
        let folded = Folded(text)
        for (word, type) in capitals where text.hasPrefix(word) {
            let rest = folded.slice(word.utf8.count..<folded.count)
            guard rest.utf8.first.map({ !($0 &- 65 < 26 || $0 &- 97 < 26) }) ?? true || rest.isEmpty || startsLimb(rest)
            else { continue }
            return limb(rest, type)
        }
        for (opening, type) in openings where folded.starts(with: opening) {
            return limb(folded.slice(opening.utf8.count..<folded.count), type)
        }
        if folded.starts(with: "decision:") {
            let rest = folded.slice(9..<folded.count)
            if let inner = lead(of: rest) { return inner }
            return (.resolved, rest, rest.isEmpty || rest.hasSuffix(":"))
        }
        return nil
    }

    private static let capitals: [(String, Decision.Force)] = [
        ("RESOLVED", .resolved), ("RECOMMENDED", .recommended), ("AGREED", .agreed), ("NOTED", .noted),
        ("RECOMMENDATION TO COUNCIL", .recommended), ("Resolved", .resolved), ("UNANIMOUSLY RESOLVED", .resolved),
        ("IT WAS RESOLVED", .resolved), ("IT WAS AGREED", .agreed), ("IT WAS RECOMMENDED", .recommended),
    ]
    private static let openings: [(String, Decision.Force)] = [
        ("it was resolved", .resolved), ("it was agreed", .agreed), ("it was recommended", .recommended),
        ("it was unanimously resolved", .resolved), ("it was unanimously agreed", .agreed),
    ]

    private static func startsLimb(_ rest: String) -> Bool {
        let key = Words.key(rest)
        return ["that", "to", "unanimously", "by", "the", "accordingly"].contains {
            key == $0 || key.hasPrefix($0 + " ")
        }
    }

    /// The words after the verb: a limb, or a lead to limbs below.
    private static func limb(_ rest: String, _ type: Decision.Force) -> (
        type: Decision.Force, rest: String, leads: Bool
    ) {
        var words = rest.trimmed()
        // "RECOMMENDED TO COUNCIL –", "RESOLVED (unanimously):", "RECOMMENDED to Cabinet that:"
        if let sign = words.firstIndex(where: { ":–—-".contains($0) }) {
            let before = String(words[..<sign])
            let key = Words.key(Words.withoutBrackets(before))
            let isAddress =
                key.isEmpty || key == "that"
                || key.wordCount <= 8
                    && (key.hasPrefix("to ") || key.hasPrefix("unanimously") || key.hasPrefix("accordingly"))
                    && !key.contains(" that ")
            if isAddress, sign == words.startIndex || words[words.index(before: sign)] == " " || words[sign] == ":" {
                words = String(words[words.index(after: sign)...]).trimmed(":–—- ")
            }
        }
        let key = Words.key(words)
        if words.isEmpty || key == "that" || key == "to" { return (type, "", true) }
        if words.hasSuffix(":") { return (type, "", true) }
        return (type, words, false)
    }

    /// A decision in the midst of a sentence: "After discussion it was agreed that …".
    static func within(_ sentence: String) -> (type: Decision.Force, rest: String)? {
        let folded = Folded(sentence)
        // "The report was NOTED.": capitals make a decision of it.
        if sentence.wordCount <= 14, sentence.hasSuffix(" NOTED.") || sentence.hasSuffix(" NOTED") {
            return (.noted, sentence)
        }
        for (phrase, type) in [
            ("it was resolved", Decision.Force.resolved), ("it was agreed", .agreed),
            ("it was recommended", .recommended), ("it was unanimously agreed", .agreed),
            ("it was unanimously resolved", .resolved),
        ] {
            guard let range = folded.find(phrase) else { continue }
            let rest = folded.slice(range.upperBound..<folded.count)
            let key = Words.key(rest)
            guard key.isEmpty || key.hasPrefix("that") || key.hasPrefix("to") else { continue }
            if rest.isEmpty { return nil }
            if rest.hasSuffix(":") { return (type, "") }
            return (type, rest)
        }
        return nil
    }
}
