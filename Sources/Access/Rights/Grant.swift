public import Register

/// A role at a council, or in the whole partnership.
public struct Grant: Sendable, Hashable, Codable {
    /// The role.
    public var role: Role
    /// The council; nil for the whole partnership, with every council that is in it or joins it.
    public var council: RecordID?

    /// A role at a council; without one, in the whole partnership.
    public init(_ role: Role, at council: RecordID? = nil) {
        self.role = role
        self.council = council
    }
}
