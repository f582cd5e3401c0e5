/// The tokens of one phrase; reading past either end gives `.end`, so that no lookahead needs a bounds check.
struct Phrase {
    let tokens: [PhraseToken]

    var count: Int { tokens.count }

    subscript(index: Int) -> PhraseToken {
        index >= 0 && index < tokens.count ? tokens[index] : PhraseToken(lexeme: .end, start: 0, end: 0)
    }

    func lexeme(_ index: Int) -> PhraseLexeme {
        index >= 0 && index < tokens.count ? tokens[index].lexeme : .end
    }

    /// The place after a hyphen, so that "on-going" and "on going" read alike.
    func pastDash(_ index: Int) -> Int { lexeme(index) == .dash ? index + 1 : index }
}
