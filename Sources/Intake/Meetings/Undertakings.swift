import Papers

/// Promises in the narrative of minutes: "the Director agreed to …".
enum Undertakings {
    /// Who promises in a sentence, or nil where nobody does; "she" is the last person that the sentences before speak of.
    static func read(_ sentence: String, previous: [String], _ lexicon: Lexicon) -> String? {
        guard sentence.wordCount >= 6 else { return nil }
        let folded = Folded(sentence)
        for (first, phrases) in lexicon.undertakings where folded.contains(first) {
            for phrase in phrases {
                guard let range = folded.find(phrase) else { continue }
                let before = folded.slice(0..<range.lowerBound)
                if let person = promiser(before, previous: previous, lexicon) { return person }
            }
        }
        return nil
    }

    /// Who the words before the promise speak of: the post or person nearest to it, else the sentence's own subject.
    private static func promiser(_ before: String, previous: [String], _ lexicon: Lexicon) -> String? {
        let words = before.split(separator: " ").map(String.init)
        if let near = trailing(words, lexicon) { return isDecider(near, lexicon) ? nil : near }
        if let subject = subject(of: before, lexicon) { return isDecider(subject, lexicon) ? nil : subject }
        let last = words.last.map { Words.key($0) }
        if let last,
            ["he", "she", "they"].contains(last) || words.first.map({ ["he", "she"].contains(Words.key($0)) }) ?? false
        {
            return previous.suffix(4).reversed().lazy.compactMap { subject(of: $0, lexicon) }.first
        }
        return nil
    }

    /// A capitalised run that ends the words: "… and the Director of Policy".
    private static func trailing(_ words: [String], _ lexicon: Lexicon) -> String? {
        var start = words.count
        while start > 0 {
            let word = words[start - 1]
            let isCapital = word.utf8.first.map { $0 &- 65 < 26 } ?? false
            let isJoint = ["of", "for", "and", "&", "to"].contains(word) && start < words.count
            guard isCapital || isJoint, !(isCapital && word == "The") else { break }
            if word.utf8.last == UInt8(ascii: "."), word.utf8.count > 4 { break }
            start -= 1
        }
        while start < words.count, ["of", "for", "and", "&", "to"].contains(words[start]) { start += 1 }
        let run = Array(words[start...])
        guard run.count >= 2 || run.first.map({ lexicon.postEndings.contains(Words.key($0)) }) ?? false else {
            return nil
        }
        let name = Names.withoutTitle(run.joined(separator: " "), lexicon)
        return isPersonOrPost(name, lexicon) ? name : nil
    }

    /// The subject that a sentence opens with: "The Strategic Housing Officer confirmed …".
    static func subject(of sentence: String, _ lexicon: Lexicon) -> String? {
        var words = sentence.split(separator: " ").map(String.init)
        if let first = words.first, first == "The" || first == "the" { words.removeFirst() }
        var end = 0
        while end < words.count {
            let word = words[end]
            let isCapital = word.utf8.first.map { $0 &- 65 < 26 } ?? false
            let isNumber = word.utf8.first.map { $0 &- 48 < 10 } ?? false && end > 0
            let isJoint = ["of", "for", "and", "&"].contains(word) && end > 0
            guard isCapital || isJoint || isNumber else { break }
            end += 1
            if word.utf8.last == UInt8(ascii: ",")
                && !(end < words.count && (words[end].utf8.first.map { $0 &- 65 < 26 } ?? false))
            {
                break
            }
        }
        while end > 0, ["of", "for", "and", "&"].contains(words[end - 1]) { end -= 1 }
        guard end > 0 else { return nil }
        let name = Names.withoutTitle(words[..<end].joined(separator: " ").trimmed(", "), lexicon)
        return isPersonOrPost(name, lexicon) ? name : nil
    }

    private static func isPersonOrPost(_ text: String, _ lexicon: Lexicon) -> Bool {
        let words = Words.list(text)
        guard !words.isEmpty, words.count <= 14 else { return false }
        if words.contains(where: { lexicon.postEndings.contains(String($0)) }) { return true }
        let folded = Folded(text)
        if lexicon.postOpenings.contains(where: { folded.starts(with: $0) }) { return true }
        return Names.isName(text)
    }

    private static func isDecider(_ name: String, _ lexicon: Lexicon) -> Bool {
        let words = Words.list(name)
        guard let last = words.last else { return true }
        if words.count > 1, lexicon.postOpenings.contains(where: { Folded(name).starts(with: $0) }) { return false }
        return lexicon.deciders.contains(String(last))
            || words.first.map { lexicon.deciders.contains(String($0)) } ?? false && words.count == 1
    }
}
