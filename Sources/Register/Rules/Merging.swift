/// Two records of people, or of posts, that are one. Both keep their histories.
public enum Merging {
    /// The record that stays, with the other's names, and the other, which points to it.
    /// - Throws: `RuleProblem` where they cannot be one.
    public static func merge(
        _ one: Record, id: RecordID, into other: Record, otherID: RecordID
    ) throws(RuleProblem) -> (merged: Record, kept: Record) {
        guard id != otherID else { throw .mergeIntoItself }
        var (merged, kept) = (one, other)
        switch (one.content, other.content) {
        case (var person as Person, var into as Person):
            if let target = person.mergedInto { throw .alreadyMerged(into: target.description) }
            if let target = into.mergedInto { throw .alreadyMerged(into: target.description) }
            person.mergedInto = otherID
            into.aliases = names(into.aliases, adding: [person.name] + person.aliases, except: into.name)
            into.post = into.post ?? person.post
            (merged.content, kept.content) = (person, into)
        case (var post as Post, var into as Post):
            if let target = post.mergedInto { throw .alreadyMerged(into: target.description) }
            if let target = into.mergedInto { throw .alreadyMerged(into: target.description) }
            post.mergedInto = otherID
            into.aliases = names(into.aliases, adding: [post.name] + post.aliases, except: into.name)
            (merged.content, kept.content) = (post, into)
        default: throw .notMergeable(one.kind, other.kind)
        }
        return (merged, kept)
    }

    private static func names(_ names: [String], adding more: [String], except name: String) -> [String] {
        var all = names
        for extra in more where extra != name && !all.contains(extra) { all.append(extra) }
        return all
    }
}
