import Register

/// Interests that members declare.
enum DeclarationWords {
    /// Reads "Councillor X declared a personal interest in …" or a list entry "Councillor X - Item 5 - … interest - …".
    static func read(
        _ sentence: String, minute: String?, _ lexicon: Lexicon, at source: Source, _ harvest: inout Harvest
    ) -> Bool {
        let folded = Folded(sentence)
        guard folded.contains("interest") || folded.contains("interests") else { return false }
        if let verb = folded.find("declared"), verb.lowerBound > 0 {
            let before = folded.slice(0..<verb.lowerBound).trimmed()
            var people = Names.list(before, lexicon).map(\.name)
            if people.isEmpty, let person = Undertakings.subject(of: before, lexicon) { people = [person] }
            if people.isEmpty, let surname = surname(before, lexicon) { people = [surname] }
            let words = folded.slice(verb.upperBound..<folded.count)
            guard !people.isEmpty, folded.findFirst(of: ["no interest", "no interests", "no declarations"]) == nil,
                !words.isEmpty
            else { return false }
            for person in people {
                harvest.add(
                    .declaration(Declaration(text: words, person: person, minute: named(words) ?? minute)), at: source)
            }
            return true
        }
        return readEntry(sentence, minute: minute, lexicon, at: source, &harvest)
    }

    /// "Councillor Lusk": a surname alone is a name behind a title.
    private static func surname(_ text: String, _ lexicon: Lexicon) -> String? {
        let words = text.split(separator: " ").map(String.init)
        guard let title = words.first,
            lexicon.titles.contains(Words.key(title)) || ["mr", "mrs", "ms", "dr", "miss"].contains(Words.key(title)),
            (2...3).contains(words.count), let last = words.last, last.utf8.first.map({ $0 &- 65 < 26 }) ?? false
        else { return nil }
        return Names.withoutTitle(text, lexicon)
    }

    private static func readEntry(
        _ text: String, minute: String?, _ lexicon: Lexicon, at source: Source, _ harvest: inout Harvest
    ) -> Bool {
        let parts = text.split(separator: " - ", omittingEmptySubsequences: true).flatMap { $0.split(separator: " – ") }
            .map { String($0).trimmed() }
        guard parts.count >= 3, let first = parts.first else { return false }
        let people = Names.list(first, lexicon).map(\.name)
        guard !people.isEmpty, let kind = parts.dropFirst().firstIndex(where: { Folded($0).contains("interest") })
        else { return false }
        let words = parts[kind...].joined(separator: " - ")
        let number = parts[1..<kind].lazy.compactMap { named($0) }.first
        for person in people {
            harvest.add(.declaration(Declaration(text: words, person: person, minute: number ?? minute)), at: source)
        }
        return true
    }

    /// The number of the minute or item that the words name.
    private static func named(_ words: String) -> String? {
        let folded = Folded(words)
        for phrase in ["minute no", "minute number", "minute", "agenda item no", "agenda item", "item no", "item"] {
            guard let range = folded.find(phrase) else { continue }
            let rest = folded.slice(range.upperBound..<folded.count).trimmed(".:() ")
            let number = rest.prefix { $0.isNumber || $0 == "/" || $0.isUppercase || $0 == "." }
            if number.contains(where: \.isNumber) { return String(number).trimmed("/.") }
        }
        // "in C.19 (Harbour Dues)": the number stands without a word before it.
        for word in words.split(separator: " ").prefix(12) where word.contains(where: \.isNumber) {
            if let number = MinuteNumber.lead(of: String(word) + " A HEADING")?.number { return number }
        }
        return nil
    }
}
