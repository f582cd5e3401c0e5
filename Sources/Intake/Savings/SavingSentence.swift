/// What a sentence that names amounts says about savings.
enum SavingSentence {
    /// Whether the sentence states that money is or was saved.
    static func states(_ sentence: Folded) -> Bool {
        guard sentence.contains("£") || sentence.bytes.contains(0xA3) else { return false }
        if sentence.findFirst(of: ["or saving", "or savings of more", "before savings"]) != nil { return false }
        if sentence.findFirst(of: ["saving", "savings", "save", "saved", "saves"]) != nil { return true }
        return sentence.findFirst(of: ["delivered through", "efficiencies"]) != nil
    }

    /// Whether an amount is what is saved, and not a budget, gap, cost or reserve named beside it.
    static func isSaving(_ found: Amounts.Found, in sentence: Folded) -> Bool {
        let before = Folded(sentence.slice(max(0, found.range.lowerBound - 70)..<found.range.lowerBound))
        let after = Folded(sentence.slice(found.range.upperBound..<min(sentence.count, found.range.upperBound + 40)))
        for word in [
            "gap of", "budget of", "cost of", "costs of", "reserves of", "deficit of", "overspend of", "spend of",
            "grant of", "price of", "fee of", "investment of", "cost", "costs", "spent", "invest", "balances of",
            "remains", "underspend of", "between",
        ] {
            if let range = before.find(word), before.count - range.upperBound <= 6 { return false }
        }
        for word in [
            "of reserves", "of grant", "deficit", "overspend", "in reserves", "budget", "of funding", "of debt",
        ] where after.starts(with: word) { return false }
        return true
    }

    /// The council that an amount is for: a name straight after it, or the sentence's own subject.
    static func council(after found: Amounts.Found, until end: Int, in sentence: Folded) -> String? {
        let rest = sentence.slice(found.range.upperBound..<min(end, found.range.upperBound + reach))
        var words = rest.split(separator: " ").map(String.init)
        // "… £225,000 falls to Fenwick": a few small words may lead to the name.
        if let joint = words.prefix(4).lastIndex(where: { ["for", "at", "in", "to"].contains($0) }),
            words[..<joint].allSatisfy({ $0.utf8.allSatisfy { $0 &- 97 < 26 } })
        {
            words.removeFirst(joint + 1)
        }
        var name: [String] = []
        for word in words {
            let plain = word.trimmed(",.;)(")
            guard plain.utf8.first.map({ $0 &- 65 < 26 }) ?? false, !isMonthOrYear(plain) else { break }
            name.append(plain)
            if word != plain { break }
        }
        if !name.isEmpty { return name.joined(separator: " ") }
        return subject(before: found, in: sentence)
    }

    /// "the two councils" are those that the paragraph names before.
    static func councils(in sentence: Folded, at start: Int, of paragraph: Folded) -> String? {
        guard sentence.findFirst(of: ["the two councils", "both councils", "the councils"]) != nil else { return nil }
        let words = paragraph.slice(max(0, start - reach * 4)..<start).split(separator: " ").map(String.init)
        guard let last = words.lastIndex(where: { $0.trimmed(",.;") == "Councils" }) else { return nil }
        var start = last
        while start > 0, words[start - 1].utf8.first.map({ $0 &- 65 < 26 }) ?? false || words[start - 1] == "and" {
            start -= 1
        }
        while start < last, words[start] == "and" || words[start] == "The" { start += 1 }
        return start < last ? words[start...last].joined(separator: " ").trimmed(",.;") : nil
    }

    /// "Shared services saved Ottermere £610,000 and Westling £440,000": the name straight before an amount.
    private static func subject(before found: Amounts.Found, in sentence: Folded) -> String? {
        let start = found.range.lowerBound
        let words = sentence.slice(max(0, start - reach)..<start).split(separator: " ").map(String.init)
        guard let last = words.last, last.utf8.first.map({ $0 &- 65 < 26 }) ?? false, words.count > 2,
            last.trimmed(",:") == last
        else { return nil }
        return isMonthOrYear(last) || ["Savings", "Saving", "The"].contains(last) ? nil : last
    }

    private static func isMonthOrYear(_ word: String) -> Bool {
        [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December", "The", "This", "In",
        ].contains(word)
    }

    /// The year that stands nearest behind an amount, else the last one before it; "from" and "since" belong to it.
    static func year(near found: Amounts.Found, until end: Int, in sentence: Folded) -> String? {
        let (start, stop) = (found.range.lowerBound, found.range.upperBound)
        return yearPhrase(in: sentence.slice(stop..<min(end, stop + reach)), last: false)
            ?? yearPhrase(in: sentence.slice(max(0, start - reach)..<start), last: true)
            ?? yearPhrase(in: sentence.slice(stop..<min(sentence.count, stop + reach)), last: false)
    }

    /// How far from an amount its year and council are looked for, in bytes: a sentence of sums is read in linear time.
    private static let reach = 600

    private static func yearPhrase(in text: String, last: Bool) -> String? {
        let words = text.split(separator: " ").map(String.init)
        var phrase: String?
        for (index, word) in words.enumerated() {
            if word.lowercased().hasPrefix("annum"), index > 0 { phrase = phrase ?? "per annum" }
            guard let year = SavingColumns.year(in: word) else { continue }
            let before = index > 0 ? words[index - 1].lowercased() : ""
            phrase = ["from", "since"].contains(before) ? before + " " + year : year
            if !last { return phrase }
        }
        return phrase
    }
}
