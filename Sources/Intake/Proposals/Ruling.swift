public import Register

/// What somebody who looked at a finding says becomes of it. A finding without a ruling is kept as it was read.
public enum Ruling: Sendable, Hashable {
    /// It is not kept. What the paper is to a plan does not hang on it, and the record that it may be is not missing.
    case leave
    /// An earlier import of the same paper has kept it: it stays as it is, and says where the rest of the paper belongs.
    case known
    /// It is this record, which the ledger holds: what is printed becomes a change of it, or an update.
    case record(RecordID)
}

extension ReadPaper {
    /// Whether a finding is not to be kept.
    func isLeft(_ position: Int) -> Bool { rulings[position] == .leave || isKnown(position) }

    /// Whether an earlier import has kept a finding.
    func isKnown(_ position: Int) -> Bool { rulings[position] == .known }

    /// The findings that are kept, in order.
    var taken: [Finding] {
        guard !rulings.isEmpty else { return intake.findings }
        return intake.findings.indices.filter { !isLeft($0) }.map { intake.findings[$0] }
    }

    /// The record that each of some findings is, by the finding's place.
    var named: [Int: RecordID] {
        rulings.compactMapValues { if case .record(let id) = $0 { id } else { nil } }
    }
}
