/// A level of a likelihood, impact or status scale.
public struct ScaleLevel: FindingContent {
    /// Name of the level.
    public var text: String
    /// Which scale.
    public var scale: Scale?
    /// Value as printed.
    public var value: String?
    /// Meaning as printed.
    public var meaning: String?

    /// The scales that papers print.
    public enum Scale: String, Sendable, Hashable, Codable { case likelihood, impact, status }

    /// What the paper fills in; all else is absent.
    public init(text: String, scale: Scale? = nil, value: String? = nil, meaning: String? = nil) {
        self.text = text
        self.scale = scale
        self.value = value
        self.meaning = meaning
    }

    var kind: FindingKind { .scale }
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.scale

    /// Lists what the paper fills in.
    public func describe(into list: inout FieldList) {
        list.add("scale", scale?.rawValue)
        list.add("value", value)
        list.add("meaning", meaning)
    }
}
