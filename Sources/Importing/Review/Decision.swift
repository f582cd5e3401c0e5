public import Register

/// What a reviewer decides of a finding. A finding of which nothing is decided goes by its confidence.
public enum Decision: Sendable, Hashable {
    /// It is kept as it was read.
    case accepted
    /// An earlier import of the paper has kept it, or set it aside: it is left as it is.
    case known
    /// Nobody has decided: it is not kept.
    case undecided
    /// It is not kept, for a reason that may be given.
    case setAside(reason: String?)
    /// It is kept as it is put right.
    case edited(FindingEdits)
    /// It is a record that the ledger keeps: what is printed, put right where it has to be, becomes a change of that
    /// record or an update.
    case merged(into: RecordID, edits: FindingEdits)

    /// Whether the finding is kept.
    public var isKept: Bool {
        switch self {
        case .accepted, .edited, .merged: true
        case .known, .undecided, .setAside: false
        }
    }

    /// What is put right in the finding.
    public var edits: FindingEdits? {
        switch self {
        case .edited(let edits): edits
        case .merged(_, let edits): edits.isEmpty ? nil : edits
        case .known, .accepted, .undecided, .setAside: nil
        }
    }

    /// What was decided, without its details.
    public var state: State {
        switch self {
        case .known: .known
        case .accepted: .accepted
        case .undecided: .undecided
        case .setAside: .setAside
        case .edited: .edited
        case .merged: .merged
        }
    }

    /// What can be decided of a finding; the raw value is its name in JSON.
    public enum State: String, Sendable, Hashable, Codable, CaseIterable {
        case known, accepted, undecided, setAside = "set-aside", edited, merged
    }
}

extension Decision: Codable {
    private enum Key: String, CodingKey { case state, reason, edits, into }

    /// Reads a decision: its state, with reason, edits or record where the state has them.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        func edits() throws -> FindingEdits? { try container.decodeIfPresent(FindingEdits.self, forKey: .edits) }
        switch try container.decode(State.self, forKey: .state) {
        case .known: self = .known
        case .accepted: self = .accepted
        case .undecided: self = .undecided
        case .setAside: self = .setAside(reason: try container.decodeIfPresent(String.self, forKey: .reason))
        case .edited: self = .edited(try edits() ?? FindingEdits())
        case .merged:
            self = .merged(
                into: try container.decode(RecordID.self, forKey: .into), edits: try edits() ?? FindingEdits())
        }
    }

    /// Writes the state, and what belongs to it.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(state, forKey: .state)
        try container.encodeIfPresent(edits, forKey: .edits)
        switch self {
        case .setAside(let reason): try container.encodeIfPresent(reason, forKey: .reason)
        case .merged(let record, _): try container.encode(record, forKey: .into)
        case .known, .accepted, .undecided, .edited: break
        }
    }
}
