/// People's names as papers print them.
enum Names {
    /// A name without "Councillor" or "Cllr"; other titles stay as printed.
    static func withoutTitle(_ text: String, _ lexicon: Lexicon) -> String {
        var words = text.trimmed(",;:. ").split(separator: " ")
        while let first = words.first, lexicon.titles.contains(Words.key(String(first))) { words.removeFirst() }
        if words.first?.lowercased() == "the" { words.removeFirst() }
        return words.joined(separator: " ").trimmed(",;: ")
    }

    /// Whether words may be a person's name: two to six capitalised words, initials and small joining words among them.
    static func isName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard (2...7).contains(words.count), text.utf8.count <= 60 else { return false }
        for word in words {
            guard let first = word.utf8.first else { return false }
            let isCapital = first &- 65 < 26 || first >= 0x80 || first == UInt8(ascii: "(")
            guard isCapital || ["de", "van", "der", "von", "la", "le", "st", "o", "al"].contains(word) else {
                return false
            }
            guard word.utf8.allSatisfy({ $0 &- 65 < 26 || $0 &- 97 < 26 || $0 >= 0x80 || "'-.".utf8.contains($0) })
            else { return false }
        }
        return true
    }

    /// A name and what stands in brackets, or after a dash, behind it.
    struct Named {
        var name: String
        var note: String?
    }

    /// The names in a list: divided by commas, semicolons and "and".
    static func list(_ text: String, _ lexicon: Lexicon) -> [Named] {
        var named: [Named] = []
        for piece in pieces(text) {
            var name = piece
            var note: String?
            let open = name.firstIndex(of: "(")
            if let open, dash(in: name).map({ open < $0.lowerBound }) ?? true {
                note = String(name[name.index(after: open)...]).trimmed(").; ")
                name = String(name[..<open])
            } else if let dash = dash(in: name) {
                note = String(name[dash.upperBound...]).trimmed()
                name = String(name[..<dash.lowerBound])
            }
            name = withoutTitle(name.trimmed("* "), lexicon)
            // "Head of Housing (B Osk)": the name stands in the brackets.
            if Owners.isPost(name, lexicon), let inner = note.map({ withoutTitle($0, lexicon) }), isName(inner),
                !Owners.isPost(inner, lexicon)
            {
                named.append(Named(name: inner, note: name))
                continue
            }
            if isName(name), !Owners.isPost(name, lexicon) {
                named.append(Named(name: name, note: note))
            } else if let words = nameBefore(name, lexicon) {
                named.append(Named(name: words.name, note: words.rest))
            } else if !named.isEmpty, note == nil, !name.isEmpty {
                // "Finance Director" after a name says who that is.
                let last = named.count - 1
                if named[last].note == nil { named[last].note = name }
            }
        }
        return named
    }

    /// "Felix Drummond of Marchbank Audit" is a name and where from.
    private static func nameBefore(_ text: String, _ lexicon: Lexicon) -> (name: String, rest: String)? {
        let folded = Folded(text)
        for joint in ["of", "from", "representing", "for"] {
            guard let found = folded.find(joint) else { continue }
            let name = folded.slice(0..<found.lowerBound)
            if isName(name) { return (name, folded.slice(found.lowerBound..<folded.count)) }
        }
        return nil
    }

    private static func dash(in text: String) -> Range<String.Index>? {
        for sign in [" - ", " – ", " — "] { if let range = text.firstRange(of: sign) { return range } }
        return nil
    }

    /// Pieces between commas, semicolons and "and", brackets kept whole.
    private static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var current = ""
        var depth = 0
        for word in text.split(separator: " ", omittingEmptySubsequences: true) {
            let opened = word.reduce(0) { $0 + ($1 == "(" ? 1 : $1 == ")" ? -1 : 0) }
            if depth == 0, word == "and" || word == "&" {
                pieces.append(current)
                current = ""
                continue
            }
            depth = max(0, depth + opened)
            current += (current.isEmpty ? "" : " ") + word
            if depth == 0, let last = word.last, last == "," || last == ";" {
                pieces.append(current)
                current = ""
            }
        }
        pieces.append(current)
        return pieces.map { $0.trimmed(",;. ") }.filter { !$0.isEmpty }
    }
}
