import Access
import HTTPTypes
import Ledger
import Register
import Testing

@testable import Site

/// What a reader of one council sees of a ledger that two councils share: nothing of the other's.
@Suite(.serialized) struct ReadableTests {
    /// Words that stand in records of the southern council alone, in every place from which a page takes words.
    private static let secrets = [
        "zander", "yarrow", "quillwort", "ouzel", "wagtail", "orchis", "heronry", "kestrel", "lamprey", "marten",
        "osier",
    ]

    private static func fill(_ test: TestSite) async throws {
        var ids = RecordIDs(milliseconds: { 1_763_000_100_000 })
        let (north, south) = ([test.records.north], [test.records.south])
        func of(_ councils: [RecordID], _ content: any RecordContent, _ edit: (inout Record) -> Void = { _ in })
            -> Record
        {
            var record = Record(content)
            record.councils = councils
            edit(&record)
            return record
        }
        let (plan, theme, paper, action) = (ids.next(), ids.next(), ids.next(), ids.next())
        let (update, person, review, shared) = (ids.next(), ids.next(), ids.next(), ids.next())
        let (link, answer, evidence) = (ids.next(), ids.next(), ids.next())
        let file = Commit.Paper(
            id: paper, bytes: Array("The heronry report\n\nThe heronry is shut.\n".utf8),
            passages: [Commit.Passage(line: 3, text: "The heronry is shut.")])
        let place = Record.Place(paper: paper, source: Source(line: 3))
        let changes: [(RecordID, Record)] = [
            (plan, of(south, Plan(title: "Zander plan"))),
            (theme, of(south, Theme(name: "Yarrow")) { $0.plan = plan }),
            (
                paper,
                of(south, KeptPaper(name: "quillwort.txt", hash: file.hash, size: 40, title: "Quillwort", lines: 3))
            ),
            (person, of(south, Person(name: "Una Ouzel"))),
            (
                action,
                of(
                    south,
                    Action(text: "Count the wagtail", timescale: Timescale("1 May 2026", reference: TestSite.today))
                ) {
                    ($0.plan, $0.theme, $0.owners, $0.place) = (plan, theme, [person], place)
                    $0.parent = test.records.recommendation
                }
            ),
            (
                update,
                of(south, Update(narrative: "The kestrel came", on: TestSite.today, by: "Una Ouzel")) {
                    $0.parent = action
                }
            ),
            (review, of(south, Recommendation(text: "Plant the orchis")) { $0.plan = plan }),
            (evidence, of(south, KeptPaper(name: "osier.jpg", hash: String(repeating: "a", count: 64), size: 1))),
            // A northern promise that hangs together with all of it.
            (
                shared,
                of(north, Action(text: "Mend the gate", timescale: Timescale("1 May 2026", reference: TestSite.today)))
                {
                    ($0.plan, $0.theme, $0.owners, $0.place, $0.parent) = (plan, theme, [person], place, action)
                    $0.progress.closure = Closure(
                        ending: .superseded, reason: "Gone", on: TestSite.today, by: "Ada",
                        evidence: [Evidence(text: "osier.jpg", paper: evidence)], successor: action)
                }
            ),
            (link, Record(Link(from: shared, role: .answers, to: review, ground: "by the lamprey"))),
            (answer, Record(Link(from: action, role: .answers, to: test.records.recommendation, ground: "marten"))),
        ]
        _ = try await test.ledger.append(
            Commit(
                actor: "test", reason: "More", changes: changes.map { Commit.Change($0.0, seen: 0, $0.1) },
                papers: [file]))
    }

