/// What changed between two versions of a record.
public struct RecordDifference: Sendable, Hashable {
    /// A field that is not the same in both.
    public struct Field: Sendable, Hashable {
        /// The field's name.
        public var name: String
        /// What changed in it.
        public var words: WordDifference

        /// A field with what changed in it.
        public init(name: String, words: WordDifference) {
            self.name = name
            self.words = words
        }
    }

    /// Fields that changed, in the order in which the record lists them.
    public let fields: [Field]

    /// Compares two versions of one record.
    public init(from old: Record, to new: Record) {
        let (before, after) = (RecordDifference.texts(old), RecordDifference.texts(new))
        var fields: [Field] = []
        for (name, text) in after where before.first(where: { $0.0 == name })?.1 != text {
            let earlier = before.first { $0.0 == name }?.1 ?? ""
            fields.append(Field(name: name, words: WordDifference(from: earlier, to: text)))
        }
        for (name, text) in before where !after.contains(where: { $0.0 == name }) {
            fields.append(Field(name: name, words: WordDifference(from: text, to: "")))
        }
        self.fields = fields
    }

    private static func texts(_ record: Record) -> [(String, String)] {
        record.fields.map { ($0.name, $0.value.text) }
    }
}

extension FindingField.Value {
    /// The value as one text.
    public var text: String {
        switch self {
        case .text(let text): text
        case .number(let number): "\(number)"
        case .flag(let flag): flag ? "yes" : "no"
        case .list(let list): list.joined(separator: "; ")
        case .amount(let amount): amount.decimal
        }
    }
}
