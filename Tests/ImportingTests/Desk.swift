import Foundation
import Importing
import Intake
import Ledger
import Papers
import Register
import Testing

/// An empty ledger in a folder of its own with all that an import of the examples goes by; gone when the test is.
final class Desk: Sendable {
    static let today = LondonTime.day(of: Timestamp(microseconds: 1_795_262_400_000_000))

    let ledger: any Ledger
    private let folder: URL

    init() async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "importing-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let store = try SQLiteStore.open(
            folder.appending(path: "ledger.db").path, mode: .create,
            clock: { Timestamp(microseconds: 1_795_262_400_000_000) })
        var ids = Desk.ids(0)
        ledger = try await store.addPartnership(named: "Harrowmere and Wexcombe", id: ids.next())
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Ids that begin at so many milliseconds, always the same.
    static func ids(_ start: UInt64) -> RecordIDs { RecordIDs(milliseconds: { start }, chance: { 7 }) }

    /// Terms under which ids follow those that the ledger has.
    func terms(choice: PlanChoice = .byRecords) async throws -> ImportTerms {
        let start = UInt64(try await ledger.head().sequence + 1) * 100_000
        return ImportTerms(
            lexicon: try Lexicon.standard(), today: Desk.today, choice: choice, ids: Desk.ids(start))
    }

    /// Reads a text as a paper.
    static func paper(_ text: String, name: String = "plan.txt") throws -> BroughtIn {
        let bytes = Array(text.utf8)
        let paper = try TextReader().read(bytes, name: name)
        return BroughtIn(intake: Importer(lexicon: try Lexicon.standard()).findings(in: paper), bytes: bytes)
    }

    /// Reads one of the repository's example papers.
    static func example(_ name: String) throws -> BroughtIn {
        let file = URL(fileURLWithPath: #filePath).appending(path: "../../../Examples/\(name)").standardizedFileURL
        return try paper(String(contentsOf: file, encoding: .utf8), name: name)
    }

    /// Brings papers in without a review.
    @discardableResult
    func bring(_ papers: BroughtIn...) async throws -> [Entry] {
        let sifted = try await SiftedPapers(papers, in: ledger)
        let draft = try await ImportDraft(sifted, to: ledger, terms: try await terms())
        return try await ledger.append(draft.commit(by: "Ann Clerk"))
    }

    /// Records of some kinds that stand now, in the order of their references.
    func records(_ kinds: RecordKind...) async throws -> [(row: Row, record: Record)] {
        var found: [(row: Row, record: Record)] = []
        for row in try await ledger.list(Query(kinds: kinds)).rows {
            let entry = try #require(try await ledger.entry(row.id, .now))
            found.append((row, try entry.record()))
        }
        return found.sorted { $0.row.reference.number < $1.row.reference.number }
    }

    func record(_ reference: String) async throws -> Record {
        let reference = try #require(Reference(reference))
        return try #require(try await ledger.entry(reference, .now)).record()
    }

    /// What stands in the ledger: every record of every kind that is in a list, by its reference.
    func standing() async throws -> [String: Record] {
        var all: [String: Record] = [:]
        for kind in RecordKind.allCases {
            var query = Query(kinds: [kind])
            query.limit = 10_000
            for row in try await ledger.list(query).rows {
                all[row.reference.description] = try #require(try await ledger.entry(row.id, .now)).record()
            }
        }
        return all
    }
}
