/// What changed between two texts, word by word.
public struct WordDifference: Sendable, Hashable {
    /// A run of words that both have, or one only.
    public enum Piece: Sendable, Hashable {
        case same(String), removed(String), added(String)
    }

    /// The runs in order; what was removed stands before what came in its place.
    public let pieces: [Piece]

    /// Compares two texts. Texts of more than 2,000 words in all that differ are given whole.
    public init(from old: String, to new: String) {
        let (before, after) = (WordDifference.words(old), WordDifference.words(new))
        guard before.count + after.count <= 2000 else {
            pieces = old == new ? [.same(new)] : [.removed(old), .added(new)]
            return
        }
        let difference = after.difference(from: before)
        var removed = Set<Int>()
        var added = Set<Int>()
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var runs = Runs()
        var (left, right) = (0, 0)
        while left < before.count || right < after.count {
            if removed.contains(left) {
                runs.removed.append(before[left])
                left += 1
            } else if added.contains(right) {
                runs.added.append(after[right])
                right += 1
            } else {
                runs.close()
                runs.same.append(after[right])
                left += 1
                right += 1
            }
        }
        pieces = runs.finished()
    }

    /// "the [-old-] {+new+} words"; of long runs that both have, only the words next to a change.
    public var marked: String {
        pieces.map { piece in
            switch piece {
            case .same(let text):
                let words = text.split(separator: " ")
                return words.count > 12
                    ? (words.prefix(4) + ["…"] + words.suffix(4)).joined(separator: " ") : text
            case .removed(let words): return "[-\(words)-]"
            case .added(let words): return "{+\(words)+}"
            }
        }.joined(separator: " ")
    }

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// Gathers words into runs.
    private struct Runs {
        var pieces: [Piece] = []
        var same: [String] = []
        var removed: [String] = []
        var added: [String] = []

        /// Ends a run of changes before a word that both have.
        mutating func close() {
            guard !removed.isEmpty || !added.isEmpty else { return }
            flushSame()
            if !removed.isEmpty { pieces.append(.removed(removed.joined(separator: " "))) }
            if !added.isEmpty { pieces.append(.added(added.joined(separator: " "))) }
            (removed, added) = ([], [])
        }

        private mutating func flushSame() {
            if !same.isEmpty { pieces.append(.same(same.joined(separator: " "))) }
            same = []
        }

        mutating func finished() -> [Piece] {
            close()
            flushSame()
            return pieces
        }
    }
}
