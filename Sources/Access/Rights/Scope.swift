public import Register

/// Where a right holds.
public enum Scope: Sendable, Hashable {
    /// At these councils; nowhere, where there are none.
    case councils(Set<RecordID>)
    /// In the whole partnership, whatever councils are in it.
    case partnership

    /// Nowhere.
    public static let nowhere = Scope.councils([])

    /// Whether the right holds somewhere.
    public var isSomewhere: Bool { self != .nowhere }

    /// Whether the right holds at a council; without one, in the whole partnership.
    public func contains(_ council: RecordID?) -> Bool {
        switch self {
        case .partnership: true
        case .councils(let councils): council.map(councils.contains) ?? false
        }
    }
}
