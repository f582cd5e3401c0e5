import Register
import Testing

@Suite struct MergingTests {
    private static let (one, two) = (
        RecordID(milliseconds: 1, chance: (0, 1)), RecordID(milliseconds: 2, chance: (0, 2))
    )

    @Test func `the one that stays takes the names and the post of the other, which points to it`() throws {
        let initials = Record(Person(name: "AL", aliases: ["A. Lee", "Ann Lee"], post: "Head of Housing"))
        let person = Record(Person(name: "Ann Lee", aliases: ["A. Lee"]))
        let (merged, kept) = try Merging.merge(initials, id: Self.one, into: person, otherID: Self.two)
        let (from, into) = (try #require(merged.content as? Person), try #require(kept.content as? Person))
        #expect(from.mergedInto == Self.two)
        #expect(from.name == "AL")
        #expect(into.name == "Ann Lee")
        #expect(into.aliases == ["A. Lee", "AL"])
        #expect(into.post == "Head of Housing")
        #expect(into.mergedInto == nil)
        #expect(kept.facts.names == ["ann lee", "a. lee", "al"])
        #expect(merged.facts.parent == Self.two)
    }

    @Test func `a post that is known already stays`() throws {
        let (one, two) = (Record(Person(name: "A", post: "Clerk")), Record(Person(name: "B", post: "Head")))
        let kept = try Merging.merge(one, id: Self.one, into: two, otherID: Self.two).kept
        #expect((kept.content as? Person)?.post == "Head")
    }

    @Test func `posts are merged as people are`() throws {
        let (one, two) = (Record(Post(name: "HoH")), Record(Post(name: "Head of Housing")))
        let (merged, kept) = try Merging.merge(one, id: Self.one, into: two, otherID: Self.two)
        #expect((merged.content as? Post)?.mergedInto == Self.two)
        #expect((kept.content as? Post)?.aliases == ["HoH"])
    }

    @Test func `councils are merged as people are`() throws {
        let (one, two) = (Record(Council(name: "HDC")), Record(Council(name: "Harrowmere District Council")))
        let (merged, kept) = try Merging.merge(one, id: Self.one, into: two, otherID: Self.two)
        #expect((merged.content as? Council)?.mergedInto == Self.two && merged.facts.parent == Self.two)
        #expect(kept.facts.names == ["harrowmere district council", "hdc"])
    }

    @Test func `what a merging brought goes, but what was there before and what others bring stays`() throws {
        let one = Record(Person(name: "AL", aliases: ["A. Lee", "Annie", "Ann L"], post: "Clerk"))
        let before = Record(Person(name: "Ann Lee", aliases: ["Annie"]))
        let after = try Merging.merge(one, id: Self.one, into: before, otherID: Self.two).kept
        func parted(_ rest: Record...) -> Person? {
            Merging.part(one, from: after, before: before, after: after, rest: rest).content as? Person
        }
        #expect(parted() == before.content as? Person)
        let other = Record(Person(name: "Ann L", post: "Head"))
        #expect(parted(other) == Person(name: "Ann Lee", aliases: ["Annie", "Ann L"], post: "Head"))
    }

    @Test func `what cannot be one is refused`() throws {
        let (person, post) = (Record(Person(name: "Ann")), Record(Post(name: "Clerk")))
        #expect(throws: RuleProblem.mergeIntoItself) {
            try Merging.merge(person, id: Self.one, into: person, otherID: Self.one)
        }
        #expect(throws: RuleProblem.notMergeable(.person, .post)) {
            try Merging.merge(person, id: Self.one, into: post, otherID: Self.two)
        }
        let merged = try Merging.merge(person, id: Self.one, into: Record(Person(name: "Bob")), otherID: Self.two)
            .merged
        for (first, second) in [(merged, person), (person, merged)] {
            #expect(throws: RuleProblem.alreadyMerged(into: Self.two.description)) {
                try Merging.merge(first, id: Self.one, into: second, otherID: RecordID(milliseconds: 3, chance: (0, 3)))
            }
        }
    }
}
