import Crypto
import Foundation
internal import GRDB
import Register
import SQLiteFiles

/// Failures to sign in, by what they were against or came from.
struct AttemptTable {
    let database: Database
    let now: Timestamp

    /// What failures are counted for. Only its hash is stored: people type passwords where addresses belong.
    enum Subject: Sendable {
        /// The address that was typed, whether or not an account has it.
        case address(String)
        /// One-time passwords of an account; apart from its password, which whoever guesses codes knows already.
        case code(AccountID)
        /// Where requests come from.
        case client(String)

        var hash: Data {
            let text =
                switch self {
                case .address(let typed): "address:\(MailAddress.folded(typed))"
                case .code(let account): "code:\(account)"
                case .client(let client): "client:\(client)"
                }
            return Data(SHA256.hash(data: Array(text.utf8)))
        }
    }

    /// A failure that was counted before it happened, and can be given back.
    struct Counted: Sendable {
        let subject: Data
        let at: Timestamp
        let lastBefore: Timestamp
    }

    /// Counts an attempt as failed, unless there is waiting to do: before the password is looked at, so that many attempts
    /// at once are not one.
    /// - Throws: `AccessError.lockedOut`.
    func count(_ subjects: [(Subject, BackOff)]) throws -> [Counted] {
        let states = try subjects.map { (subject, rule) in (subject.hash, try state(subject.hash, rule), rule) }
        if let until = states.compactMap({ end(of: $0.1, $0.2) }).max() { throw AccessError.lockedOut(until: until) }
        return try states.map { (subject, state, _) in
            try database.execute(
                sql: "INSERT OR REPLACE INTO attempt (subject, failures, last) VALUES (?, ?, ?)",
                arguments: [subject, state.failures + 1, now.microseconds])
            return Counted(subject: subject, at: now, lastBefore: state.last)
        }
    }

    /// The moment from which it may be tried again; nil where it has come.
    private func end(of state: (failures: Int, last: Timestamp), _ rule: BackOff) -> Timestamp? {
        // A clock that was put back must not lengthen the waiting.
        let end = min(state.last, now).adding(seconds: rule.wait(after: state.failures))
        return end > now ? end : nil
    }

    /// The moment from which an account may try again, by its password or by its code; nil where it may at once.
    func lockedOut(_ account: Account, _ rule: BackOff) throws -> Timestamp? {
        let subjects: [Subject] = [.address(account.details.address.text), .code(account.id)]
        return try subjects.compactMap { end(of: try state($0.hash, rule), rule) }.max()
    }

    private func state(_ subject: Data, _ rule: BackOff) throws -> (failures: Int, last: Timestamp) {
        let row = try GRDB.Row.fetchOne(
            database, sql: "SELECT failures, last FROM attempt WHERE subject = ?", arguments: [subject])
        guard let row else { return (0, now) }
        let last = Timestamp(microseconds: try row.stored(1))
        return last.adding(seconds: rule.forgotten) <= now ? (0, now) : (try row.stored(0), last)
    }

    /// Takes one failure back: it was none.
    func giveBack(_ counted: Counted) throws {
        try database.execute(
            sql: "DELETE FROM attempt WHERE subject = ? AND failures <= 1", arguments: [counted.subject])
        try database.execute(
            sql: """
                UPDATE attempt SET failures = failures - 1, last = CASE last WHEN ? THEN ? ELSE last END
                WHERE subject = ?
                """,
            arguments: [counted.at.microseconds, counted.lastBefore.microseconds, counted.subject])
    }

    /// Forgets all failures of a subject.
    func forget(_ subject: Subject) throws {
        try database.execute(sql: "DELETE FROM attempt WHERE subject = ?", arguments: [subject.hash])
    }

    /// Removes what has been forgotten by every rule; says how many.
    func sweep(olderThan seconds: Int) throws -> Int {
        try database.execute(
            sql: "DELETE FROM attempt WHERE last <= ?", arguments: [now.adding(seconds: -seconds).microseconds])
        return database.changesCount
    }
}
