/// What a person should know of how a file was read: a hidden sheet, a page without text, changes that were accepted.
public struct Notice: Sendable, Hashable {
    /// For people: what was found, where, and what was done about it.
    public var message: String
    /// Where it is, if in one place.
    public var place: Place?

    /// What was found, and where.
    public init(_ message: String, at place: Place? = nil) {
        self.message = message
        self.place = place
    }
}
