import Intake
import Register
import Testing

@Suite struct VersionMatchingTests {
    private static func actions(_ texts: [String]) -> [VersionItem] { texts.map { VersionItem(.action, $0) } }

    private static func matched(_ matching: VersionMatching) -> [Int: Int] {
        Dictionary(uniqueKeysWithValues: matching.pairs.map { ($0.held, $0.found) })
    }

    @Test func `the same words are the same record, in any order`() {
        let texts = ["Mend the weir", "Paint the hall", "Sweep the path", "Count the swans"]
        let matching = VersionMatching(held: Self.actions(texts), found: Self.actions(texts.reversed()))
        #expect(Self.matched(matching) == [0: 3, 1: 2, 2: 1, 3: 0])
        #expect(matching.missing.isEmpty && matching.new.isEmpty)
    }

    @Test func `a record of another kind is another record`() {
        let matching = VersionMatching(
            held: [VersionItem(.action, "Mend the weir")], found: [VersionItem(.risk, "Mend the weir")])
        #expect(matching.pairs.isEmpty && matching.missing == [0] && matching.new == [0])
    }

    @Test func `phase 1 is not phase 2, and stays itself where both are reworded`() {
        let held = Self.actions([
            "Finish phase 1 of the market square works", "Finish phase 2 of the market square works",
        ])
        let found = Self.actions([
            "Complete phase 2 of the market square works", "Complete phase 1 of the market square works",
        ])
        #expect(Self.matched(VersionMatching(held: held, found: found)) == [0: 1, 1: 0])
    }

    @Test func `rows of the same words are told apart by number`() {
        let held = ["4", "7", "9"].map { VersionItem(.action, "Report progress to the board", number: $0) }
        let found = ["7", "9", "4"].map { VersionItem(.action, "Report progress to the board", number: $0) }
        #expect(Self.matched(VersionMatching(held: held, found: found)) == [0: 2, 1: 0, 2: 1])
    }

    @Test func `a row put in place of one that was dropped is new, though all but its words is the same`() throws {
        let texts = ["Mend the weir at Lowbridge", "Paint the village hall", "Sweep the towpath each month"]
        func items(_ texts: [String]) -> [VersionItem] {
            texts.enumerated().map {
                VersionItem(
                    .action, $1, number: "\($0 + 1)", theme: "Works", context: "What residents asked for",
                    owners: ["kh"], due: "2027-03-31")
            }
        }
        var next = texts
        next[1] = "Light the village green"
        let matching = VersionMatching(held: items(texts), found: items(next))
        #expect(Self.matched(matching) == [0: 0, 2: 2])
        #expect(matching.missing == [1] && matching.new == [1])
    }

    @Test func `what is missing is shown with what it may have become, and not taken for it`() {
        func items(_ texts: [String]) -> [VersionItem] {
            texts.map { VersionItem(.action, $0, theme: "Works", owners: ["kh"], due: "2027-03-31") }
        }
        let matching = VersionMatching(
            held: items([
                "Mend the weir at Lowbridge", "Halve the time that it takes to fit a stairlift", "Sweep the towpath",
            ]),
            found: items(["Mend the weir at Lowbridge", "Shorter waits for stairlifts", "Sweep the towpath"]))
        #expect(matching.missing == [1] && matching.new == [1])
        #expect(matching.hints.map { [$0.held, $0.found] } == [[1, 1]])
    }

    @Test func `a measure of one council is not that of the other`() {
        let held = [
            VersionItem(.measure, "Days to relet a home", lane: "ambrey"),
            VersionItem(.measure, "Days to relet a home", lane: "harrowmere"),
        ]
        #expect(Self.matched(VersionMatching(held: held, found: held.reversed())) == [0: 1, 1: 0])
    }

    @Test func `what was divided keeps the likest part, and the rest is known as parts of it`() throws {
        let held = Self.actions([
            "Dredge the lower canal and build a new lock gate at Staunton", "Sweep the towpath each month",
        ])
        let found = Self.actions([
            "Dredge the lower canal between the bridges", "Build a new lock gate at Staunton",
            "Sweep the towpath each month",
        ])
        let split = try #require(VersionMatching(held: held, found: found).splits.first)
        #expect(split.pair.held == 0)
        #expect(Set([split.pair.found] + split.others) == [0, 1])
    }

    @Test func `what was put together is known as gone into the one that stays`() throws {
        let held = Self.actions([
            "Dredge the lower canal", "Build a new lock gate at Staunton", "Sweep the towpath each month",
        ])
        let found = Self.actions([
            "Dredge the lower canal and build a new lock gate at Staunton", "Sweep the towpath each month",
        ])
        let matching = VersionMatching(held: held, found: found)
        let merge = try #require(matching.merges.first)
        #expect(merge.pair.found == 0)
        #expect(Set([merge.pair.held] + merge.others) == [0, 1])
        #expect(matching.missing.count == 1)
    }

    /// A plan of thousands of records whose words are drawn from a few hundred.
    private static func large(_ count: Int) -> [String] {
        let verbs = ["mend", "paint", "survey", "close", "open", "lease", "count", "insure", "restore", "relocate"]
        let things = [
            "footbridge", "bandstand", "library", "allotments", "cemetery", "boathouse", "market", "sluice", "orchard",
            "depot", "theatre", "playground", "subway", "almshouses", "lido", "clock tower", "quay",
        ]
        let places = [
            "Aldwick", "Birchover", "Coldharbour", "Dunmere", "Eastlow", "Fenny Cross", "Gorsey", "Hallowdene",
            "Inkpen", "Jasper", "Kelsby", "Lowick", "Maplin",
        ]
        return (0..<count).map { index in
            let verb = verbs[index % verbs.count]
            let thing = things[(index / verbs.count) % things.count]
            return "\(verb) the \(thing) at \(places[(index / 170) % places.count]) in lot \(1000 + index)"
        }
    }

    @Test func `a plan of thousands is matched record by record, and always in the same way`() {
        let old = Self.large(2000)
        // One in ten is dropped, and the others are reworded by one word.
        let kept = old.indices.filter { $0 % 10 != 3 }
        let new = kept.map { old[$0].replacing(" the ", with: " all of the ") }
        let matching = VersionMatching(held: Self.actions(old), found: Self.actions(new))
        let right = matching.pairs.count { kept[$0.found] == $0.held }
        #expect(right >= kept.count * 97 / 100, "\(right) of \(kept.count)")
        let again = VersionMatching(held: Self.actions(old), found: Self.actions(new))
        #expect(again.pairs == matching.pairs)
    }
}
