import Access
import Testing

@testable import Site

/// The next version of the plan that the test's ledger holds, under review by an officer.
struct ReviewedPlan {
    let officer: Browser
    let address: String

    /// - Parameter rows: Of the plan's table: an action and its date each.
    init(
        _ test: TestSite, title: String = "Flood plan", rows: [String] = Self.rows,
        grants: Set<Grant> = [Grant(.officer)]
    ) async throws {
        officer = try await test.browser(grants)
        let text =
            "# \(title)\n\nDate: 1 September 2026\n\n| Action | By when |\n| --- | --- |\n"
            + rows.map { "| \($0) |\n" }.joined()
        address = try #require(try await officer.upload("flood.txt", Array(text.utf8)).location)
    }

    /// One that is reworded and put off, one that is put off, one that is new, and one of which too little can be read.
    static let rows = [
        "Mend the weir by hand | 31 March 2027", "Clear the culvert | 31 March 2028",
        "Paint the sluice at Otter Quay | 30 June 2027", "Sweep | soonish",
    ]

    /// A review that is open already.
    init(_ officer: Browser, _ address: String) { (self.officer, self.address) = (officer, address) }

    func page(_ query: String = "") async throws -> String { try await officer.get(address + query).text }

    /// The key of the finding whose words begin so.
    func key(_ words: String) async throws -> String {
        let card = try #require(Self.card(words, in: try await page()))
        return String(try #require(card.firstMatch(of: /name="key" value="([^"]+)"/)).1)
    }

    /// The card of the finding whose words begin so.
    static func card(_ words: String, in page: String) -> Substring? {
        page.split(separator: "<section class=\"finding ").first { $0.contains("finding-words\">\(words)") }
    }

    func decide(_ words: String, _ fields: KeyValuePairs<String, String>) async throws -> Answer {
        let page = try await officer.get(address)
        let key = try await key(words)
        return try await officer.post(
            "\(address)/findings",
            [("key", key), ("seen", page.hidden("seen") ?? "")] + fields.map { ($0.key, $0.value) })
    }

    func keep() async throws -> String {
        try #require(try await officer.post("\(address)/keep", [:]).location)
    }
}
