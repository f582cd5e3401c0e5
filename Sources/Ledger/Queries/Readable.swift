public import Register

/// Which records somebody may read; what a question leaves out is neither listed, counted nor found.
///
/// Each version is judged by its own councils, so a record that moved from one council to another is read, as at a day
/// before, by those who could read it then.
public enum Readable: Sendable, Hashable {
    /// All that the partnership keeps.
    case everything
    /// Records of any of these councils, and those without a council; none at all where no council is named.
    case councils(Set<RecordID>)

    /// Whether a record of some councils may be read.
    public func contains(councils: some Sequence<RecordID>) -> Bool {
        switch self {
        case .everything: return true
        case .councils(let readable) where readable.isEmpty: return false
        case .councils(let readable):
            var isOfNone = true
            for council in councils {
                if readable.contains(council) { return true }
                isOfNone = false
            }
            return isOfNone
        }
    }
}
