import ArgumentParser
import Importing
import Ledger
import Register

/// Why a command was not carried out, for people, with the code that it exits with.
struct CommandFailure: Error {
    var message: String
    var code: Code

    init(_ message: String, _ code: Code = .refused) {
        self.message = message
        self.code = code
    }

    /// What the program exits with; documented in the README.
    enum Code: Int32 {
        /// What was asked for is not there, or may not be done.
        case refused = 1
        /// Nothing was done, because nobody agreed to it.
        case declined = 2
        /// The record has changed meanwhile; look at it again.
        case conflict = 3
        /// The ledger cannot be opened, read or written.
        case ledger = 4
        /// Verification found something wrong.
        case fault = 5
        /// The command was not understood.
        case usage = 64
    }

    /// Runs a command and says what went wrong in words.
    static func reported(_ work: () async throws -> Void) async throws {
        do {
            try await work()
            Terminal.standardOutput.flush()
        } catch {
            Terminal.standardOutput.flush()
            guard let failure = CommandFailure(error) else { throw error }
            Terminal.complain(failure.message)
            throw ExitCode(failure.code.rawValue)
        }
    }

    private init?(_ error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let error as LedgerError: self.init(ledger: error)
        case let problem as ImportProblem: self.init(problem)
        case EvidenceProblem.ledger(let error): self.init(ledger: error)
        case let problem as EvidenceProblem: self.init(problem.description)
        default: return nil
        }
    }

    private init(ledger error: LedgerError) {
        let code: Code =
            switch error {
            case .stale, .movedOn: .conflict
            case .beyondHead, .unknownRecord, .duplicate, .noPartnership, .partnershipExists: .refused
            default: .ledger
            }
        self.init(error.description, code)
    }

    /// The problem with what to do about it on the command line.
    private init(_ problem: ImportProblem) {
        switch problem {
        case .ledger(let error): self.init(ledger: error)
        case .notAPlan: self.init("\(problem) They look like PLN-2: goldthread list plan", .usage)
        case .noPlan: self.init("\(problem) See its plans with: goldthread list plan")
        case .notAnImport: self.init("\(problem) See them with: goldthread list import")
        case .takenBack: self.init(problem.description, .declined)
        case .takenUpAgain: self.init(problem.description, .conflict)
        case .changedSince:
            self.init(
                "\(problem) Look at them, then add --anyway to take them back too; nothing is lost from the record.",
                .conflict)
        }
    }
}
