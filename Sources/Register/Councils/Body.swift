/// A body of a council that meets and decides: a board, a committee, the cabinet.
public struct Body: RecordContent {
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.body
    /// Its name.
    public var name: String
    /// Other names that papers use for it.
    public var aliases: [String]

    /// A body by its name.
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
