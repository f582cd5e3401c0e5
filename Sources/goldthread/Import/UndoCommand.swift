import ArgumentParser
import Foundation
import Ledger
import Register

/// Takes an import back.
struct UndoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Takes an import back by new entries: what it added is in no list any more, and stays on record.",
        discussion: """
            Papers that were brought in together are taken back together. What others have changed since stops it, \
            unless you say --anyway.

            Examples:
              goldthread list import
              goldthread undo IMP-3
            """)

    @Argument(help: "The import, such as IMP-3.")
    var reference: String

    @Flag(help: "Take back records too that were changed since.")
    var anyway = false

    @Flag(help: "Do it without asking.")
    var yes = false

    @OptionGroup var writing: WritingOptions

    func run() async throws {
        try await CommandFailure.reported {
            let session = try await writing.session()
            let entry = try await session.entry(reference)
            guard entry.reference.kind == .import else {
                throw CommandFailure("\(entry.reference) is not an import. See them with: goldthread list import")
            }
            if try entry.record().withdrawal != nil {
                throw CommandFailure("\(entry.reference) was taken back already.", .declined)
            }
            let undoing = try await ImportUndoing(entry, in: session)
            if !undoing.changedSince.isEmpty, !anyway {
                let more = undoing.changedSince.count - 12
                let names =
                    undoing.changedSince.prefix(12).map(\.description).joined(separator: ", ")
                    + (more > 0 ? " and \(more) more" : "")
                throw CommandFailure(
                    "\(undoing.changedSince.count) of its records were changed since: \(names). Nothing was taken back. Look at them, then add --anyway to take them back too; nothing is lost from the record.",
                    .conflict)
            }
            Terminal.standardOutput.line(
                "\(entry.reference) added \(undoing.changes.count) records from \(undoing.papers.joined(separator: ", "))."
            )
            guard try agreed() else { throw CommandFailure("Nothing was taken back.", .declined) }
            _ = try await session.append(undoing.changes, by: writing.actor, reason: "Undo of \(entry.reference)")
            Terminal.standardOutput.line(
                "Taken back: \(undoing.changes.count) records are in no list any more, and stay on record.")
        }
    }

    private func agreed() throws -> Bool {
        guard !yes else { return true }
        Terminal.standardOutput.flush()
        guard isatty(STDIN_FILENO) == 1 else {
            throw CommandFailure("Nothing was taken back: there is nobody to ask. Add --yes.", .declined)
        }
        FileHandle.standardOutput.write(Data("Take all of it back? [y/N] ".utf8))
        return readLine().map { ["y", "yes"].contains($0.lowercased()) } ?? false
    }
}

/// The changes that reverse an import.
struct ImportUndoing {
    private(set) var changes: [Commit.Change] = []
    /// Records that have moved on since the import.
    private(set) var changedSince: [Reference] = []
    /// Papers that were brought in together.
    private(set) var papers: [String] = []

    init(_ entry: Entry, in session: Session) async throws {
        let history = try await session.ledger.history(entry.id, .now)
        let made = try await session.ledger.entries(ofCommit: history.first?.commit ?? entry.commit)
        let ids = Set(made.map(\.id))
        // The last of several versions that the import made is what others may have built upon.
        for done in made.reversed() where !changes.contains(where: { $0.id == done.id }) {
            guard let now = try await session.ledger.entry(done.id, .now) else { continue }
            let record = try now.record()
            if record.withdrawal != nil { continue }
            let first = made.first { $0.id == done.id } ?? done
            if done.reference.kind == .paper, let paper = record.content as? KeptPaper { papers.append(paper.name) }
            let isParty = [.council, .body, .person, .post].contains(done.reference.kind)
            if isParty, try await isUsed(done.id, besides: ids, session) { continue }
            if now.version != done.version { changedSince.append(done.reference) }
            if first.version == 1 {
                changes.append(
                    Commit.Change(done.id, seen: now.version, record.withdrawn(because: "undo of \(entry.reference)")))
            } else if let before = try await session.ledger.history(done.id, .now).first(where: {
                $0.version == first.version - 1
            }) {
                changes.append(Commit.Change(done.id, seen: now.version, try before.record()))
            }
        }
        papers.reverse()
    }

    /// Whether a record that the import did not bring speaks of somebody whom it was the first to name.
    private func isUsed(_ id: RecordID, besides ids: Set<RecordID>, _ session: Session) async throws -> Bool {
        var owned = Query(kinds: RecordKind.allCases)
        owned.owners = [id]
        var below = Query(kinds: RecordKind.allCases)
        below.parent = id
        var council = Query(kinds: RecordKind.allCases)
        council.council = id
        for query in [owned, below, council] {
            if try await session.ledger.list(query).rows.contains(where: { !ids.contains($0.id) }) { return true }
        }
        return false
    }
}
