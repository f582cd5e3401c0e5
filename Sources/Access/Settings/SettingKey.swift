/// A setting of the site: its name, the type of its value, and what holds where nobody has set it.
///
///     extension SettingKey<Bool> { static let publicPages = SettingKey("public-pages", standard: false) }
public struct SettingKey<Value: Codable & Sendable>: Sendable {
    /// Names it in the book.
    public let name: String
    /// What holds until somebody sets it.
    public let standard: Value

    /// A setting.
    public init(_ name: String, standard: Value) {
        self.name = name
        self.standard = standard
    }
}
