import Papers

/// Knows cards: tables whose left-hand cells are labels and whose right-hand cells are their values.
enum CardSense {
    /// The table as a card, where most of its left-hand cells are labels that the lexicon knows.
    static func read(_ table: ReadTable, lexicon: Lexicon) -> ReadTable? {
        guard table.roles.count >= 2, table.rows.count >= 2 else { return nil }
        let labelled = table.rows.filter { !$0[0].isBlank }
        let known = labelled.filter { label($0[0].text, lexicon) != nil }.count
        guard known >= 2, known * 2 >= labelled.count else { return nil }
        var card = table
        card.kind = .card
        card.roles = Array(repeating: nil, count: table.roles.count)
        return card
    }

    /// What a label stands for: short words, known exactly or by what they contain.
    static func label(_ text: String, _ lexicon: Lexicon) -> Role? {
        guard text.wordCount <= 6, text.utf8.count <= 60 else { return nil }
        let plain = Words.withoutBrackets(text).trimmed("*:?.-– ")
        return lexicon.columns.match(plain) ?? lexicon.columns.containedMatch(plain, maximumWords: 5)
    }
}
