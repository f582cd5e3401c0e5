import Access
import Papers
import Register

/// Draws sheets of papers, a few at a time: each takes a processor for some tenths of a second and some memory, and a page
/// of a review asks for several at once.
actor PictureRoom {
    /// How many are drawn at the same time.
    private static let most = 2
    /// How many may wait for their turn; who comes then is asked to come again.
    private static let mostWaiting = 40
    /// The most bytes of pictures that are kept in memory, so that a review is not drawn anew for every decision.
    private static let mostKept = 24_000_000

    private struct Key: Hashable {
        var draft: DraftID
        var sheet: Int
    }

    private var drawing = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var underWay: [Key: Task<Result<SheetPicture, any Error>, Never>] = [:]
    /// Pictures of papers under review, the last asked for at the end.
    private var kept: [(key: Key, picture: SheetPicture)] = []

    /// A picture of a sheet with some places marked.
    /// - Parameter bytes: The paper, asked for when its turn has come: those that wait hold none in memory.
    /// - Throws: `Refusal.tooMany` where too many wait already; `PictureError`; what `bytes` throws.
    func picture(
        of name: String, sheet: Int, marking boxes: [Box], bytes: @Sendable () async throws -> [UInt8]
    ) async throws -> SheetPicture {
        try await enter()
        defer { leave() }
        return try await SheetPicture.draw(try await bytes(), name: name, sheet: sheet, marking: boxes)
    }

    /// A picture of a sheet of a paper under review, with nothing marked. Whether whoever asks may see it is for the caller
    /// to judge.
    /// - Throws: As above.
    func picture(
        ofDraft draft: DraftID, name: String, sheet: Int, bytes: @escaping @Sendable () async throws -> [UInt8]
    ) async throws -> SheetPicture {
        let key = Key(draft: draft, sheet: sheet)
        if let index = kept.firstIndex(where: { $0.key == key }) {
            let found = kept.remove(at: index)
            kept.append(found)
            return found.picture
        }
        let task =
            underWay[key]
            ?? Task {
                do {
                    return .success(try await picture(of: name, sheet: sheet, marking: [], bytes: bytes))
                } catch {
                    return .failure(error)
                }
            }
        underWay[key] = task
        let result = await task.value
        // The first of those who waited for the same puts it away.
        if underWay.removeValue(forKey: key) != nil, case .success(let picture) = result { keep(picture, as: key) }
        return try result.get()
    }

    /// Lets go of a paper that is no longer under review.
    func forget(_ draft: DraftID) { kept.removeAll { $0.key.draft == draft } }

    private func keep(_ picture: SheetPicture, as key: Key) {
        kept.append((key, picture))
        var bytes = kept.reduce(0) { $0 + $1.picture.png.count }
        while bytes > Self.mostKept, !kept.isEmpty { bytes -= kept.removeFirst().picture.png.count }
    }

    private func enter() async throws {
        guard drawing >= Self.most else {
            drawing += 1
            return
        }
        guard waiting.count < Self.mostWaiting else {
            throw Refusal.tooMany(
                "Many pages are being drawn just now. Load this page again in a moment.", retryAfter: 5)
        }
        // Whoever leaves hands the place on, so that `drawing` stays as it is.
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leave() {
        if waiting.isEmpty { drawing -= 1 } else { waiting.removeFirst().resume() }
    }
}
