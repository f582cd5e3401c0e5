import Ledger
import Register

/// What public pages call those who answer for something: posts, not people.
struct PublicNames: Sendable {
    private var posts: [RecordID: String] = [:]
    private var themes: [RecordID: String] = [:]

    /// Looks up all that rows speak of. One statement, and two for each person.
    init(for rows: [Row], in reader: any LedgerReader) throws {
        for theme in try reader.rows(Set(rows.compactMap(\.theme)), .now).values where !theme.isWithdrawn {
            themes[theme.id] = theme.title
        }
        for id in Set(rows.flatMap(\.owners)) { posts[id] = try PublicNames.post(id, reader) }
    }

    func theme(_ id: RecordID?) -> String? { id.flatMap { themes[$0] } }

    /// Posts that are meant by some ids, each once.
    func posts(_ ids: [RecordID]) -> [String] {
        var named: [String] = []
        for id in ids { if let post = posts[id], !named.contains(post) { named.append(post) } }
        return named
    }

    /// A post or team by its name; a person by the post held, where the record does not say that the name is public.
    private static func post(_ id: RecordID, _ reader: any LedgerReader) throws -> String {
        var (id, seen) = (id, Set<RecordID>())
        var content = try reader.entry(id, .now)?.record().content
        // A person who was merged stands for the other, whose record counts.
        while seen.insert(id).inserted, let into = (content as? any MergeableContent)?.mergedInto {
            id = into
            content = try reader.entry(id, .now)?.record().content
        }
        if let post = content as? Post { return post.name }
        guard let person = content as? Person else { return "Officer" }
        if person.isNamedInPublic == true { return person.name }
        return person.post.flatMap { $0.isEmpty ? nil : $0 } ?? "Officer"
    }
}
