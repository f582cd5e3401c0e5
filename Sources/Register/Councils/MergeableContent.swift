/// What can turn out to be the same as another of its kind: a person, a post, a council.
public protocol MergeableContent: RecordContent {
    /// The name that counts.
    var name: String { get }
    /// Other names that papers use.
    var aliases: [String] { get set }
    /// The record that stands for this one as well, since the two were merged.
    var mergedInto: RecordID? { get set }
    /// Takes over what it lacks from another that is the same.
    mutating func complete(from other: Self)
    /// Gives back what it took over from another that turns out not to be the same.
    /// - Parameters:
    ///   - before: What it was before the two were merged.
    ///   - rest: Those that still are the same.
    mutating func giveBack(to other: Self, before: Self, rest: [Self])
}

extension MergeableContent {
    /// The name.
    public var text: String { name }

    /// Lists the other names.
    public func describe(into list: inout FieldList) {
        list.add("aliases", aliases)
        list.add("mergedInto", mergedInto?.description)
    }

    /// Found by each of the names.
    public func index(into facts: inout Facts) { indexNames(into: &facts) }

    /// Found by each of the names; one that was merged is found through the other.
    func indexNames(into facts: inout Facts) {
        facts.names = ([name] + aliases).map { $0.lowercased() }
        facts.parent = mergedInto
    }

    /// Most have nothing but names.
    public mutating func complete(from other: Self) {}
    /// Most have nothing but names.
    public mutating func giveBack(to other: Self, before: Self, rest: [Self]) {}
}

extension RecordKind {
    /// Kinds of which two records can turn out to be one.
    public static let mergeable: [RecordKind] = [.person, .post, .council]

    /// Whether two records of the kind can turn out to be one.
    public var isMergeable: Bool { RecordKind.mergeable.contains(self) }
}
