import Ledger
import Register

/// A record's thread for other programs.
struct ThreadFacts: Encodable {
    /// A link with what stands at its other end.
    struct LinkFacts: Encodable {
        var reference: String
        var role: String
        var to: String
        var title: String
        var foundIn: String?
        var further: [LinkFacts]

        init(_ linked: RecordThread.Linked, _ papers: PaperNames) {
            reference = linked.link.row.reference.description
            role = linked.isForward ? linked.link.role.words : linked.link.role.reversed
            (to, title, foundIn) = (linked.row.reference.description, linked.row.title, papers.place(linked.place))
            further = linked.further.map { LinkFacts($0, papers) }
        }
    }

    /// A version with what it changed.
    struct VersionFacts: Encodable {
        var version: Int
        var entry: Int
        var at: String
        var by: String
        var reason: String
        var hash: String
        var changed: [String: String]
    }

    var reference: String
    var standing: String?
    var record: Record
    var above: [String]
    var links: [LinkFacts]
    var foundIn: String?
    var updates: [Update]
    var below: [String]
    var history: [VersionFacts]

    init(_ thread: RecordThread, _ papers: PaperNames, today: Day) {
        reference = thread.entry.reference.description
        record = thread.record
        standing = record.kind.isPromise ? Standing(of: record.facts, on: today).words : nil
        above = thread.above.map { "\($0.reference) \($0.title)" }
        links = thread.links.map { LinkFacts($0, papers) }
        foundIn = papers.place(thread.record.place)
        updates = thread.updates.map(\.update)
        below = thread.below.map { "\($0.reference) \($0.title)" }
        history = []
        var before: Record?
        for (entry, record) in thread.versions {
            var changed: [String: String] = [:]
            if let before, let record {
                for field in RecordDifference(from: before, to: record).fields {
                    changed[field.name] = field.words.marked
                }
            }
            history.append(
                VersionFacts(
                    version: entry.version, entry: entry.sequence, at: entry.at.description, by: entry.actor,
                    reason: entry.reason, hash: entry.hash.description, changed: changed))
            before = record
        }
    }
}
