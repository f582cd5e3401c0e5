internal import GRDB

/// The tables of an access book. Migrations are never edited once released; a change is a new one.
enum AccessSchema {
    /// "GOLA": marks the file as an access book (sqlite.org, `PRAGMA application_id`).
    static let applicationID: Int32 = 0x474F_4C41

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 accounts, sessions, links, settings and drafts") { database in
            for sql in [accounts, signingIn, site] { try database.execute(sql: sql) }
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
            try database.execute(sql: "PRAGMA user_version = 1")
        }
        return migrator
    }

    private static let accounts = """
        CREATE TABLE book (
            key         INTEGER NOT NULL PRIMARY KEY CHECK (key = 1),
            partnership BLOB    NOT NULL CHECK (length(partnership) = 16)
        ) STRICT;

        CREATE TABLE account (
            key         INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            address     TEXT    NOT NULL CHECK (address <> ''),
            folded      TEXT    NOT NULL UNIQUE CHECK (folded <> ''),
            name        TEXT    NOT NULL CHECK (name <> ''),
            person      BLOB    CHECK (length(person) = 16),
            disabled    INTEGER NOT NULL CHECK (disabled IN (0, 1)),
            password    TEXT    CHECK (password LIKE '$scrypt$%'),
            secret      BLOB    CHECK (length(secret) = 20),
            pending     BLOB    CHECK (length(pending) = 20),
            step        INTEGER CHECK (step >= 0),
            version     INTEGER NOT NULL CHECK (version > 0),
            created     INTEGER NOT NULL,
            changed     INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE permit (
            account     INTEGER NOT NULL REFERENCES account (key) ON DELETE CASCADE,
            role        TEXT    NOT NULL CHECK (role IN ('reader', 'owner', 'officer', 'clerk', 'administrator')),
            council     BLOB    CHECK (length(council) = 16)
        ) STRICT;
        CREATE UNIQUE INDEX permit_once ON permit (account, role, ifnull(council, x''));

        CREATE TABLE recovery (
            account     INTEGER NOT NULL REFERENCES account (key) ON DELETE CASCADE,
            hash        BLOB    NOT NULL CHECK (length(hash) = 32),
            PRIMARY KEY (account, hash)
        ) STRICT, WITHOUT ROWID;
        """

    private static let signingIn = """
        CREATE TABLE session (
            key         INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            token       BLOB    NOT NULL UNIQUE CHECK (length(token) = 32),
            account     INTEGER NOT NULL REFERENCES account (key) ON DELETE CASCADE,
            stage       TEXT    NOT NULL CHECK (stage IN ('pending', 'full')),
            origin      TEXT    NOT NULL,
            created     INTEGER NOT NULL,
            seen        INTEGER NOT NULL,
            ends        INTEGER NOT NULL CHECK (ends > created)
        ) STRICT;
        CREATE INDEX session_by_account ON session (account);

        CREATE TABLE attempt (
            subject     BLOB    NOT NULL PRIMARY KEY CHECK (length(subject) = 32),
            failures    INTEGER NOT NULL CHECK (failures > 0),
            last        INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE link (
            token       BLOB    NOT NULL PRIMARY KEY CHECK (length(token) = 32),
            purpose     TEXT    NOT NULL CHECK (purpose IN ('setUp', 'invitation', 'reset')),
            account     INTEGER REFERENCES account (key) ON DELETE CASCADE,
            ends        INTEGER NOT NULL,
            CHECK ((purpose = 'setUp') = (account IS NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX link_one_at_a_time ON link (ifnull(account, 0));
        """

    private static let site = """
        CREATE TABLE setting (
            name        TEXT    NOT NULL PRIMARY KEY CHECK (name <> ''),
            value       TEXT    NOT NULL CHECK (json_valid(value)),
            changed     INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE draft (
            key         INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            account     INTEGER NOT NULL REFERENCES account (key) ON DELETE CASCADE,
            name        TEXT    NOT NULL CHECK (name <> ''),
            size        INTEGER NOT NULL CHECK (size >= 0),
            decisions   TEXT    NOT NULL CHECK (json_valid(decisions)),
            version     INTEGER NOT NULL CHECK (version > 0),
            created     INTEGER NOT NULL,
            changed     INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX draft_by_account ON draft (account);

        -- Apart, since a row that changes is written whole.
        CREATE TABLE draft_paper (
            draft       INTEGER NOT NULL PRIMARY KEY REFERENCES draft (key) ON DELETE CASCADE,
            bytes       BLOB    NOT NULL
        ) STRICT;
        """
}
