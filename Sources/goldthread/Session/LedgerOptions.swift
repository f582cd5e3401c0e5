import ArgumentParser
import Foundation
import Ledger
import Register

/// Which ledger a command works on.
struct LedgerOptions: ParsableArguments {
    @Option(help: "The ledger's file; else GOLDTHREAD_DATABASE, else goldthread.db in this folder.")
    var ledger: String?

    @Option(help: "The partnership, where the file holds several.")
    var partnership: String?

    var path: String {
        let named = ledger ?? ProcessInfo.processInfo.environment["GOLDTHREAD_DATABASE"] ?? ""
        return named.isEmpty ? "goldthread.db" : named
    }

    func open(_ mode: SQLiteStore.Mode) throws -> SQLiteStore {
        if path.hasPrefix("postgres://") || path.hasPrefix("postgresql://") {
            throw CommandFailure(
                "A ledger in PostgreSQL cannot be opened yet. Name a file, such as goldthread.db.", .usage)
        }
        return try SQLiteStore.open(path, mode: mode, clock: Clock.now)
    }

    /// Opens the ledger to read; one that may not be written is read all the same.
    func openToRead() throws -> SQLiteStore {
        do {
            return try open(.existing)
        } catch LedgerError.readOnly {
            return try open(.readOnly)
        }
    }
}

/// How a command that reads asks, and how it answers.
struct ReadingOptions: ParsableArguments {
    @OptionGroup var ledger: LedgerOptions

    @Option(
        name: .customLong("as-at"),
        help: "As things stood at the end of a day (2026-03-31), at a time (2026-03-31T14:00) or after an entry (#120)."
    )
    var asAt: AsAt?

    @Option(help: "The day on which dates are judged, YYYY-MM-DD; the day of --as-at, else today, where left out.")
    var today: Day?

    func validate() throws {
        if case .moment(let moment)? = asAt, LondonTime.day(of: moment) > Clock.today {
            throw ValidationError(
                "--as-at lies ahead, and nobody knows how things will stand. To judge today's records on a later day use --today."
            )
        }
    }

    /// Opens the ledger to read.
    func session() async throws -> Session {
        let store = try ledger.openToRead()
        let kept = try await store.ledger(named: ledger.partnership)
        return try await Session(ledger: kept, store: store, asAt: asAt ?? .now, today: today)
    }
}

/// Who changes something, and for which day.
struct WritingOptions: ParsableArguments {
    @OptionGroup var ledger: LedgerOptions

    @Option(help: "Who does it; else GOLDTHREAD_USER, else your name on this computer.")
    var by: String?

    @Option(help: "The day that it speaks for, YYYY-MM-DD; today where it is left out.")
    var on: Day?

    func validate() throws {
        if let on, on > Clock.today {
            throw ValidationError(
                "--on \(on) lies ahead: nothing can be said for a day that has not been. Leave it out for today.")
        }
    }

    /// Who does it.
    var actor: String { Actor.name(by) }

    /// Opens the ledger to change it.
    func session() async throws -> Session {
        let store = try ledger.open(.existing)
        let kept = try await store.ledger(named: ledger.partnership)
        return try await Session(ledger: kept, store: store, asAt: .now, today: on)
    }
}

/// Who uses the program.
enum Actor {
    static func name(_ given: String?) -> String {
        let named = given ?? ProcessInfo.processInfo.environment["GOLDTHREAD_USER"] ?? ""
        return named.isEmpty ? NSUserName() : named
    }
}

/// The computer's clock.
enum Clock {
    static let now: @Sendable () -> Timestamp = {
        Timestamp(microseconds: Int((Date().timeIntervalSince1970 * 1_000_000).rounded()))
    }

    static var today: Day { LondonTime.day(of: now()) }

    static func ids() -> RecordIDs { RecordIDs(milliseconds: { UInt64(max(0, now().microseconds / 1000)) }) }
}
