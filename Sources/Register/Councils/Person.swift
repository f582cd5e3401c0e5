/// Somebody who answers for promises: by name, or by initials for as long as no paper says whose they are.
public struct Person: MergeableContent {
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.person
    /// The full name; the initials where nothing more is known.
    public var name: String
    /// Initials and other ways in which papers write the name.
    public var aliases: [String]
    /// The post held, as a paper prints it.
    public var post: String?
    /// The record of the same person that stands for this one as well, since the two were merged.
    public var mergedInto: RecordID?
    /// Whether public pages show the name, as those of councillors and chief officers do; the post where it does not say so.
    public var isNamedInPublic: Bool?

    /// A person by a name and what papers call them.
    public init(name: String, aliases: [String] = [], post: String? = nil) {
        self.name = name
        self.aliases = aliases
        self.post = post
    }

    /// Takes over the post where none is known.
    public mutating func complete(from other: Person) { post = post ?? other.post }

    /// Gives the post back that it had from the other.
    public mutating func giveBack(to other: Person, before: Person, rest: [Person]) {
        guard before.post == nil, let brought = other.post, post == brought else { return }
        post = rest.lazy.compactMap(\.post).first
    }

    /// Lists what is known of the person.
    public func describe(into list: inout FieldList) {
        list.add("aliases", aliases)
        list.add("post", post)
        list.add("mergedInto", mergedInto?.description)
        if let isNamedInPublic { list.add("namedInPublic", isNamedInPublic) }
    }

    /// Found by the name and every alias; one that was merged is found through the other.
    public func index(into facts: inout Facts) {
        indexNames(into: &facts)
        facts.words = aliases + [post].compactMap { $0 }
    }
}
