/// When something is promised for: the words as printed, and what they mean (finding contract, rule 3).
public struct Timescale: Hashable, Sendable, Codable {
    /// The words exactly as the paper prints them (finding contract, rule 3).
    public var words: String
    /// The first day, where the words name one: a season, a range, "during", "from", early, mid and late (finding contract, rule 3).
    public var start: Day?
    /// The last day of what the words name, inclusive (finding contract, rule 3).
    public var due: Day?
    /// Whether the words leave the end open: "Ongoing", "From Dec 2020" (finding contract, rule 3).
    public var isOpenEnded = false
    /// How often it comes round again, where the words say so (finding contract, rule 3).
    public var recurrence: Recurrence?
    /// Whether the words say that it is done: "Completed", "In place" (finding contract, rule 3).
    public var isCompleted = false
    /// How fine the date is that the words name; nil where they name none.
    public var precision: Precision?
    /// What a relative phrase hangs on; such a phrase gives no dates of its own (finding contract, rule 3).
    public var relation: Relation?
    /// What cannot be so about the date as printed; it is reported, never put right by guessing (finding contract, rule 3).
    public var problem: Problem?
    /// Whether a year left out was taken from the paper's own date (finding contract, rule 3).
    public var isYearInferred = false

    /// Reads a timescale as printed; never fails, for words that mean nothing are still the paper's words.
    ///
    /// - Parameters:
    ///   - words: The words, white space and line breaks included.
    ///   - reference: The paper's own date, from which a year left out is taken; without it such a date stays unknown.
    /// - Complexity: O(*n*) in the length of the words.
    public init(_ words: String, reference: Day?) {
        self.words = words
        var reader = PhraseReader(words, reference: reference)
        reader.read()
        reader.conclude(&self)
    }
}
