import Access
import Foundation
import HTTPTypes
import Papers
import Testing

@testable import Site

/// A PDF under review: its findings beside pictures of its sheets.
@Suite(.serialized) struct ReviewedSheetTests {
    private static func sample(_ name: String) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
            path: "../../PapersTests/Samples")
        return Array(try Data(contentsOf: folder.appending(path: name)))
    }

    /// Uploads a paper and waits until it is read.
    private static func reviewed(_ name: String, _ officer: Browser) async throws -> (address: String, page: String) {
        let address = try #require(try await officer.upload(name, try sample(name)).location)
        var page = try await officer.get(address).text
        for _ in 0..<60 where page.contains("The paper is being read") { page = try await officer.get(address).text }
        return (address, page)
    }

    @Test func `each finding is marked on the picture of its sheet, with its number, and leads to its card`()
        async throws
    {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        let (address, page) = try await Self.reviewed("plan.pdf", officer)
        let marks = page.matches(of: /<a class="mark mark-\w+" id="place-([^"]+)" href="#finding-([^"]+)"/)
        #expect(!marks.isEmpty)
        for mark in marks {
            #expect(mark.1 == mark.2)
            #expect(page.contains("id=\"finding-\(mark.1)\"") && page.contains("href=\"#place-\(mark.1)\""))
        }
        let pictures = page.matches(of: /<img loading="lazy" src="([^"]+)" width="(\d+)" height="(\d+)"/)
        #expect(!pictures.isEmpty)
        #expect(Set(pictures.map { String($0.1) }).count == pictures.count, "each sheet is shown once")
        for picture in pictures { #expect(picture.1.hasPrefix("\(address)/sheets/")) }
        // The words stay, for those who listen.
        #expect(page.contains("<summary>The paper&#39;s words</summary>") && page.contains("class=\"paper-text\""))
        #expect(!page.contains("style=\"") && !page.contains("onclick"))
    }

    @Test(arguments: ["plan.pdf", "landscape.pdf", "rotated.pdf", "turned-up.pdf", "turned-down.pdf"])
    func `pictures are as large as the page keeps room for, and marks lie within them`(name: String) async throws {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        let page = try await Self.reviewed(name, officer).page
        let pictures = page.matches(of: /<img loading="lazy" src="([^"]+)" width="(\d+)" height="(\d+)"/)
        #expect(!pictures.isEmpty)
        for picture in pictures {
            let answer = try await officer.get(String(picture.1))
            #expect(answer.status == .ok && answer.headers[.contentType] == "image/png")
            #expect(answer.headers[.cacheControl] == "no-store")
            // Bytes 16 to 24 of a PNG say how large it is.
            let sides = [16, 20].map { start in answer.body[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
            #expect(abs(sides[0] - (Int(picture.2) ?? 0)) <= 1 && abs(sides[1] - (Int(picture.3) ?? 0)) <= 1)
        }
        for drawing in page.matches(
            of: /<svg viewBox="0 0 ([\d.]+) ([\d.]+)" aria-hidden="true"><a class="mark.*?<\/svg>/)
        {
            let (width, height) = (Double(drawing.1) ?? 0, Double(drawing.2) ?? 0)
            for box in drawing.0.matches(of: /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/) {
                let sides = [box.1, box.2, box.3, box.4].map { Double($0) ?? -1 }
                #expect(sides[0] + sides[2] <= width + 1 && sides[1] + sides[3] <= height + 1)
            }
        }
    }

    @Test func `a sheet is shown to whoever reviews the paper, and to nobody else`() async throws {
        let test = try await TestSite()
        let (one, other) = (try await test.browser([Grant(.officer)]), try await test.browser([Grant(.administrator)]))
        let address = try await Self.reviewed("plan.pdf", one).address
        #expect(try await one.get("\(address)/sheets/1").status == .ok)
        #expect(try await other.get("\(address)/sheets/1").status == .notFound)
        let reader = try await test.browser([Grant(.reader)])
        #expect(try await reader.get("\(address)/sheets/1").status == .forbidden)
        for sheet in ["0", "99", "-1", "x", "99999999999999999999"] {
            #expect(try await one.get("\(address)/sheets/\(sheet)").status == .notFound, "\(sheet)")
        }
        _ = try await one.post("\(address)/drop", [:])
        #expect(try await one.get("\(address)/sheets/1").status == .notFound, "it is no longer under review")
    }

    @Test func `a paper without sheets is shown by its words alone`() async throws {
        let test = try await TestSite()
        let officer = try await test.browser([Grant(.officer)])
        let (address, page) = try await Self.reviewed("plan.txt", officer)
        #expect(page.contains("class=\"paper-text\"") && !page.contains("<img") && !page.contains("<summary>The paper"))
        #expect(try await officer.get("\(address)/sheets/1").status == .notFound)
    }

    @Test func `who comes when too many wait is asked to come again, and all others get their picture`() async throws {
        let room = PictureRoom()
        let bytes = try Self.sample("plan.pdf")
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<60 {
                group.addTask {
                    do {
                        return try await room.picture(of: "plan.pdf", sheet: 1, marking: []) { bytes }.width > 0
                    } catch {
                        return false
                    }
                }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(outcomes.count { $0 } >= 42 && outcomes.contains(false))
        #expect(try await room.picture(of: "plan.pdf", sheet: 1, marking: []) { bytes }.width > 0)
    }
}
