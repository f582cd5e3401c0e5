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

    /// Bytes of a form that is refused in which it is looked for what was typed.
    private static let beginning = 12_000

    /// Makes sure that there is room for a form, before any of it is taken: the larger it may be, the more has to be known of
    /// whoever sends it.
    /// - Throws: `Refusal.tooLarge` or `.busy`.
    static func room(for request: Request, _ visit: Visit) throws(Refusal) -> (limit: Int, place: BodyRoom.Place?) {
        let announced = request.headers[.contentLength].flatMap { Int($0) }
        let isKnown = visit.visitor?.session.stage == .full
        let hasFiles = Multipart.boundary(request.headers[.contentType] ?? "") != nil
        let known = hasFiles ? visit.site.settings.uploadLimit + plainLimit : plainLimit
        let limit = isKnown ? known : strangersLimit
        if let announced, announced > limit { throw .tooLarge(limit: limit) }
        // What strangers send is small, and there must be room for signing in.
        return (limit, isKnown ? try visit.site.bodyRoom.place(for: announced ?? limit) : nil)
    }

    /// Reads a form that there is room for.
    /// - Throws: `Refusal.tooLarge`, `.cutOff`, or `.bad` where it cannot be understood. Nothing of it is kept then.
    init(_ request: Request, in room: (limit: Int, place: BodyRoom.Place?)) async throws(Refusal) {
        place = room.place
        let body = try await Self.body(of: request, limit: room.limit)
        guard let boundary = Multipart.boundary(request.headers[.contentType] ?? "") else {
            fields = Fields(urlencoded: String(decoding: body, as: UTF8.self))
            return
        }
        (fields, files) = try Multipart.read(body, boundary: boundary)
    }

    /// What was typed into a form that is refused: it stands before any large file. The rest is not read.
    init(beginningOf request: Request) async {
        var body: [UInt8] = []
        do {
            for try await part in request.body {
                body += Array(buffer: part)
                if body.count >= Self.beginning { break }
            }
        } catch {
            // What has come is all that there is.
        }
        if body.count > Self.beginning { body.removeLast(body.count - Self.beginning) }
        if let boundary = Multipart.boundary(request.headers[.contentType] ?? "") {
            (fields, files) = Multipart.beginning(body, boundary: boundary)
        } else {
            fields = Fields(urlencoded: String(decoding: body, as: UTF8.self))
        }
    }

    private static func body(of request: Request, limit: Int) async throws(Refusal) -> [UInt8] {
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
