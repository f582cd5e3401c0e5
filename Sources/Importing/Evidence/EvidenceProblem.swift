public import Ledger

/// Why a file is not kept as evidence; for people: what was found and what to do.
public enum EvidenceProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file holds nothing.
    case empty(String)
    /// The file is larger than the ledger keeps; its size in bytes.
    case tooLarge(String, bytes: Int)
    /// The ledger cannot be asked.
    case ledger(LedgerError)

    /// The problem in words.
    public var description: String {
        switch self {
        case .empty(let file): "The evidence \(file) is an empty file, which shows nothing."
        case .tooLarge(let file, let bytes):
            "The evidence \(file) has \(bytes / 1_000_000) MB; the ledger keeps files up to \(KeptEvidence.sizeLimit / 1_000_000) MB. Keep it elsewhere and say where, in words."
        case .ledger(let error): error.description
        }
    }
}
