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

    /// A record that was merged, pointing to another one; nil where it stands for itself again.
    public static func pointed(_ record: Record, to id: RecordID?) -> Record {
        guard var content = record.content as? any MergeableContent else { return record }
        content.mergedInto = id
        var record = record
        record.content = content
        return record
    }

    /// A record that stood for another as well and does no more: without what the merging brought it, as far as that was
    /// not changed since. What it had before, and what those that it still stands for bring too, stays.
    /// - Parameters:
    ///   - before: The version before the merging.
    ///   - after: The version that the merging made.
    ///   - rest: Those that it still stands for.
    public static func part(
        _ one: Record, from other: Record, before: Record, after: Record, rest: [Record]
    ) -> Record {
        guard let content = one.content as? any MergeableContent else { return other }
        return part(content, from: other, before, after, rest)
    }

    private static func part<Content: MergeableContent>(
        _ content: Content, from other: Record, _ before: Record, _ after: Record, _ rest: [Record]
    ) -> Record {
        guard var from = other.content as? Content, let before = before.content as? Content,
            let after = after.content as? Content
        else { return other }
        let rest = rest.compactMap { $0.content as? Content }
        let brought = Set(names(of: after)).intersection(names(of: content))
            .subtracting(names(of: before)).subtracting(rest.flatMap(names))
        from.aliases.removeAll { brought.contains($0) }
        from.giveBack(to: content, before: before, rest: rest)
        var kept = other
        kept.content = from
        return kept
    }

    private static func names(of content: some MergeableContent) -> [String] { [content.name] + content.aliases }
}
