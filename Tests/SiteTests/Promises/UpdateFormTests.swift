import Access
import HTTPTypes
import Ledger
import Register
import Testing

@testable import Site

/// The form for an update: what it shows, what it takes, and what it says of all that is wrong at once.
@Suite(.serialized) struct UpdateFormTests {
    private static let path = "/records/ACT-1/update"

    @Test func `the form shows when it is due, whose it is and what was said last`() async throws {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        #expect(try await officer.get(Self.path).text.contains("nothing yet"))
        _ = try await officer.post(Self.path, ["seen": "1", "narrative": "The piles are in.", "on": "2026-11-01"])
        let text = try await officer.get(Self.path).text
        #expect(text.contains("31 March 2026") && text.contains("Karen Hughes"))
        #expect(text.contains("1 November 2026, Ada Marsh: The piles are in."))
        #expect(text.contains("Only if it is “Monitor” or “Action Required”."))
        #expect(text.contains("At most 4,000 characters."))
    }

    @Test func `all that is wrong is said at once, each with a link to its field`() async throws {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        let refused = try await officer.post(
            Self.path, ["seen": "1", "status": "Action Required", "percentage": "most", "on": "tomorrow"])
        #expect(refused.status == .badRequest)
        for field in ["narrative", "cause", "corrective-action", "percentage", "on"] {
            #expect(refused.text.contains("<li><a href=\"#\(field)\">"), "\(field)")
        }
        let named = refused.text.matches(of: /<li><a href="#([^"]+)">/).map { String($0.1) }
        #expect(named == ["narrative", "cause", "corrective-action", "percentage", "on"], "in the order of the form")
        #expect(refused.text.contains("value=\"most\"") && refused.text.contains("value=\"tomorrow\""))
    }

    @Test(arguments: ["50", "50%", "50 %", " 50"]) func `a percentage may bear its sign`(text: String) async throws {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        let saved = try await officer.post(Self.path, ["seen": "1", "narrative": "Half", "percentage": text])
        #expect(saved.location == "/records/ACT-1?done=1")
        #expect(try await test.ledger.entry(test.records.late, .now)?.record().progress.reported?.percentage == 50)
    }

    @Test(arguments: ["150%", "%", "5%0", "half", "-1"]) func `what is no percentage is refused`(text: String)
        async throws
    {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        let refused = try await officer.post(Self.path, ["seen": "1", "narrative": "Half", "percentage": text])
        #expect(refused.status == .badRequest && refused.text.contains("Write a whole number from 0 to 100"))
    }

    @Test func `a narrative that is too long comes back with how much too long it is`() async throws {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        let words = String(repeating: "é", count: 4003)
        let refused = try await officer.post(Self.path, ["seen": "1", "narrative": words])
        #expect(refused.status == .badRequest && refused.text.contains("Shorten it by 3: at most 4,000 characters"))
        #expect(refused.text.contains(words))
        let saved = try await officer.post(Self.path, ["seen": "1", "narrative": String(words.dropLast(3))])
        #expect(saved.location == "/records/ACT-1?done=1")
    }

    @Test func `a file that is too large is refused at its field, and the words stay`() async throws {
        var settings = SiteSettings()
        settings.uploadLimit = 100
        let test = try await TestSite(settings: settings)
        let officer = try await test.browser([Grant(.officer)])
        for size in [101, 2_000_000] {
            let refused = try await officer.send(
                Self.path, [("seen", "1"), ("narrative", "See the picture")],
                file: (field: "file", name: "a.jpg", bytes: [UInt8](repeating: 120, count: size)))
            #expect(refused.text.contains("See the picture") && refused.text.contains("type=\"file\""))
            #expect(refused.status == (size == 101 ? .badRequest : .contentTooLarge))
        }
        #expect(try await test.ledger.entry(test.records.late, .now)?.version == 1)
    }

    @Test func `the same update sent once more is not said twice`() async throws {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        let fields = [("narrative", "The piles are in."), ("status", "On Target"), ("where", "Minute 12")]
        #expect(try await officer.post(Self.path, fields + [("seen", "1")]).location == "/records/ACT-1?done=1")
        // The form as it was, and the form as the browser loads it anew when somebody goes back.
        for seen in ["1", "2"] {
            let again = try await officer.post(Self.path, fields + [("seen", seen)])
            #expect(again.location == "/records/ACT-1?done=before")
        }
        #expect(try await officer.get("/records/ACT-1?done=before").text.contains("not added a second time"))
        #expect(try await test.ledger.entry(test.records.late, .now)?.record().facts.updates == 1)
        let other = try await officer.post(
            Self.path,
            [("narrative", "The piles are in."), ("status", "On Target"), ("where", "Minute 13"), ("seen", "2")])
        #expect(other.location == "/records/ACT-1?done=1", "with other evidence it is another update")
        let second = try await test.browser([Grant(.officer)], name: "Second")
        #expect(try await second.post(Self.path, fields + [("seen", "3")]).location == "/records/ACT-1?done=1")
    }
}
