internal import GRDB

/// The tables of a ledger in SQLite. Migrations are never edited once released; a change is a new one.
enum SQLiteSchema {
    /// "GOLD": marks the file as a ledger (sqlite.org, `PRAGMA application_id`).
    static let applicationID: Int32 = 0x474F_4C44

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 entries and their projection") { database in
            try database.execute(sql: entries)
            try database.execute(sql: projection)
            try database.execute(sql: views)
            try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        }
        migrator.registerMigration("2 what stands in a plan, in its order") { database in
            try database.execute(
                sql: """
                    CREATE INDEX version_now_by_plan ON version (partnership, plan, kind, number)
                        WHERE plan IS NOT NULL AND until = \(open)
                    """)
        }
        return migrator
    }

    /// What is kept: entries and papers. Triggers stop a slip of the hand; the hashes show what gets round them.
    private static let entries = """
        CREATE TABLE partnership (
            key      INTEGER NOT NULL PRIMARY KEY,
            id       BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
            name     TEXT    NOT NULL UNIQUE CHECK (name <> ''),
            sequence INTEGER NOT NULL CHECK (sequence >= 0),
            hash     BLOB    NOT NULL CHECK (length(hash) = 32),
            at       INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE entry (
            partnership INTEGER NOT NULL REFERENCES partnership (key),
            sequence    INTEGER NOT NULL CHECK (sequence > 0),
            at          INTEGER NOT NULL,
            first       INTEGER NOT NULL CHECK (first > 0 AND first <= sequence),
            record      BLOB    NOT NULL CHECK (length(record) = 16),
            kind        TEXT    NOT NULL CHECK (length(kind) = 3),
            number      INTEGER NOT NULL CHECK (number > 0),
            version     INTEGER NOT NULL CHECK (version > 0),
            actor       TEXT    NOT NULL,
            reason      TEXT    NOT NULL,
            body        TEXT    NOT NULL,
            hash        BLOB    NOT NULL CHECK (length(hash) = 32),
            PRIMARY KEY (partnership, sequence)
        ) STRICT;
        CREATE INDEX entry_by_time ON entry (partnership, at, sequence);
        CREATE TRIGGER entry_is_never_altered BEFORE UPDATE ON entry
            BEGIN SELECT RAISE(ABORT, 'entries are never altered'); END;
        CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
            BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END;

        CREATE TABLE paper (
            partnership INTEGER NOT NULL REFERENCES partnership (key),
            hash        BLOB    NOT NULL CHECK (length(hash) = 32),
            bytes       BLOB    NOT NULL,
            PRIMARY KEY (partnership, hash)
        ) STRICT;
        """

    /// What follows from the entries: the facts of every version, from the entry that made it until the one that
    /// replaced it. Questions of now and of any past date are the same question with another entry.
    private static let projection = """
        CREATE TABLE version (
            partnership INTEGER NOT NULL,
            sequence    INTEGER NOT NULL,
            until       INTEGER NOT NULL,
            record      BLOB    NOT NULL CHECK (length(record) = 16),
            kind        TEXT    NOT NULL,
            number      INTEGER NOT NULL,
            version     INTEGER NOT NULL,
            title       TEXT    NOT NULL,
            printed     TEXT,
            plan        BLOB,
            theme       BLOB,
            parent      BLOB,
            status      TEXT,
            finished    INTEGER NOT NULL CHECK (finished IN (0, 1)),
            timing      TEXT    NOT NULL,
            due         TEXT,
            original    TEXT,
            slips       INTEGER NOT NULL,
            said        TEXT,
            updates     INTEGER NOT NULL,
            owners      BLOB,
            asks        INTEGER NOT NULL CHECK (asks IN (0, 1)),
            withdrawn   INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
            digest      INTEGER NOT NULL,
            PRIMARY KEY (partnership, sequence),
            FOREIGN KEY (partnership, sequence) REFERENCES entry (partnership, sequence),
            CHECK (until > sequence)
        ) STRICT;
        CREATE UNIQUE INDEX version_by_record ON version (partnership, record, sequence);
        CREATE INDEX version_by_reference ON version (partnership, kind, number, sequence);
        CREATE INDEX version_by_due ON version (partnership, kind, due, number, sequence, until, finished, withdrawn);
        CREATE INDEX version_by_plan
            ON version (partnership, plan, kind, due, number, sequence, until, finished, withdrawn) WHERE plan IS NOT NULL;
        CREATE INDEX version_by_parent ON version (partnership, parent, sequence, until) WHERE parent IS NOT NULL;

        CREATE TABLE facet (
            partnership INTEGER NOT NULL,
            name        TEXT    NOT NULL,
            value       BLOB    NOT NULL,
            sequence    INTEGER NOT NULL,
            PRIMARY KEY (partnership, name, value, sequence),
            FOREIGN KEY (partnership, sequence) REFERENCES version (partnership, sequence)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE counter (
            partnership INTEGER NOT NULL REFERENCES partnership (key),
            kind        TEXT    NOT NULL,
            last        INTEGER NOT NULL,
            PRIMARY KEY (partnership, kind)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE passage (
            key         INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            partnership INTEGER NOT NULL REFERENCES partnership (key),
            record      BLOB    NOT NULL,
            sequence    INTEGER NOT NULL,
            until       INTEGER NOT NULL,
            line        INTEGER
        ) STRICT;
        CREATE INDEX passage_by_record ON passage (partnership, record, until);
        CREATE VIRTUAL TABLE words USING fts5(text, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
        """

    /// What stands now, for spreadsheets and other programs that read the file themselves.
    private static let views = ["REC", "ACT", "RSK", "MEA", "DEC", "MTG", "SAV", "WKI"].map { kind in
        """
        CREATE VIEW current_\(kind.lowercased()) AS
            SELECT p.name AS partnership, v.kind || '-' || v.number AS reference, v.title, v.printed, v.status, v.finished,
                v.due, v.original AS original_due, v.slips, v.said AS last_said, v.updates,
                (SELECT plan.title FROM version plan WHERE plan.partnership = v.partnership AND plan.record = v.plan
                    AND plan.until = \(open)) AS plan,
                (SELECT theme.title FROM version theme WHERE theme.partnership = v.partnership
                    AND theme.record = v.theme AND theme.until = \(open)) AS theme
            FROM version v JOIN partnership p ON p.key = v.partnership
            WHERE v.kind = '\(kind)' AND v.until = \(open) AND v.withdrawn = 0;
        """
    }.joined(separator: "\n")

    /// Stands for "until now".
    static let open = Int64.max
}
