/// One word, number or mark of a printed phrase, with its place in the bytes.
struct PhraseToken {
    var lexeme: PhraseLexeme
    /// The number, the month, the weekday or whatever else the lexeme counts.
    var value: Int32 = 0
    /// How many digits were printed; 0 for a number written as a word.
    var digits: UInt8 = 0
    /// Nothing stands between this token and the one before.
    var isTight = false
    var isCapital = false
    /// Letters follow a number without a space ("12m", "3pm").
    var isGlued = false
    var start: Int32
    var end: Int32
}
