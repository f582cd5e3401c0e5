import Register

extension Timestamp {
    func adding(seconds: Int) -> Timestamp { Timestamp(microseconds: microseconds + seconds * 1_000_000) }

    /// Whole seconds since 1970.
    var seconds: Int { microseconds / 1_000_000 }
}
