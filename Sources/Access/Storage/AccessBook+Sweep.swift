internal import GRDB
import Register

extension AccessBook {
    /// What a sweep has removed.
    public struct Swept: Sendable, Hashable {
        /// Sessions that had ended.
        public var sessions = 0
        /// Links that no longer worked.
        public var links = 0
        /// Failures to sign in that were forgotten.
        public var attempts = 0
        /// Imports under review that nobody had looked at for too long.
        public var drafts = 0

        /// Nothing yet.
        public init() {}
    }

    /// Removes what has run out. None of it counted any more, but for drafts; once an hour will do.
    public func sweep() async throws(AccessError) -> Swept {
        let (now, rules) = (clock(), rules)
        return try await write { database in
            var swept = Swept()
            swept.sessions = try SessionTable(database: database).sweep(now: now, rules: rules)
            swept.links = try LinkTable(database: database).sweep(now: now)
            swept.attempts = try AttemptTable(database: database, now: now).sweep(
                olderThan: max(rules.accountBackOff.forgotten, rules.clientBackOff.forgotten))
            try database.execute(
                sql: "DELETE FROM draft WHERE changed <= ?",
                arguments: [now.adding(seconds: -rules.draftLength).microseconds])
            swept.drafts = database.changesCount
            return swept
        }
    }
}
