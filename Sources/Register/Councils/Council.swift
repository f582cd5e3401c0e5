/// A council of the partnership, or one that its papers name.
public struct Council: RecordContent {
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.council
    /// Its full name, such as "Harrowmere District Council".
    public var name: String
    /// Its short name or initials, where papers use them.
    public var aliases: [String]

    /// A council by its name.
    public init(name: String, aliases: [String] = []) {
        self.name = name
        self.aliases = aliases
    }

    /// Its name.
    public var text: String { name }
    /// Lists its other names.
    public func describe(into list: inout FieldList) { list.add("aliases", aliases) }
    /// It is found by each of its names.
    public func index(into facts: inout Facts) { facts.names = ([name] + aliases).map { $0.lowercased() } }
}
