import Register

/// What somebody searches for: all words must be there, in any form; "quoted words" in that order; a word with * at its
/// end begins longer ones; a word with - before it must not be there.
public struct SearchWords: Sendable, Hashable {
    /// As typed.
    public let typed: String
    /// Words and phrases to be found, in small letters.
    public let terms: [String]
    private let prefixes: Set<String>
    private let excluded: [String]

    /// Reads what was typed; nil where it holds no word.
    public init?(_ typed: String) {
        var (terms, prefixes, excluded): ([String], Set<String>, [String]) = ([], [], [])
        var isQuoted = false
        for (place, piece) in typed.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            isQuoted = place % 2 == 1
            let phrases = isQuoted ? [piece] : piece.split(whereSeparator: \.isWhitespace)
            for phrase in phrases {
                let words = phrase.lowercased().split(whereSeparator: { !($0.isLetter || $0.isNumber) })
                guard !words.isEmpty else { continue }
                let term = words.joined(separator: " ")
                if !isQuoted, phrase.hasPrefix("-") {
                    excluded.append(term)
                } else {
                    terms.append(term)
                    if !isQuoted, phrase.hasSuffix("*") { prefixes.insert(term) }
                }
            }
        }
        guard !terms.isEmpty else { return nil }
        (self.typed, self.terms, self.prefixes, self.excluded) = (typed, terms, prefixes, excluded)
    }

    /// The query in the words of SQLite's full-text search; holds letters, digits and quotes only.
    var fullText: String {
        let wanted = terms.map { "\"\($0)\"" + (prefixes.contains($0) ? "*" : "") }.joined(separator: " AND ")
        return excluded.reduce("(\(wanted))") { $0 + " NOT \"\($1)\"" }
    }
}

extension SearchWords {
    /// The part of a long text around what was looked for; begins some words before the first word that is found.
    /// - Parameters:
    ///   - room: How many characters it may have.
    ///   - cut: Cuts a text at so many characters, as whoever shows it does.
    public func excerpt(of text: String, room: Int, cut: (String, Int) -> String) -> String {
        guard text.count > room else { return text }
        let words = text.split(separator: " ")
        let stems = stems
        let found = words.firstIndex { word in stems.contains { word.lowercased().contains($0) } } ?? 0
        let from = max(0, found - 6)
        let rest = words[from...].joined(separator: " ")
        return (from > 0 ? "… " : "") + cut(rest, room - 2)
    }

    /// Whether a text holds something that was looked for, in some form.
    public func occur(in text: String) -> Bool {
        let text = text.lowercased()
        return stems.contains { text.contains($0) }
    }

    /// What all forms of a word have in common, roughly: search itself knows better, and this only chooses what to show.
    private var stems: [Substring] {
        terms.flatMap { $0.split(separator: " ") }.map { $0.prefix(max(3, $0.count - 3)) }
    }
}

/// A record, or a place in a paper, whose words match.
public struct Hit: Sendable, Hashable {
    /// The record; for a place in a paper, the paper.
    public var row: Row
    /// The line of the paper on which the passage begins; nil for a record.
    public var line: Int?
}
