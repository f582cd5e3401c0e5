import Register

/// What a record that is only known by its names says: that of a council, a body, a person or a post.
struct NamedContent: Sendable, Hashable {
    /// The kinds that administrators keep by name.
    static let kinds: [RecordKind] = [.council, .body, .person, .post]

    let kind: RecordKind
    var name: String
    var aliases: [String]
    /// The post that a person holds; nil for all other kinds.
    var post: String?

    /// What a record says; nil where it is of another kind.
    init?(_ record: Record) {
        kind = record.kind
        switch record.content {
        case let council as Council: (name, aliases) = (council.name, council.aliases)
        case let body as Body: (name, aliases) = (body.name, body.aliases)
        case let person as Person: (name, aliases, post) = (person.name, person.aliases, person.post)
        case let post as Post: (name, aliases) = (post.name, post.aliases)
        default: return nil
        }
    }

    /// Nothing yet.
    init(_ kind: RecordKind) { (self.kind, name, aliases, post) = (kind, "", [], nil) }

    /// A record that says so, and nothing else.
    var record: Record {
        switch kind {
        case .council: Record(Council(name: name, aliases: aliases))
        case .body: Record(Body(name: name, aliases: aliases))
        case .post: Record(Post(name: name, aliases: aliases))
        default: Record(Person(name: name, aliases: aliases, post: post))
        }
    }

    /// A record with these names in place of its own; all else of it stays.
    func applied(to record: Record) -> Record {
        var record = record
        switch record.content {
        case var council as Council:
            (council.name, council.aliases) = (name, aliases)
            record.content = council
        case var body as Body:
            (body.name, body.aliases) = (name, aliases)
            record.content = body
        case var person as Person:
            (person.name, person.aliases, person.post) = (name, aliases, post)
            record.content = person
        case var post as Post:
            (post.name, post.aliases) = (name, aliases)
            record.content = post
        default: break
        }
        return record
    }
}
