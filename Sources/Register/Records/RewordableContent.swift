/// What is special to a kind of record whose words, or whose name, may be put right by hand.
public protocol RewordableContent: RecordContent {
    /// Says it in other words.
    mutating func reword(_ words: String)
}

extension RecordContent {
    /// The same in other words; nil where words of its kind stay as they are.
    func reworded(_ words: String) -> (any RecordContent)? {
        guard var content = self as? any RewordableContent else { return nil }
        content.reword(words)
        return content
    }
}

/// A kind that keeps its words in `text`.
protocol WordedContent: RewordableContent {
    var text: String { get set }
}

extension WordedContent {
    /// Says it in other words.
    public mutating func reword(_ words: String) { text = words }
}

extension Action: WordedContent {}
extension Recommendation: WordedContent {}
extension Issue: WordedContent {}
extension Undertaking: WordedContent {}
extension Risk: WordedContent {}
extension Saving: WordedContent {}
extension Benefit: WordedContent {}
extension Service: WordedContent {}
extension Measure: WordedContent {}
extension WorkItem: WordedContent {}

extension Project: RewordableContent {
    /// Gives it another name.
    public mutating func reword(_ words: String) { name = words }
}
