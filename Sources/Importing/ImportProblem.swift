public import Ledger
public import Register

/// Why papers are not brought in, or an import is not taken back; for people: what was found, and that nothing was done.
///
/// A command or a page adds what to do about it, in the words of its own options.
public enum ImportProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The ledger cannot be asked.
    case ledger(LedgerError)
    /// What was named as a plan has no plan's reference.
    case notAPlan(String)
    /// The ledger keeps no such plan, or keeps it no longer.
    case noPlan(Reference)
    /// What is to be taken back is no import.
    case notAnImport(Reference)
    /// The import was taken back before.
    case takenBack(Reference)
    /// Records that the import made have changed since.
    case changedSince([Reference])
    /// Later imports of the same paper stand, so the import is not taken back before them.
    case takenUpAgain(Reference, by: [Reference])

    /// References that a message names, before it only counts the rest.
    private static let most = 12

    /// The problem in words.
    public var description: String {
        switch self {
        case .ledger(let error): return error.description
        case .notAPlan(let words): return "\"\(words)\" is not a plan's reference."
        case .noPlan(let reference): return "The ledger has no \(reference)."
        case .notAnImport(let reference): return "\(reference) is not an import."
        case .takenBack(let reference): return "\(reference) was taken back already."
        case .changedSince(let records):
            let more = records.count - ImportProblem.most
            let names = records.prefix(ImportProblem.most).map(\.description).joined(separator: ", ")
            return "\(records.count) of its records were changed since: \(names)"
                + (more > 0 ? " and \(more) more" : "") + ". Nothing was taken back."
        case .takenUpAgain(let reference, let later):
            let names = later.map(\.description).joined(separator: ", ")
            return
                "\(names) added more of the same paper, which would be left without it. Take \(names) back first, then "
                + "\(reference). Nothing was taken back."
        }
    }

    /// Runs what asks a ledger, and tells what it throws as a problem.
    static func asking<Answer>(
        _ question: () async throws(LedgerError) -> Answer
    ) async throws(ImportProblem) -> Answer {
        do {
            return try await question()
        } catch {
            throw .ledger(error)
        }
    }
}
