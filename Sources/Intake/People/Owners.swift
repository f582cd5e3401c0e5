import Papers
import Register

/// Reads who answers for a promise, as printed: names, initials, posts and teams.
enum Owners {
    /// The owners in a text: split on "/", ",", "&", line breaks and, for initials, on spaces; posts stay whole.
    static func split(_ text: String, _ lexicon: Lexicon) -> [String] {
        var owners: [String] = []
        for piece in pieces(of: text, lexicon) {
            let words = piece.split(separator: " ").map(String.init)
            if words.count > 1, words.allSatisfy(Namesakes.isInitials) {
                owners += words
            } else if words.count == 3, Namesakes.isInitials(words[0]),
                Names.isName(words[1...].joined(separator: " ")),
                !isPost(piece, lexicon), !words[1...].contains(where: Namesakes.isInitials)
            {
                owners += [words[0], words[1...].joined(separator: " ")]
            } else if words.count > 3 {
                owners += posts(words, lexicon)
            } else {
                owners.append(piece)
            }
        }
        return owners
    }

    /// Pieces between dividing signs; a sign inside the name of one post divides nothing.
    private static func pieces(of text: String, _ lexicon: Lexicon) -> [String] {
        var pieces: [(text: String, sign: Unicode.Scalar)] = []
        var current = String.UnicodeScalarView()
        var sign: Unicode.Scalar = "/"
        var depth = 0
        func close(_ next: Unicode.Scalar) {
            let piece = String(current).trimmed(".;:- ")
            if !piece.isEmpty { pieces.append((piece, sign)) }
            current = String.UnicodeScalarView()
            sign = next
        }
        for scalar in text.unicodeScalars {
            if scalar == "(" { depth += 1 }
            if scalar == ")" { depth = max(0, depth - 1) }
            if depth == 0,
                scalar == "/" || scalar == "," || scalar == "&" || scalar == ";" || scalar == "\n" || scalar == "+"
            {
                close(scalar)
            } else {
                current.append(scalar)
            }
        }
        close("/")
        var owners: [String] = []
        for (piece, sign) in pieces {
            // "Head of Legal, Equalities & Democratic Services" is one post to its end.
            let closesList = sign == "&" && owners.last.map { $0.contains(", ") && beginsPost($0, lexicon) } ?? false
            if let last = owners.last, sign == "," || sign == "&", closesList || goesOn(piece, after: last, lexicon) {
                owners[owners.count - 1] = last + (sign == "," ? ", " : " & ") + piece
            } else {
                owners.append(piece)
            }
        }
        return owners.flatMap { splitAnd($0, lexicon) }
    }

    /// "Leader and Chief Executive" are two; "Director of Policy and Partnerships" is one.
    private static func splitAnd(_ text: String, _ lexicon: Lexicon) -> [String] {
        let folded = Folded(text)
        guard let joint = folded.find("and") else { return [text] }
        let (left, right) = (folded.slice(0..<joint.lowerBound), folded.slice(joint.upperBound..<folded.count))
        guard !left.isEmpty, !right.isEmpty else { return [text] }
        let isTwoInitials =
            left.split(separator: " ").allSatisfy { Namesakes.isInitials(String($0)) }
            && right.split(separator: " ").allSatisfy { Namesakes.isInitials(String($0)) }
        return isTwoInitials || (beginsPost(right, lexicon) && endsPost(left, lexicon)) ? [left, right] : [text]
    }

    /// Whether a piece only goes on with the name of the post before it: "Head of Legal, Equalities …".
    private static func goesOn(_ piece: String, after last: String, _ lexicon: Lexicon) -> Bool {
        let folded = Folded(last)
        guard folded.contains("of") || folded.contains("for") else { return false }
        guard lexicon.postOpenings.contains(where: { folded.starts(with: $0) }) else { return false }
        if beginsPost(piece, lexicon) || Namesakes.isInitials(piece) { return false }
        // Two or three capitalised words without the word for a team are a person's name.
        let words = piece.split(separator: " ")
        let isName =
            (2...3).contains(words.count) && words.allSatisfy { $0.utf8.first.map { $0 &- 65 < 26 } ?? false }
            && !words.contains { lexicon.postEndings.contains(Words.key(String($0))) }
        if isName { return false }
        if words.count == 1, lexicon.postEndings.contains(Words.key(piece)) { return false }
        return !endsPost(piece, lexicon) || words.contains { $0 == "and" }
    }

    private static func beginsPost(_ text: String, _ lexicon: Lexicon) -> Bool {
        let folded = Folded(text)
        return lexicon.postOpenings.contains { folded.starts(with: $0) }
    }

