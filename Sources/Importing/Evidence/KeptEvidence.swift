public import Ledger
public import Register

/// Evidence for an update or a closure: words, and files with the changes that keep them.
public struct KeptEvidence: Sendable {
    /// Largest file that is kept as evidence, in bytes.
    public static let sizeLimit = 50_000_000

    /// What to put into the update or the closure, in the order given.
    public private(set) var evidence: [Evidence] = []
    /// Records for files that the ledger did not keep yet; they belong in the same commit.
    public private(set) var changes: [Commit.Change] = []
    /// Those files.
    public private(set) var papers: [Commit.Paper] = []
    private let councils: [RecordID]
    private let readable: Readable
    private let sizeLimit: Int
    private var ids: RecordIDs

    /// Nothing yet.
    /// - Parameters:
    ///   - councils: Those of the record that it is evidence for: new files are read by whoever may read that.
    ///   - readable: What whoever gives it may read: a file that is kept beyond that is kept again.
    ///   - sizeLimit: Largest file that is taken, in bytes.
    ///   - ids: Names the records of new files.
    public init(
        councils: [RecordID] = [], readable: Readable = .everything, sizeLimit: Int = KeptEvidence.sizeLimit,
        ids: RecordIDs
    ) {
        (self.councils, self.readable, self.sizeLimit, self.ids) = (councils, readable, sizeLimit, ids)
    }

    /// Adds words that say where to look.
    public mutating func add(words: String) { evidence.append(Evidence(text: words)) }

    /// Adds a file. One that the ledger keeps already, or that was added before, is not kept twice.
    /// - Parameter path: What whoever gives it calls it; its name is what follows the last slash.
    /// - Throws: `EvidenceProblem`; then nothing is added.
    public mutating func add(
        file bytes: [UInt8], from path: String, in ledger: any Ledger
    ) async throws(EvidenceProblem) {
        guard !bytes.isEmpty else { throw .empty(path) }
        guard bytes.count <= sizeLimit else { throw .tooLarge(path, bytes: bytes.count) }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let hash = PaperHash.of(bytes)
        if let new = papers.first(where: { $0.hash == hash }) {
            return evidence.append(Evidence(text: name, paper: new.id))
        }
        let known: RecordID?
        do {
            known = try await ledger.named("sha256:" + hash, kinds: [.paper], .now, readable: readable).first?.id
        } catch {
            throw .ledger(error)
        }
        if let known { return evidence.append(Evidence(text: name, paper: known)) }
        let id = ids.next()
        var paper = Record(KeptPaper(name: name, hash: hash, size: bytes.count))
        paper.councils = councils
        changes.append(Commit.Change(id, seen: 0, paper))
        papers.append(Commit.Paper(id: id, bytes: bytes))
        evidence.append(Evidence(text: name, paper: id))
    }
}
