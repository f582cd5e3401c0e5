/// What names a thing in an access book for ever: a number from 1, never given twice.
public protocol AccessID: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The number.
    var number: Int64 { get }
    /// The thing with a number, which need not be there.
    init(_ number: Int64)
}

extension AccessID {
    /// Reads a number as an address of the site holds it; nil for any other text.
    public init?(_ text: String) {
        guard let number = Int64(text), number > 0, String(number) == text else { return nil }
        self.init(number)
    }

    /// The number.
    public var description: String { String(number) }

    /// The older first.
    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

/// Names an account.
public struct AccountID: AccessID {
    /// The number.
    public let number: Int64
    /// The account with a number.
    public init(_ number: Int64) { self.number = number }
}

/// Names a session where sessions are listed; it opens none.
public struct SessionID: AccessID {
    /// The number.
    public let number: Int64
    /// The session with a number.
    public init(_ number: Int64) { self.number = number }
}

/// Names an import under review.
public struct DraftID: AccessID {
    /// The number.
    public let number: Int64
    /// The draft with a number.
    public init(_ number: Int64) { self.number = number }
}
