/// One limb of what a body decided.
public struct Decision: FindingContent {
    /// The limb's words.
    public var text: String
    /// How it was decided.
    public var type: Force
    /// The limb's letter or number, without brackets.
    public var letter: String?
    /// Number of the minute that it stands under.
    public var minute: String?

    /// What a decision does: a body resolves on its own account and recommends to another.
    public enum Force: String, Sendable, Hashable, Codable { case resolved, recommended, agreed, noted }

    /// A limb and its force.
    public init(text: String, type: Force, letter: String? = nil, minute: String? = nil) {
        self.text = text
        self.type = type
        self.letter = letter
        self.minute = minute
    }

    var kind: FindingKind { .decision }
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.decision

    /// Lists what the paper fills in.
    public func describe(into list: inout FieldList) {
        list.add("type", type.rawValue)
        list.add("letter", letter)
        list.add("minute", minute)
    }
}
