/// A council of the partnership, or one that its papers name.
public struct Council: MergeableContent {
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.council
    /// Its full name, such as "Harrowmere District Council".
    public var name: String
    /// Its short name or initials, where papers use them.
    public var aliases: [String]
    /// The record of the same council that stands for this one as well, since the two were merged.
    public var mergedInto: RecordID?

    /// A council by its name.
    public init(name: String, aliases: [String] = []) {
        self.name = name
        self.aliases = aliases
    }
}
