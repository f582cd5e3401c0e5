import Register
import Testing

@Suite struct NamesakesTests {
    @Test(arguments: [
        ("KH", "Kate Hall", true), ("CFor", "Carol Forde", true), ("PSmith", "Petra Smith", true),
        ("KMH", "Kate Mary Hall", true), ("KH", "Kate Mary Hall", true), ("KH", "Hugh Kerr", false),
        ("KH", "Kate", false), ("CFor", "Carol Foster", false),
    ]) func `initials fit a name by the letters with which its words begin`(initials: String, name: String, fits: Bool)
    {
        #expect(Namesakes.fit(initials, name) == fits)
    }

    /// Pairs as "less > more".
    private static func pairs(_ names: [String], _ kind: RecordKind) -> [String] {
        Namesakes.pairs(among: names, of: kind).map { "\(names[$0.less]) > \(names[$0.more])" }
    }

    @Test(arguments: [
        (["KH", "Kate Hall"], "KH > Kate Hall"), (["Kate Hall", "K. Hall"], "K. Hall > Kate Hall"),
        (["Hall, Kate", "kate hall"], "Hall, Kate > kate hall"), (["Kate", "Kate Hall"], "Kate > Kate Hall"),
    ]) func `people who may be one are a pair, the one of whom less is known first`(names: [String], pair: String) {
        #expect(Self.pairs(names, .person) == [pair])
    }

    @Test func `councils are known by their short names and initials, printed in any letters`() {
        let names = ["Harrowmere District Council", "Harrowmere", "Hdc", "Wexcombe Borough Council"]
        #expect(
            Self.pairs(names, .council) == [
                "Harrowmere > Harrowmere District Council", "Hdc > Harrowmere District Council",
            ])
    }

    @Test func `one word in common makes no two posts the same`() {
        #expect(Self.pairs(["Head", "Head of Housing", "Head of Policy"], .post) == [])
        #expect(
            Self.pairs(["Head of Housing", "Head of Housing Services"], .post) == [
                "Head of Housing > Head of Housing Services"
            ])
    }

    @Test func `others are no pair`() {
        #expect(Self.pairs(["Kate Hall", "Karl Hobbs", "Kate Hill", "TR", ""], .person) == [])
    }
}
