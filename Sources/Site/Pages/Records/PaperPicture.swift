import Hummingbird
import Ledger
import NIOCore
import Papers
import Register

/// The page of the paper on which a record was found, with its row marked, as a picture.
enum PaperPicture {
    static func answer(_ visit: Visit) async throws -> Response {
        let (record, paper) = try await visit.read { reader in
            let (_, record) = try visit.record("reference", nil, reader)
            let paper = try record.place.flatMap {
                try reader.entry($0.paper, visit.asAt)?.record().content as? KeptPaper
            }
            return (record, paper)
        }
        let missing = Refusal.notFound("This record came out of no page that could be shown.")
        guard let place = record.place, let paper, let sheet = place.source.sheet else { throw missing }
        let boxes: [Box] =
            place.source.box.flatMap { edges in
                guard edges.count == 4 else { return nil }
                let edges = edges.map(Double.init)
                return [Box(left: edges[0], top: edges[1], right: edges[2], bottom: edges[3])]
            } ?? []
        do {
            let picture = try await visit.site.readings.pictures.picture(
                of: paper.name, sheet: sheet, marking: boxes
            ) {
                guard let bytes = try await visit.read({ try $0.paper(paper.hash) }) else { throw missing }
                return bytes
            }
            // A paper never changes, nor does the place in it: whoever may see it may keep it.
            return Response(
                status: .ok, headers: [.contentType: "image/png", .cacheControl: "private, max-age=86400"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: picture.png)))
        } catch let error as PictureError {
            throw Refusal.notFound("\(error)")
        }
    }
}
