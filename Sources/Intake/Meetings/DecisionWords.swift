import Papers
import Register

/// The words by which a body decides: RESOLVED, RECOMMENDED, AGREED, NOTED.
enum DecisionWords {
    /// A decision that a block opens with: its force, the words of its only limb, and whether limbs follow.
    static func lead(of text: String) -> (type: Decision.Force, rest: String, leads: Bool)? {
        let folded = Folded(text)
        guard folded.starts(with: "decision:") else { return opening(of: text, folded) }
        let rest = folded.slice(9..<folded.count)
        return opening(of: rest, Folded(rest)) ?? (.resolved, rest, rest.isEmpty || rest.hasSuffix(":"))
    }

    private static func opening(
        of text: String, _ folded: Folded
    ) -> (type: Decision.Force, rest: String, leads: Bool)? {
        for (word, type) in capitals where text.hasPrefix(word) {
            let rest = folded.slice(word.utf8.count..<folded.count)
            guard rest.utf8.first.map({ !($0 &- 65 < 26 || $0 &- 97 < 26) }) ?? true || rest.isEmpty || startsLimb(rest)
            else { continue }
            return limb(rest, type)
        }
        if let titled = titled(text) { return titled }
        for (opening, type) in openings where folded.starts(with: opening) {
            let rest = folded.slice(opening.utf8.count..<folded.count)
            return limb(rest, rest.hasPrefix("to RECOMMEND") ? .recommended : type)
        }
        return nil
    }

    /// "Recommended to Cabinet:", "Agreed –": a verb with a capital leads a decision where a colon or dash follows soon.
    private static func titled(_ text: String) -> (type: Decision.Force, rest: String, leads: Bool)? {
        for (word, type) in [
            ("Resolved", Decision.Force.resolved), ("Recommended", .recommended), ("Agreed", .agreed),
            ("Noted", .noted),
        ]
        where text.hasPrefix(word) {
            guard let sign = text.firstIndex(where: { $0 == ":" || $0 == "–" }),
                text[..<sign].split(separator: " ").count <= 6,
                text.dropFirst(word.count).first.map({ " :–".contains($0) }) ?? false
            else { return nil }
            let rest = String(text[text.index(after: sign)...]).trimmed("* ")
            return (type, rest, rest.isEmpty || rest.hasSuffix(":"))
        }
        return nil
    }

    private static let capitals: [(String, Decision.Force)] = [
        ("RESOLVED", .resolved), ("RECOMMENDED", .recommended), ("AGREED", .agreed), ("NOTED", .noted),
        ("RECOMMENDATION TO COUNCIL", .recommended), ("UNANIMOUSLY RESOLVED", .resolved),
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
            // "It was AGREED to RECOMMEND to Cabinet:" recommends.
            let type = rest.hasPrefix("to RECOMMEND") ? .recommended : type
            if rest.isEmpty { return nil }
            if rest.hasSuffix(":") { return (type, "") }
            return (type, rest)
        }
        return nil
    }

    /// Limbs that run on in one paragraph: "(1) That …; and (2) that …".
    static func limbs(_ text: String) -> [(letter: String?, text: String)] {
        for (first, second) in [("(1) ", "(2) "), ("(a) ", "(b) "), ("(i) ", "(ii) ")]
        where text.hasPrefix(first) && text.holds(" " + second) {
            let labels =
                first == "(1) "
                ? (1...12).map { "\($0)" }
                : first == "(a) "
                    ? "abcdefghijkl".map(String.init) : ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"]
            var limbs: [(letter: String?, text: String)] = []
            var rest = text
            for (position, label) in labels.enumerated() {
                rest = String(rest.dropFirst(label.count + 3))
                guard position + 1 < labels.count, let next = rest.firstRange(of: " (\(labels[position + 1])) ") else {
                    limbs.append((label, rest.trimmed()))
                    break
                }
                limbs.append((label, String(rest[..<next.lowerBound]).trimmed()))
                rest = String(rest[rest.index(after: next.lowerBound)...])
            }
            return limbs
        }
        return [(nil, text)]
    }
}