    /// Whether words name a post or a team.
    static func isPost(_ text: String, _ lexicon: Lexicon) -> Bool { endsPost(text, lexicon) }

    private static func endsPost(_ text: String, _ lexicon: Lexicon) -> Bool {
        guard let last = Words.list(text).last else { return false }
        return lexicon.postEndings.contains(String(last)) || beginsPost(text, lexicon)
    }

    /// Several posts whose line breaks were lost: "Policy Team 4th Tier Managers" are two.
    private static func posts(_ words: [String], _ lexicon: Lexicon) -> [String] {
        let ends = words.indices.filter {
            lexicon.postEndings.contains(Words.key(words[$0])) && !Namesakes.isInitials(words[$0])
        }
        guard ends.count >= 2, !words.contains("of"), !words.contains("and"), !words.contains("for"),
            ends.last == words.count - 1
        else { return [words.joined(separator: " ")] }
        // Endings side by side ("Service Managers") belong to one post.
        let closing = ends.filter { !ends.contains($0 + 1) }
        var posts: [String] = []
        var start = 0
        for end in closing {
            // Initials before a number or a capital stand for a post of their own: "HoS 4th Tier Managers".
            if end > start + 1, Namesakes.isInitials(words[start]),
                words[start + 1].utf8.first.map({ $0 &- 48 < 10 }) == true
            {
                posts.append(words[start])
                start += 1
            }
            posts.append(words[start...end].joined(separator: " "))
            start = end + 1
        }
        return posts
    }

    /// Whether a whole cell reads as owners: initials, a post, a team or names, and no sentence.
    static func resembles(_ text: String, _ lexicon: Lexicon) -> Bool {
        let words = text.split(separator: " ")
        guard !words.isEmpty, words.count <= 14, text.utf8.count <= 110, !text.contains("£"), !text.contains("%") else {
            return false
        }
        guard text.utf8.last != UInt8(ascii: "."), !Timescale.resembles(text) else { return false }
        guard lexicon.statuses.match(text) == nil else { return false }
        let pieces = split(text, lexicon)
        return pieces.allSatisfy { piece in
            if Namesakes.isInitials(piece) || endsPost(piece, lexicon) || beginsPost(piece, lexicon) { return true }
            let parts = piece.split(separator: " ")
            guard parts.count <= 4 else { return false }
            return parts.allSatisfy { part in
                guard let first = part.utf8.first else { return false }
                return first &- 65 < 26 || first >= 0x80 || ["of", "and", "for", "the", "de", "van"].contains(part)
            } && parts.count >= 2
        }
    }

    /// Groups a run of owners that belongs to several actions, where the paper's other cells show which stand together.
    /// - Returns: As many groups as asked for, or nil where nothing decides it.
    static func divide(_ owners: [String], printed: String, into count: Int, seen: [String: Int]) -> [[String]]? {
        guard count > 1, owners.count >= count, owners.count <= 8 else { return nil }
        let bound = boundTogether(owners, printed: printed)
        // "PHJ & RK" answer together for all.
        if zip(owners, owners.dropFirst()).allSatisfy({ bound.contains($0 + "/" + $1) }) { return nil }
        if owners.count == count { return owners.map { [$0] } }
        var best: (score: Int, groups: [[String]])?
        func walk(_ start: Int, _ groups: [[String]], _ score: Int) {
            if groups.count == count - 1 {
                let last = Array(owners[start...])
                let total = score + weight(last)
                if best.map({ total > $0.score }) ?? (total > 0) { best = (total, groups + [last]) }
                return
            }
            for end in (start + 1)...(owners.count - (count - groups.count - 1)) {
                let group = Array(owners[start..<end])
                walk(end, groups + [group], score + weight(group))
            }
        }
        /// Cells seen elsewhere count; the longer the group, the more it says.
        func weight(_ group: [String]) -> Int {
            seen[group.joined(separator: " ")] == nil ? 0 : group.count * group.count
        }
        walk(0, [], 0)
        return best?.groups
    }

    /// Neighbours with a sign between them in print, as "first/second".
    private static func boundTogether(_ owners: [String], printed: String) -> Set<String> {
        var bound = Set<String>()
        var rest = printed[...]
        for (first, second) in zip(owners, owners.dropFirst()) {
            guard let left = rest.firstRange(of: first) else { break }
            rest = rest[left.upperBound...]
            guard let right = rest.firstRange(of: second) else { break }
            if rest[..<right.lowerBound].contains(where: { "/,&".contains($0) }) { bound.insert(first + "/" + second) }
        }
        return bound
    }
}
