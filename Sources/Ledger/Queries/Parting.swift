import Register

/// A record that was merged and turns out to be another than those that stand for it: what all of them become again.
///
/// What a merging brought is told from what a record had of its own by the versions before and after that merging.
struct Parting {
    private let one: RecordID
    /// All that are one with it, the record that stands for them first.
    private let group: [RecordID]
    private var members: [RecordID: Member]

    /// Reads all that are one with a record. A statement for each, and two.
    init(of one: RecordID, in reader: any LedgerReader) throws {
        self.one = one
        group = try reader.identities(of: one, .now)
        members = [:]
        for id in group { members[id] = try Member(try reader.history(id, .now)) }
    }

    /// The changes, each of a record that becomes another than it is.
    /// - Throws: `RuleProblem.notMerged`.
    mutating func changes() throws -> [Commit.Change] {
        guard let mergings = members[one]?.mergings, let first = mergings.first else { throw RuleProblem.notMerged }
        // Whoever was merged into it before comes along.
        let followers = group.filter { members[$0]?.wasMerged(into: one, before: first.commit) == true }
        members[one]?.point(to: nil)
        for id in followers { members[id]?.point(to: one) }
        for merging in mergings { part(merging, leaving: [one] + followers) }
        return group.compactMap { members[$0]?.change(of: $0) }
    }

    /// Takes what one merging brought from the record that stood for it from then on, if it still belongs to the group.
    private mutating func part(_ merging: Member.Merging, leaving: [RecordID]) {
        guard let leaver = members[one]?.record, let other = members[merging.into],
            let (before, after) = other.versions(around: merging.commit)
        else { return }
        let rest = group.filter { !leaving.contains($0) }.compactMap { members[$0] }
            .filter { $0.mergings.contains { $0.into == merging.into } }
        members[merging.into]?.record = Merging.part(
            leaver, from: other.record, before: before, after: after, rest: rest.map(\.record))
    }

    /// One of those that are one.
    private struct Member {
        struct Merging {
            let commit: Int
            let into: RecordID
        }

        private let versions: [(commit: Int, version: Int, record: Record)]
        /// What pointed it to others since it last stood for itself, first to last.
        let mergings: [Merging]
        /// What it becomes.
        var record: Record

        /// - Parameter history: All its versions; nil without any.
        init?(_ history: [Entry]) throws {
            versions = try history.map { ($0.commit, $0.version, try $0.record()) }
            guard let last = versions.last else { return nil }
            record = last.record
            var mergings: [Merging] = []
            for version in versions {
                guard let into = (version.record.content as? any MergeableContent)?.mergedInto else {
                    mergings = []
                    continue
                }
                if mergings.last?.into != into { mergings.append(Merging(commit: version.commit, into: into)) }
            }
            self.mergings = mergings
        }

        mutating func point(to id: RecordID?) { record = Register.Merging.pointed(record, to: id) }

        /// Whether it was one with another already when a commit pointed both to a third.
        func wasMerged(into other: RecordID, before commit: Int) -> Bool {
            zip(mergings, mergings.dropFirst()).contains { $0.into == other && $1.commit == commit }
        }

        func versions(around commit: Int) -> (before: Record, after: Record)? {
            guard let place = versions.firstIndex(where: { $0.commit == commit }), place > 0 else { return nil }
            return (versions[place - 1].record, versions[place].record)
        }

        func change(of id: RecordID) -> Commit.Change? {
            guard let last = versions.last, last.record != record else { return nil }
            return Commit.Change(id, seen: last.version, record)
        }
    }
}
