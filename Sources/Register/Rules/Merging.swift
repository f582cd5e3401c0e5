/// Two records of people, of posts or of councils that are one. Both keep their histories.
public enum Merging {
    /// The record that stays, with the other's names, and the other, which points to it.
    /// - Throws: `RuleProblem` where they cannot be one.
    public static func merge(
        _ one: Record, id: RecordID, into other: Record, otherID: RecordID
    ) throws(RuleProblem) -> (merged: Record, kept: Record) {
        guard id != otherID else { throw .mergeIntoItself }
        guard let content = one.content as? any MergeableContent, one.kind == other.kind else {
            throw .notMergeable(one.kind, other.kind)
        }
        return try merge(content, of: one, into: other, otherID)
    }

    private static func merge<Content: MergeableContent>(
        _ content: Content, of one: Record, into other: Record, _ otherID: RecordID
    ) throws(RuleProblem) -> (merged: Record, kept: Record) {
        guard var into = other.content as? Content else { throw .notMergeable(one.kind, other.kind) }
        if let target = content.mergedInto ?? into.mergedInto { throw .alreadyMerged(into: target.description) }
        var (merged, kept, from) = (one, other, content)
        from.mergedInto = otherID
        for name in names(of: content) where name != into.name && !into.aliases.contains(name) {
            into.aliases.append(name)
        }
        into.complete(from: content)
        (merged.content, kept.content) = (from, into)
        return (merged, kept)
    }

    /// A record that was merged, pointing to another one.
    public static func pointed(_ record: Record, to id: RecordID) -> Record {
        guard var content = record.content as? any MergeableContent else { return record }
        content.mergedInto = id
        var record = record
        record.content = content
        return record
    }

    /// Takes two apart again that were merged: the one stands for itself, and the other goes by its names no more.
    /// - Throws: `RuleProblem.notMerged`.
    public static func part(
        _ one: Record, from other: Record
    ) throws(RuleProblem) -> (parted: Record, kept: Record) {
        guard var content = one.content as? any MergeableContent, content.mergedInto != nil,
            var from = other.content as? any MergeableContent
        else { throw .notMerged }
        content.mergedInto = nil
        let own = Set(names(of: content))
        from.aliases.removeAll { own.contains($0) }
        var (parted, kept) = (one, other)
        (parted.content, kept.content) = (content, from)
        return (parted, kept)
    }

    private static func names(of content: some MergeableContent) -> [String] { [content.name] + content.aliases }
}
