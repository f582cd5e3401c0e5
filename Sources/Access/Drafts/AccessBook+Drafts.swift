import Foundation
internal import GRDB
import Register
import SQLiteFiles

extension AccessBook {
    /// Keeps a paper for review.
    /// - Parameters:
    ///   - name: The name of its file, up to 255 characters.
    ///   - decisions: What is decided already, in JSON.
    /// - Throws: `AccessError.draftTooLarge`, `.draftsTooLarge`, `.tooManyDrafts`, `.decisionsTooLarge`,
    ///   `.nameMalformed`, `.notJSON` or `.unknownAccount`.
    public func makeDraft(
        of account: AccountID, name: String, bytes: [UInt8], decisions: String = "{}"
    ) async throws(AccessError) -> Draft {
        let name = try AccessText.name(name, longest: DraftTable.longestName)
        guard bytes.count <= rules.draftBytes else {
            throw .draftTooLarge(bytes: bytes.count, limit: rules.draftBytes)
        }
        try checkSize(of: decisions)
        let (now, rules, data) = (clock(), rules, Data(bytes))
        return try await write { database in
            guard try AccessBook.isJSON(decisions, database) else { throw AccessError.notJSON }
            return try DraftTable(database: database, account: account).insert(
                name: name, bytes: data, decisions: decisions, now: now, rules: rules)
        }
    }

    /// The imports that an account has under review, the last changed first.
    public func drafts(of account: AccountID) async throws(AccessError) -> [Draft] {
        try await read { try DraftTable(database: $0, account: account).all() }
    }

    /// An import under review, and what was decided in it as JSON, from one moment.
    /// - Throws: `AccessError.unknownDraft`, also where it is somebody else's.
    public func draft(
        _ id: DraftID, of account: AccountID
    ) async throws(AccessError) -> (draft: Draft, decisions: String) {
        try await read { database in
            let table = DraftTable(database: database, account: account)
            return (try table.require(id), try table.column("decisions", of: id).stored(0))
        }
    }

    /// The paper of an import under review; it never changes.
    /// - Throws: `AccessError.unknownDraft`, also where it is somebody else's.
    public func paper(ofDraft id: DraftID, of account: AccountID) async throws(AccessError) -> [UInt8] {
        try await read { database in
            let bytes: Data = try DraftTable(database: database, account: account).column("bytes", of: id).stored(0)
            return Array(bytes)
        }
    }

    /// Keeps what was decided.
    /// - Parameters:
    ///   - seen: The version that the decisions were made from.
    ///   - decisions: All that is decided, in JSON.
    /// - Throws: `AccessError.unknownDraft`, `.draftMovedOn`, `.decisionsTooLarge` or `.notJSON`.
    public func updateDraft(
        _ id: DraftID, of account: AccountID, seen: Int, decisions: String
    ) async throws(AccessError) -> Draft {
        try checkSize(of: decisions)
        let now = clock()
        return try await write { database in
            guard try AccessBook.isJSON(decisions, database) else { throw AccessError.notJSON }
            return try DraftTable(database: database, account: account).update(
                id, seen: seen, decisions: decisions, now: now)
        }
    }

    /// Removes an import under review, with its paper.
    /// - Throws: `AccessError.unknownDraft`.
    public func removeDraft(_ id: DraftID, of account: AccountID) async throws(AccessError) {
        try await write { try DraftTable(database: $0, account: account).remove(id) }
    }

    private func checkSize(of decisions: String) throws(AccessError) {
        let (bytes, limit) = (decisions.utf8.count, rules.draftDecisionBytes)
        guard bytes <= limit else { throw .decisionsTooLarge(bytes: bytes, limit: limit) }
    }
}
