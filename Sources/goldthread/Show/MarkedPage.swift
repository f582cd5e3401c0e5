import Ledger
import Papers
import Register

/// The page on which a record was found, drawn with the record's row marked.
struct MarkedPage {
    private let thread: RecordThread
    /// "ACT-12 was found in Recovery Plan (PAP-1), page 12".
    private let found: String

    /// - Throws: `CommandFailure` where the record came out of no paper.
    init(_ thread: RecordThread, _ papers: PaperNames) throws(CommandFailure) {
        let reference = thread.entry.reference
        guard thread.record.place != nil else {
            let what = reference.kind == .paper ? "is a paper itself" : "was not read from a paper"
            throw CommandFailure(
                "\(reference) \(what), so there is no page on which it was found. Name a record that came out of a paper: its thread, as goldthread show prints it, says \"found in\"."
            )
        }
        self.thread = thread
        found =
            "\(reference) was found in \(papers.place(thread.record.place) ?? "a paper that the ledger does not hold")"
    }

    /// Draws the page into a file and says so, for people.
    /// - Throws: `CommandFailure` where there is no page, it cannot be drawn, or the file cannot be written.
    func draw(into path: String, resolution: Int, in session: Session) async throws -> String {
        guard let place = thread.record.place, let paper = thread.paper,
            let bytes = try await session.ledger.paper(paper.hash)
        else {
            throw CommandFailure(
                "\(found), and the ledger does not keep that paper's file. Run goldthread doctor, or look it up in a backup.",
                .ledger)
        }
        guard PaperHash.of(bytes) == paper.hash else {
            throw CommandFailure(
                "\(found), and that paper's file is no longer what was brought in. Run goldthread verify.", .fault)
        }
        let boxes = place.source.box.flatMap(Box.init(edges:)).map { [$0] } ?? []
        do {
            // A paper without pages has no sheets either; what kind of file it is decides.
            let picture = try await SheetPicture.draw(
                bytes, name: paper.name, sheet: place.source.sheet ?? 1, marking: boxes, resolution: resolution)
            try OutputFile.write(picture.png, to: path)
        } catch let error as PictureError {
            throw CommandFailure("\(found). \(error)")
        }
        let marked = boxes.isEmpty ? ", without a mark: where on it is not known" : ", marked"
        return "\(found): drawn in \(path)\(marked)."
    }
}

extension Box {
    /// The box that a source keeps as its four edges; nil for any other number of them.
    fileprivate init?(edges: [Int]) {
        guard edges.count == 4 else { return nil }
        self.init(
            left: Double(edges[0]), top: Double(edges[1]), right: Double(edges[2]), bottom: Double(edges[3]))
    }
}
