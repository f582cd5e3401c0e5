import Foundation
import Ledger
import Papers
import Register

extension Session {
    /// Appends changes in the name of somebody.
    func append(_ changes: [Commit.Change], by actor: String, reason: String, papers: [Commit.Paper] = []) async throws
        -> [Entry]
    {
        try await ledger.append(Commit(actor: actor, reason: reason, changes: changes, papers: papers))
    }

    /// Runs a rule, and says whose rule it is where it refuses.
    func applying<Value>(to reference: Reference, _ rule: () throws(RuleProblem) -> Value) throws -> Value {
        do {
            return try rule()
        } catch {
            throw CommandFailure("\(reference): \(error)")
        }
    }

    /// Who is meant: the person as the ledger knows them, else the name as typed.
    func personName(_ text: String) async throws -> (name: String, id: RecordID?) {
        if let reference = Reference(text), reference.kind == .person || reference.kind == .post {
            let row = try await find(text, [.person, .post])
            return (row.title, row.id)
        }
        let found = try await ledger.named(text, kinds: [.person, .post], asAt)
        guard found.count == 1, let row = found.first else { return (text, nil) }
        return (row.title, row.isMerged ? row.parent : row.id)
    }
}

/// Evidence as given on the command line: files, which are kept, and words.
struct GivenEvidence {
    private(set) var evidence: [Evidence] = []
    private(set) var changes: [Commit.Change] = []
    private(set) var papers: [Commit.Paper] = []

    /// Largest file that is kept as evidence, in bytes.
    static let sizeLimit = 50_000_000

    /// One word with an ending of two to four letters: "photo.jpg".
    private static func isFileName(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, let ending = parts.last, !text.contains(" "), !text.contains("://") else {
            return false
        }
        return (2...4).contains(ending.count) && ending.allSatisfy { $0.isLetter || $0.isNumber }
            && ending.contains(where: \.isLetter)
    }

    init(_ given: [String], in session: Session) async throws {
        var ids = Clock.ids()
        for text in given {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: text, isDirectory: &isFolder), !isFolder.boolValue else {
                // A path that is not there is more likely a slip than words.
                if text.hasPrefix("/") || text.hasPrefix("./") || text.hasPrefix("../")
                    || GivenEvidence.isFileName(text)
                {
                    throw CommandFailure(
                        "The evidence \(text) is not there. Name a file, or say in words where to look.")
                }
                evidence.append(Evidence(text: text))
                continue
            }
            guard let data = FileManager.default.contents(atPath: text) else {
                throw CommandFailure("The evidence \(text) is there but may not be read. Ask its owner for leave.")
            }
            guard !data.isEmpty else {
                throw CommandFailure("The evidence \(text) is an empty file, which shows nothing.")
            }
            guard data.count <= GivenEvidence.sizeLimit else {
                throw CommandFailure(
                    "The evidence \(text) has \(data.count / 1_000_000) MB; the ledger keeps files up to \(GivenEvidence.sizeLimit / 1_000_000) MB. Keep it elsewhere and say where, in words."
                )
            }
            let name = (text as NSString).lastPathComponent
            let bytes = [UInt8](data)
            let hash = PaperHash.of(bytes)
            if let known = try await session.ledger.named("sha256:" + hash, kinds: [.paper], .now).first {
                evidence.append(Evidence(text: name, paper: known.id))
                continue
            }
            let id = ids.next()
            changes.append(Commit.Change(id, seen: 0, Record(KeptPaper(name: name, hash: hash, size: bytes.count))))
            papers.append(Commit.Paper(id: id, bytes: bytes))
            evidence.append(Evidence(text: name, paper: id))
        }
    }
}
