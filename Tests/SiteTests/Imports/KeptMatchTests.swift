import Access
import HTTPTypes
import Ledger
import Register
import Testing

@testable import Site

/// A finding under review says which record of the ledger it is, and what would change of it.
@Suite(.serialized) struct KeptMatchTests {
    @Test func `a card shows the record with what would change of it, word by word, and says what is new`() async throws
    {
        let review = try await ReviewedPlan(try await TestSite())
        let page = try await review.page()
        let changed = try #require(ReviewedPlan.card("Mend the weir", in: page))
        #expect(changed.contains("Changes <a href=\"/records/ACT-1\">ACT-1 Mend the weir</a>"))
        #expect(changed.contains("Mend the weir <ins>by hand</ins>"))
        #expect(changed.contains("31 March 2027"))
        let new = try #require(ReviewedPlan.card("Paint the sluice", in: page))
        #expect(new.contains("New: it will be added.") && !new.contains("Changes "))
    }

    @Test func `what is not decided yet says what it would change`() async throws {
        let review = try await ReviewedPlan(try await TestSite())
        #expect(try await review.decide("Mend the weir", ["decision": "undecided"]).status == .seeOther)
        let card = try #require(ReviewedPlan.card("Mend the weir", in: try await review.page()))
        #expect(card.contains("If it is accepted, it changes <a href=\"/records/ACT-1\">"))
        #expect(card.contains("<ins>by hand</ins>"))
    }

    @Test(arguments: [("Clear the culvert by hand", "2028"), ("Clear the culvert", "2027")])
    func `a record that may not be read is neither named nor shown, nor called new`(
        words: String, year: String
    ) async throws {
        let test = try await TestSite()
        _ = try await ReviewedPlan(test, rows: ["Clear the culvert | 31 March 2027"]).keep()
        let review = try await ReviewedPlan(test, rows: [words + " | 31 March " + year, "Paint it | 30 June 2027"])
        let account = try #require(try await test.site.access.accounts().last)
        var details = account.details
        details.grants = [Grant(.officer, at: test.records.north)]
        _ = try await test.site.access.change(account.id, seen: account.version, to: details)
        let card = try #require(ReviewedPlan.card(words, in: try await review.page()))
        #expect(card.contains("It is a record that your account may not read."))
        #expect(!card.contains("ACT-2") && !card.contains("New: it will be added"))
    }

    @Test func `where a paper cannot be compared, no card says that nothing changes`() async throws {
        let test = try await TestSite()
        let review = try await ReviewedPlan(test)
        _ = try await review.decide("Paint the sluice", ["decision": "merge", "into": "ACT-2"])
        let record = try #require(try await test.ledger.entry(test.records.far, .now)).record()
        let back = Commit.Change(test.records.far, seen: 1, record.withdrawn(because: "Printed by mistake"))
        _ = try await test.ledger.append(Commit(actor: "test", reason: "Taken back", changes: [back]))
        let page = try await review.page()
        #expect(page.contains("There is a problem") && page.contains("any more. Choose another"))
        #expect(!page.contains("Nothing of it changes"))
    }

    @Test func `findings of one sentence are told apart by what they say besides their words`() async throws {
        let officer = try await TestSite().browser([Grant(.officer)])
        let text =
            "# Shared services report\n\nThe shared team saves £120,000 for North Mere and £95,500 for South Mere each year.\n"
        let address = try #require(try await officer.upload("savings.txt", Array(text.utf8)).location)
        let page = try await officer.get(address).text
        #expect(page.contains("Amount: £120,000 · Council: North Mere"))
        #expect(page.contains("Amount: £95,500 · Council: South Mere"))
    }

    @Test(arguments: [
        (0, "£0"), (99, "£0.99"), (100_000, "£1,000"), (1250, "£12.50"), (-123_456_789, "−£1,234,567.89"),
    ]) func `amounts are written as people write them`(pence: Int, words: String) {
        #expect(Pounds(pence: pence).words == words)
    }
}
