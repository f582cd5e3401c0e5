extension Timescale {
    /// Whether the whole text reads as a timescale, so that a column without a header can be known to hold dates.
    ///
    /// False for sentences, names, initials, money, plain numbers (a bare year among them), yes and no, and pointers such as
    /// "As above", which any column may hold.
    public static func resembles(_ text: some StringProtocol) -> Bool {
        let text = String(text)
        // The longest phrasing of the list of phrasings is half of this.
        guard text.utf8.count <= 160 else { return false }
        var reader = PhraseReader(text, reference: nil)
        let phrase = reader.phrase
        guard phrase.count > 0, phrase.count <= 24 else { return false }
        guard !isFigure(phrase) else { return false }
        reader.read()
        return reader.anchors > 0 && reader.strangers == 0
    }

    // "2025", "3.5", "10/11" and "1.2.10" are as likely a count, a score or a paragraph.
    private static func isFigure(_ phrase: Phrase) -> Bool {
        var digits = 0
        var hasDot = false
        for token in phrase.tokens {
            switch token.lexeme {
            case .number: digits += Int(token.digits)
            case .dot: hasDot = true
            case .comma, .slash, .dash: continue
            default: return false
            }
        }
        return digits <= 4 && (phrase.count <= 3 || hasDot)
    }
}
