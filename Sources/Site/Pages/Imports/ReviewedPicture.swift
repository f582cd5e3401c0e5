import Access
import Hummingbird
import NIOCore
import Papers

/// A sheet of a paper under review, as a picture. Only whoever reviews the paper gets it, and no browser keeps it: the paper
/// may never be kept, nor published.
enum ReviewedPicture {
    static func answer(_ visit: Visit) async throws -> Response {
        let account = try visit.signedIn().account.id
        let missing = Refusal.notFound("There is no such page of an import under review.")
        guard let id = DraftID(visit.part("draft")), let sheet = Int(visit.part("sheet")), sheet > 0 else {
            throw missing
        }
        let draft = try await ReviewedDraft.draft(id, of: account, visit).0
        do {
            let picture = try await visit.site.readings.pictures.picture(
                ofDraft: id, name: draft.name, sheet: sheet
            ) { try await visit.access.paper(ofDraft: id, of: account) }
            return Response(
                status: .ok, headers: [.contentType: "image/png", .cacheControl: "no-store"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: picture.png)))
        } catch let refusal as Refusal {
            throw refusal
        } catch let error as PictureError {
            throw Refusal.notFound("\(error)")
        }
    }
}
