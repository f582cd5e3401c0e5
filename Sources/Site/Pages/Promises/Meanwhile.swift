import Ledger
import Markup
import Register

/// What others did to a record while somebody filled in a form: shown beside what was written, so that neither is lost.
struct Meanwhile: Sendable {
    /// A version that the form had not seen.
    struct Version: Sendable {
        var entry: Entry
        var difference: RecordDifference
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
        versions = zip(thread.versions, thread.versions.dropFirst()).compactMap { before, after in
            guard after.entry.version > seen, let old = before.record, let new = after.record else { return nil }
            return Version(
                entry: after.entry, difference: RecordDifference(from: old, to: new), update: said[after.entry.commit])
        }
    }

    func write(to html: inout HTML) {
        for version in versions {
            html(.h2, "\(version.entry.actor), \(LondonTime.words(version.entry.at))")
            html.summary(
                version.difference.fields.filter { $0.name != "update" }.map { field in
                    (field.name.spaced.capitalisedFirst, { $0.difference(field.words) })
                })
            if let update = version.update {
                html(.p, update.narrative)
            } else {
                html(.p, version.entry.reason)
            }
        }
    }
}