    /// Every page that can be asked for, with each record and each list that there is.
    private static func pages(_ test: TestSite) async throws -> [String] {
        let entries = try await test.ledger.entries(after: 0, limit: 1000)
        let references = entries.map(\.reference.description)
        var pages: [String] = []
        for endpoint in Endpoint.allCases where endpoint.method == .get {
            for reference in endpoint.path.contains("{reference}") || endpoint.path.contains("{plan}")
                ? references : [""]
            {
                for kind in endpoint.path.contains("{kind}") ? RecordKind.allCases.map(\.rawValue) : [""] {
                    pages.append(
                        endpoint.path.replacing("{plan}", with: reference).replacing("{reference}", with: reference)
                            .replacing("{kind}", with: kind).replacing("{version}", with: "x")
                            .replacing("{token}", with: "x"))
                }
            }
        }
        for format in ["csv", "json"] {
            let files = pages.filter { ["/lists", "/plans", "/recom", "/promi"].contains($0.prefix(6)) }
            pages += files.filter { !$0.contains("?") }.map { "\($0)?format=\(format)" }
        }
        for word in secrets { pages.append("/search?q=\(word)") }
        for view in ["timeline", "owners"] { pages.append("/plans/PLN-1?view=\(view)") }
        pages += ["/?as-at=2026-11-20", "/lists/action?text=wagtail", "/plans/PLN-2?view=owners"]
        return pages
    }

    @Test func `no page holds a word of another council's records`() async throws {
        let test = try await TestSite()
        try await Self.fill(test)
        let reader = try await test.browser([Grant(.reader, at: test.records.north)])
        for page in try await Self.pages(test) {
            let answer = try await reader.get(page)
            #expect(answer.status != .internalServerError, "\(page)")
            // A page of results repeats what was looked for, and an image holds no words.
            let text = answer.text.lowercased().replacing(/\/search\?q=\w+/, with: "")
                .replacing(/(value="\w+"|search: \w+|for \w+)/, with: "")
            for secret in Self.secrets where text.contains(secret) {
                let isEcho = page.contains("q=\(secret)") || page.contains("text=\(secret)")
                #expect(isEcho && !text.contains("<mark>"), "\(page) holds “\(secret)”")
            }
        }
    }

    @Test func `somebody who may read everything sees all of those words`() async throws {
        let test = try await TestSite()
        try await Self.fill(test)
        let reader = try await test.browser([Grant(.reader)])
        var all = ""
        for page in try await Self.pages(test) where !page.hasPrefix("/search") {
            all += try await reader.get(page).text.lowercased()
        }
        let unseen = Self.secrets.filter { !all.contains($0) }
        #expect(unseen.isEmpty, "no page holds \(unseen): the test above proves nothing of them")
        let south = try await test.browser([Grant(.reader, at: test.records.south)])
        #expect(try await south.get("/search?q=heronry").text.contains("<mark>"))
        #expect(try await !south.get("/lists/action").text.contains("Mend the gate"))
    }

    @Test func `counts on home are of what may be read`() async throws {
        let test = try await TestSite()
        let north = try await test.browser([Grant(.reader, at: test.records.north)])
        #expect(try await north.get("/").text.contains("<strong>1</strong> <span>promises</span>"))
        let both = try await test.browser([Grant(.reader)])
        #expect(try await both.get("/").text.contains("<strong>2</strong> <span>promises</span>"))
    }

    @Test func `evidence is of the councils of what it shows`() async throws {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        _ = try await officer.get("/")
        let boundary = "limit"
        let page = try await officer.get("/records/ACT-2/update")
        let token = try #require(page.text.firstMatch(of: /name="form-token" value="([^"]+)"/)).1
        func part(_ name: String, _ value: String, file: String? = nil) -> String {
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\(file.map { "; filename=\"\($0)\"" } ?? "")\r\n\r\n\(value)\r\n"
        }
        let body =
            part("form-token", String(token)) + part("seen", "1") + part("narrative", "Dug")
            + part("status", StatusScheme.sixLevel.levels.first { !$0.isFinished && !$0.needsCause }?.name ?? "")
            + part("file", "photo", file: "culvert.jpg") + "--\(boundary)--\r\n"
        let answer = try await officer.send(
            .post, "/records/ACT-2/update", Array(body.utf8), type: "multipart/form-data; boundary=\(boundary)")
        try #require(answer.location?.contains("done") == true, "\(answer.status)")
        let north = try await test.browser([Grant(.reader, at: test.records.north)])
        #expect(try await !north.get("/lists/paper").text.contains("culvert.jpg"))
        let south = try await test.browser([Grant(.reader, at: test.records.south)])
        #expect(try await south.get("/lists/paper").text.contains("culvert.jpg"))
    }
}
