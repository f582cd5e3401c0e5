import Access
import Foundation
import HTTPTypes
import Hummingbird
import Intake
import Ledger
import Logging
import NIOCore
import Register
import Synchronization
import Testing

@testable import Site

/// A site with a small ledger of its own, on a day that stands still, asked without a network.
final class TestSite: Sendable {
    let site: Site
    let ledger: any Ledger
    let records: Records
    private let folder: URL
    private let day: TestDay
    private let responder: any HTTPResponder<SiteContext>

    static let today = LondonTime.day(of: Timestamp(microseconds: 1_795_262_400_000_000))
    static let password = "quartz lantern mill forty"

    /// What the ledger holds: two councils, a plan, its promises.
    struct Records: Sendable {
        var north: RecordID
        var south: RecordID
        var plan: RecordID
        var owner: RecordID
        /// A late promise of the northern council, shared with the southern.
        var late: RecordID
        /// A promise of the southern council alone.
        var far: RecordID
        var recommendation: RecordID
    }

    /// - Parameter filled: The day on which the ledger was filled; from then on it is today.
    init(isEmpty: Bool = false, settings: SiteSettings = SiteSettings(), filled: Day = today) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "goldthread-site-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let day = TestDay(filled)
        self.day = day
        let clock: @Sendable () -> Timestamp = { Timestamp(day: day.value, hour: 12) }
        let store = try SQLiteStore.open(folder.path + "/test.db", mode: .create, clock: clock)
        var ids = RecordIDs(milliseconds: { 1_763_000_000_000 })
        ledger = try await store.addPartnership(named: "Mere Valley", id: ids.next())
        records = try await TestSite.fill(ledger, &ids, isEmpty: isEmpty)
        day.value = TestSite.today
        // Passwords take long on purpose; in tests they need not.
        var rules = AccessRules()
        rules.passwordCost = try #require(ScryptCost(logN: 4, blockSize: 1, parallelism: 1))
        let book = try AccessBook.open(folder.path + "/test.accounts", rules: rules, clock: clock)
        site = try await Site(
            ledger: ledger, access: book, settings: settings, lexicon: try Lexicon.standard(), clock: clock,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        responder = SiteRouter(site: site).router().buildResponder()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private static func fill(_ ledger: any Ledger, _ ids: inout RecordIDs, isEmpty: Bool) async throws -> Records {
        let records = Records(
            north: ids.next(), south: ids.next(), plan: ids.next(), owner: ids.next(), late: ids.next(),
            far: ids.next(),
            recommendation: ids.next())
        guard !isEmpty else { return records }
        func action(_ text: String, due: String, councils: [RecordID], owners: [RecordID] = []) -> Record {
            var record = Record(Action(text: text, timescale: Timescale(due, reference: TestSite.today)))
            (record.plan, record.councils, record.owners) = (records.plan, councils, owners)
            return record
        }
        var asked = Record(Recommendation(text: "Have one register of <projects> & keep it"))
        (asked.plan, asked.councils) = (records.plan, [records.north])
        let changes: [(RecordID, Record)] = [
            (records.north, Record(Council(name: "North Mere"))), (records.south, Record(Council(name: "South Mere"))),
            (records.plan, Record(Plan(title: "Flood plan"))), (records.owner, Record(Person(name: "Karen Hughes"))),
            (
                records.late,
                action(
                    "Mend the weir", due: "31 March 2026", councils: [records.north, records.south],
                    owners: [records.owner])
            ),
            (records.far, action("Clear the culvert", due: "31 March 2027", councils: [records.south])),
            (records.recommendation, asked),
        ]
        _ = try await ledger.append(
            Commit(actor: "test", reason: "For tests", changes: changes.map { Commit.Change($0.0, seen: 0, $0.1) }))
        return records
    }

    /// Lets some days go by.
    func pass(days: Int) { day.value = day.value.adding(days: days) }

    /// Somebody's browser, signed in with some roles.
    func browser(_ grants: Set<Grant>, person: RecordID? = nil, name: String = "Ada Marsh") async throws -> Browser {
        try await browsers(1, grants, person: person, name: name)[0]
    }

    /// Several browsers of one person, each with a session of its own.
    func browsers(
        _ count: Int, _ grants: Set<Grant>, person: RecordID? = nil, name: String = "Ada Marsh"
    ) async throws -> [Browser] {
        let address = try #require(MailAddress("user\(UInt64.random(in: 0...UInt64.max))@example.gov.uk"))
        let (_, link) = try await site.access.invite(
            AccountDetails(address: address, name: name, person: person, grants: grants))
        _ = try await site.access.setPassword(Self.password, by: link.token)
        var browsers: [Browser] = []
        for _ in 0..<count {
            let browser = Browser(self)
            let answer = try await browser.post("/sign-in", ["address": address.text, "password": Self.password])
            try #require(answer.status == .found || answer.status == .seeOther)
            browsers.append(browser)
        }
        return browsers
    }

    func send(_ request: Request, from peer: String = "127.0.0.1") async throws -> Answer {
        let source = TestSource()
        let response = try await responder.respond(to: request, context: SiteContext(peer: peer, source: source))
        let collected = Collected()
        let writer = CollectingWriter(collected: collected)
        try await response.body.write(writer)
        return Answer(status: response.status, headers: response.headers, body: await collected.bytes)
    }
}

/// The day that a test's clock shows.
private final class TestDay: Sendable {
    private let day: Mutex<Day>

