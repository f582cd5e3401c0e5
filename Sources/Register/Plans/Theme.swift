/// A theme, strategic purpose or section under which a plan groups its promises.
public struct Theme: RecordContent {
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.theme
    /// As the plan prints it.
    public var name: String

    /// A theme by its name.
    public init(name: String) { self.name = name }

    /// Its name.
    public var text: String { name }
    /// A theme is no more than its name.
    public func describe(into list: inout FieldList) {}
}
