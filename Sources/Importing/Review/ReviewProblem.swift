public import Register

/// Why a review cannot be carried out as it was decided; for people: what was found, why it is a problem and what to do.
public enum ReviewProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The decisions were made of another paper.
    case otherPaper(name: String)
    /// No finding has the key: the paper is read otherwise now.
    case noFinding(FindingKey)
    /// Findings of the kind have no such field.
    case notEditable(EditableField, FindingKind)
    /// A finding's words were taken away.
    case noWords(FindingKey)
    /// Findings of the kind are not merged.
    case notMergeable(FindingKind)
    /// The ledger keeps no such record, or keeps it no longer.
    case noRecord(RecordID)
    /// The record is of another kind than the finding.
    case otherKind(Reference, FindingKind)
    /// Two findings are to be one record.
    case mergedTwice(Reference)
    /// The ledger keeps the paper already.
    case known(name: String, Reference)
    /// The import whose undecided findings are under review was taken back meanwhile.
    case takenBack(name: String)
    /// The ledger cannot be asked, or something else stands against the import.
    case importing(ImportProblem)

    /// The problem in words.
    public var description: String {
        switch self {
        case .otherPaper(let name):
            "What was decided was decided of another paper than \(name). Review this one from the beginning."
        case .noFinding(let key):
            "Nothing is read any more where \(key) was found. Look at the paper's findings again."
        case .notEditable(let field, let kind):
            "The \(field.name) of \(kind.name(count: 2)) cannot be put right here. Put right: \(EditableField.of(kind).map(\.name).joined(separator: ", "))."
        case .noWords(let key):
            "The \(key.kind.name(count: 1)) on line \(key.line) has no words left. Say what it promises, or set it aside."
        case .notMergeable(let kind):
            "\(kind.name(count: 1).withArticle.capitalisedFirst) is not merged into a record that is kept. Accept it, or set it aside."
        case .noRecord(let id):
            "The ledger keeps no record \(id) any more. Choose another, or accept the finding as a new one."
        case .otherKind(let reference, let kind):
            "\(reference) is \(reference.kind.name(count: 1).withArticle), and what was found is \(kind.name(count: 1).withArticle): the two cannot be one. Choose a record of the same kind."
        case .mergedTwice(let reference):
            "Two findings of the paper would be merged into \(reference). Merge one, and set the other aside or accept it."
        case .known(let name, let reference): "\(name) is kept already, as \(reference): nothing was added."
        case .takenBack(let name):
            "The import of \(name) was taken back meanwhile, so nothing can be added to it. Drop this review, and bring the paper in again."
        case .importing(let problem): problem.description
        }
    }
}
