import Ledger
import Markup
import Register

/// What others did to a record while somebody filled in a form: shown beside what was written, so that neither is lost.
struct Meanwhile: Sendable {
    /// A version that the form had not seen.
    struct Version: Sendable {
        var entry: Entry
        var changes: RecordChanges
        /// What was said with it.
        var update: Update?
    }

    let versions: [Version]

    /// Versions after the one that a form saw; nil where there are none.
    init?(of entry: Entry, since seen: Int, in reader: any LedgerReader) throws {
        guard seen < entry.version else { return nil }
        let thread = try RecordThread(of: entry, in: reader, .now)
        let said = try Dictionary(
            thread.updates.compactMap { row, update in
                try reader.entry(row.id, .now).map { ($0.commit, update) }
            }, uniquingKeysWith: { first, _ in first })
        let named = thread.versions.compactMap(\.record).flatMap { $0.owners + [$0.theme].compactMap(\.self) }
        let names = try RecordNames(named, in: reader, .now)
        versions = zip(thread.versions, thread.versions.dropFirst()).compactMap { before, after in
            guard after.entry.version > seen, let old = before.record, let new = after.record else { return nil }
            return Version(
                entry: after.entry, changes: RecordChanges(from: old, to: new, names, skipping: ["update"]),
                update: said[after.entry.commit])
        }
    }

    func write(to html: inout HTML) {
        for version in versions {
            html(.h2, "\(version.entry.actor), \(LondonTime.words(version.entry.at))")
            html.summary(version.changes.rows)
            if let update = version.update {
                html(.p, update.narrative)
            } else {
                html(.p, version.entry.reason)
            }
        }
    }
}
