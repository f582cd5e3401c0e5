import Access
import Hummingbird
import NIOCore

/// What a form sent: fields, and files.
struct SentForm: Sendable {
    var fields = Fields()
    var files: [SentFile] = []
    /// The room in memory that it takes, until it is answered.
    private var place: BodyRoom.Place?

    /// Nothing, as a page sends it.
    init() {}

    /// Bytes that whoever has not signed in may send; a form that is open to everybody has a few lines.
    private static let strangersLimit = 16_000
    /// Bytes of a form without files.
    static let plainLimit = 1_000_000

    /// Reads a form, after it was looked whether whoever sends it may: the larger it may be, the more has to be known of them.
    /// - Throws: `Refusal.tooLarge`, `.busy`, `.tooMany`, `.cutOff`, or `.bad` where it cannot be understood. Nothing of it is
    ///   kept then.
    init(_ request: Request, for visit: Visit) async throws(Refusal) {
        let boundary = Multipart.boundary(request.headers[.contentType] ?? "")
        let account = visit.visitor.flatMap { $0.session.stage == .full ? $0.account.id : nil }
        var limit = Self.strangersLimit
        if account != nil {
            limit = boundary == nil ? Self.plainLimit : visit.site.settings.uploadLimit + Self.plainLimit
        }
        let announced = request.headers[.contentLength].flatMap { Int($0) }
        // What strangers send is small, and there must be room for signing in.
        if account != nil { place = try visit.site.bodyRoom.place(for: min(announced ?? limit, limit)) }
        let body = try await Self.body(of: request, announced: announced, limit: limit)
        guard let boundary else {
            fields = Fields(urlencoded: String(decoding: body, as: UTF8.self))
            return
        }
        (fields, files) = try Multipart.read(body, boundary: boundary)
        if let account, !files.isEmpty { try visit.site.uploads.count(account, at: visit.site.clock()) }
    }

    private static func body(of request: Request, announced: Int?, limit: Int) async throws(Refusal) -> [UInt8] {
        if let announced, announced > limit { throw .tooLarge(limit: limit) }
        do {
            return [UInt8](buffer: try await request.body.collect(upTo: limit))
        } catch is NIOTooManyBytesError {
            throw .tooLarge(limit: limit)
        } catch {
            // Whoever sent it has gone, or was too slow: nobody reads this, and the log is to say no more of it.
            throw .cutOff
        }
    }
}
