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

    /// Its name.
    public var text: String { name }
    /// Lists its other names.
    public func describe(into list: inout FieldList) {
        list.add("aliases", aliases)
        list.add("mergedInto", mergedInto?.description)
    }
    /// It is found by each of its names; one that was merged is found through the other.
    public func index(into facts: inout Facts) {
        facts.names = ([name] + aliases).map { $0.lowercased() }
        facts.parent = mergedInto
    }
}
