/// An ordered set of levels that a plan uses; the best level comes first. Schemes are data: a council adds its own.
public struct StatusScheme: Sendable, Hashable, Codable {
    /// Name for people.
    public var name: String
    /// Levels from best to worst.
    public var levels: [StatusLevel]

    /// A scheme of named levels.
    /// - Throws: `Problem` where two levels could be meant by one word, or two look alike.
    public init(name: String, levels: [StatusLevel]) throws(Problem) {
        self.name = name
        self.levels = levels
        try check()
    }

    /// For the presets, which tests check instead.
    init(preset name: String, levels: [StatusLevel]) {
        self.name = name
        self.levels = levels
    }

    /// The level that a report's words stand for, or nil where the scheme knows none.
    public func level(for words: String) -> StatusLevel? {
        let key = StatusScheme.key(words)
        return levels.first { level in ([level.name] + level.aliases).contains { StatusScheme.key($0) == key } }
    }

    /// The level that has a name, in any letters.
    public func level(named name: String) -> StatusLevel? {
        levels.first { StatusScheme.key($0.name) == StatusScheme.key(name) }
    }

    /// What is wrong with a scheme.
    public enum Problem: Error, Sendable, Hashable, CustomStringConvertible {
        case noLevels(scheme: String)
        case ambiguous(scheme: String, words: String)
        case alike(scheme: String, first: String, second: String)

        /// For people: what was found, why it is a problem and what to do.
        public var description: String {
            switch self {
            case .noLevels(let scheme):
                "The status scheme \"\(scheme)\" has no levels, so nothing could be reported by it. Give it two or more."
            case .ambiguous(let scheme, let words):
                "In the status scheme \"\(scheme)\" two levels answer to \"\(words)\", so a report that says so could mean "
                    + "either. Give each word to one level only."
            case .alike(let scheme, let first, let second):
                "In the status scheme \"\(scheme)\" the levels \"\(first)\" and \"\(second)\" have the same shape and tone, so "
                    + "nobody could tell them apart without reading. Change one of them."
            }
        }
    }

    func check() throws(Problem) {
        guard !levels.isEmpty else { throw .noLevels(scheme: name) }
        var words = Set<String>()
        for level in levels {
            for word in Set(([level.name] + level.aliases).map(StatusScheme.key)) where !words.insert(word).inserted {
                throw .ambiguous(scheme: name, words: word)
            }
        }
        for (index, level) in levels.enumerated() {
            for other in levels[(index + 1)...] where level.shape == other.shape && level.tone == other.tone {
                throw .alike(scheme: name, first: level.name, second: other.name)
            }
        }
    }

    /// Small letters and single spaces. Pages ask for it hundreds of times, nearly always of plain letters.
    private static func key(_ words: String) -> String {
        var words = words
        let plain = words.withUTF8 { bytes in bytes.allSatisfy { $0 < 128 } ? key(plain: bytes) : nil }
        return plain ?? words.lowercased().split(whereSeparator: { " -–/".contains($0) }).joined(separator: " ")
    }

    private static func key(plain bytes: UnsafeBufferPointer<UInt8>) -> String {
        String(unsafeUninitializedCapacity: bytes.count) { key in
            var (count, isApart) = (0, false)
            for byte in bytes {
                switch byte {
                case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "/"):
                    isApart = count > 0
                default:
                    if isApart {
                        key[count] = UInt8(ascii: " ")
                        (count, isApart) = (count + 1, false)
                    }
                    key[count] = (65...90).contains(byte) ? byte | 32 : byte
                    count += 1
                }
            }
            return count
        }
    }
}
