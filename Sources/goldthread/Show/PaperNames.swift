import Ledger
import Register

/// Papers that a thread leads to, and people who answer along it.
struct PaperNames {
    private let directory: RecordNames

    init(_ thread: RecordThread, in session: Session) async throws {
        var ids = thread.record.owners + [thread.record.place?.paper].compactMap { $0 } + thread.below.flatMap(\.owners)
        func gather(_ links: [RecordThread.Linked]) {
            for link in links {
                ids += link.row.owners + [link.place?.paper].compactMap { $0 }
                gather(link.further)
            }
        }
        gather(thread.links)
        for field in thread.record.fields { if let id = RecordID(field.value.text) { ids.append(id) } }
        ids += thread.record.progress.closure?.successor.map { [$0] } ?? []
        directory = try await RecordNames(ids, in: session)
    }

    func names(_ ids: [RecordID]) -> String { directory.names(ids) }

    /// "KH (PER-3), Head of Housing (POS-2)".
    func people(_ ids: [RecordID]) -> String {
        ids.compactMap { directory[$0] }.map { "\($0.title) (\($0.reference))" }.joined(separator: ", ")
    }

    /// "ACT-104 Mend the weir".
    func title(_ id: RecordID) -> String { directory[id].map { "\($0.reference) \($0.title)" } ?? "\(id)" }

    func reference(_ id: RecordID?) -> String { directory[id]?.reference.description ?? "" }

    /// "Recovery Plan (PAP-1), page 12 (sheet 14), table 3, row 2".
    func place(_ place: Record.Place?) -> String? {
        guard let place, let paper = directory[place.paper] else { return nil }
        return "\(paper.title) (\(paper.reference)), \(place.source.words)"
    }
}