    init(_ day: Day) { self.day = Mutex(day) }

    var value: Day {
        get { day.withLock { $0 } }
        set { day.withLock { $0 = newValue } }
    }
}

private struct TestSource: RequestContextSource {
    let logger: Logger = {
        var logger = Logger(label: "test") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .critical
        logger[metadataKey: "hb.request.id"] = "test-request"
        return logger
    }()
}

private actor Collected {
    var bytes: [UInt8] = []
    func add(_ buffer: ByteBuffer) { bytes += Array(buffer: buffer) }
}

private struct CollectingWriter: ResponseBodyWriter {
    let collected: Collected
    mutating func write(_ buffer: ByteBuffer) async throws { await collected.add(buffer) }
    consuming func finish(_: HTTPFields?) async throws {}
}

/// What the site answered.
struct Answer: Sendable {
    var status: HTTPResponse.Status
    var headers: HTTPFields
    var body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }
    var location: String? { headers[.location] }
}

/// A browser that keeps its cookie and sends back what forms of the site carry.
final class Browser {
    private let site: TestSite
    private(set) var cookie: String?
    var formToken: String?

    init(_ site: TestSite) { self.site = site }

    func get(_ path: String) async throws -> Answer { try await send(.get, path, nil, type: nil) }

    /// Sends a form of the page at `path`, as a person would: the page is loaded first where it has one.
    func post(_ path: String, _ fields: KeyValuePairs<String, String>, withToken: Bool = true) async throws -> Answer {
        try await post(path, fields.map { ($0.key, $0.value) }, withToken: withToken)
    }

    /// The same with fields that were put together.
    func post(_ path: String, _ fields: [(String, String)], withToken: Bool = true) async throws -> Answer {
        if withToken, cookie != nil, formToken == nil {
            let page = try await get("/")
            formToken = page.text.firstMatch(of: /name="form-token" value="([^"]+)"/).map { String($0.1) }
        }
        var pairs = fields
        if withToken, let formToken { pairs.append(("form-token", formToken)) }
        let body = pairs.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        return try await send(.post, path, Array(body.utf8), type: "application/x-www-form-urlencoded")
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: [UInt8]?, type: String?, forwarded: String? = nil
    ) async throws -> Answer {
        var head = HTTPRequest(method: method, scheme: "http", authority: "127.0.0.1:8080", path: path)
        if let cookie { head.headerFields[.cookie] = "goldthread=\(cookie)" }
        if let type { head.headerFields[.contentType] = type }
        if let body { head.headerFields[.contentLength] = "\(body.count)" }
        if let forwarded, let name = HTTPField.Name("X-Forwarded-For") { head.headerFields[name] = forwarded }
        let answer = try await site.send(Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body ?? []))))
        for value in answer.headers[values: .setCookie] {
            guard let found = value.firstMatch(of: /^goldthread=([^;]*)/) else { continue }
            cookie = found.1.isEmpty ? nil : String(found.1)
            formToken = nil
        }
        return answer
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
