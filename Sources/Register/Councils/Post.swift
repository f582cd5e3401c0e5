/// A post or team that answers for promises, whoever holds it: "Head of Housing", "Benefits Team".
public struct Post: MergeableContent {
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.post
    /// As papers print it.
    public var name: String
    /// Other ways in which papers write it.
    public var aliases: [String]
    /// The record of the same post that stands for this one as well, since the two were merged.
    public var mergedInto: RecordID?

    /// A post by its name.
    public init(name: String, aliases: [String] = []) {
        self.name = name
        self.aliases = aliases
    }
}
