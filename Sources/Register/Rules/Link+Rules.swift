extension Link {
    /// A link between two records.
    /// - Throws: `RuleProblem.linkToItself`, or `.linkKinds` where it says nothing of records of these kinds.
    public static func between(
        _ from: RecordID, _ fromKind: RecordKind, _ role: Role, _ to: RecordID, _ toKind: RecordKind, ground: String
    ) throws(RuleProblem) -> Link {
        guard from != to else { throw .linkToItself }
        try role.require(from: fromKind, to: toKind)
        return Link(from: from, role: role, to: to, ground: ground)
    }
}

extension Link.Role {
    /// Refuses a link between kinds of record that it says nothing of.
    /// - Throws: `RuleProblem.linkKinds`, which says what the link is for.
    public func require(from: RecordKind, to: RecordKind) throws(RuleProblem) {
        let asked: [RecordKind] = [.recommendation, .issue, .decision]
        let (isRight, wanted): (Bool, String) =
            switch self {
            case .answers:
                (
                    !asked.contains(from) && asked.contains(to),
                    "what somebody does about a recommendation, issue or decision"
                )
            case .delivers:
                (from.isTracked && (to.isTracked || to == .objective), "work that brings about something tracked")
            case .measures: (from == .measure || from == .reading, "a measure or reading of something")
            case .mitigates: (to == .risk, "what makes a risk smaller")
            case .decidedBy: (to == .decision, "what a decision has decided")
            case .foundIn: (to == .paper, "a paper in which something is printed")
            case .repeats: (from == to, "two records of one kind")
            case .supersedes:
                (from == to || from.isTracked && to.isPromise, "what takes the place of something like it")
            }
        guard isRight else { throw .linkKinds(role: words, from: from, to: to, wanted: wanted) }
    }
}
