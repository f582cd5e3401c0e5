/// An objective or strategic purpose.
public struct Objective: FindingContent {
    /// The objective.
    public var text: String
    /// Priorities printed under it.
    public var priorities: [String]

    /// What the paper fills in; all else is absent.
    public init(text: String, priorities: [String] = []) {
        self.text = text
        self.priorities = priorities
    }

    var kind: FindingKind { .objective }
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.objective

    /// Lists what the paper fills in.
    public func describe(into list: inout FieldList) {
        list.add("priorities", priorities)
    }
}
