/// The short name of a record that people say and write: `REC-12`. Unique in its partnership and never used again.
public struct Reference: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// What the record is.
    public var kind: RecordKind
    /// Counted from 1 among the records of the kind.
    public var number: Int

    /// The reference of a record by its kind and number.
    public init(_ kind: RecordKind, _ number: Int) {
        self.kind = kind
        self.number = number
    }

    /// A reference as people write it: "ACT-104", "act104", "Act 104"; nil for any other text.
    public init?(_ text: String) {
        let letters = text.prefix { $0.isLetter }
        let rest = text.dropFirst(letters.count).drop { "- ".contains($0) }
        guard let kind = RecordKind(prefix: String(letters)), !rest.isEmpty, rest.utf8.count <= 12,
            rest.utf8.allSatisfy({ $0 &- 48 < 10 }), let number = Int(rest), number > 0
        else { return nil }
        self.init(kind, number)
    }

    /// "ACT-104".
    public var description: String { "\(kind.prefix)-\(number)" }

    /// By kind, then by number.
    public static func < (left: Reference, right: Reference) -> Bool {
        (left.kind, left.number) < (right.kind, right.number)
    }
}
