import Testing

@testable import Intake

@Suite struct InitialsTests {
    @Test(arguments: [
        "KH – Kate Hall", "Owners: KH = Kate Hall, DM = Dai Morgan", "Kate Hall (KH) will report",
        "KH | Kate Hall | Policy",
        "KH: Kate Hall",
    ]) func `a paper says whose initials it uses in several ways`(line: String) {
        #expect(Initials.resolve(["KH"], in: [line]) == ["KH": "Kate Hall"])
    }

    @Test func `initials that a paper gives two names, or none, are nobody's`() {
        #expect(Initials.resolve(["KH"], in: ["KH – Kate Hall", "KH – Karl Hume"]).isEmpty)
        #expect(Initials.resolve(["KH"], in: ["KH will meet Kate Hall"]).isEmpty)
    }
}

@Suite struct CouncilNamesTests {
    @Test(arguments: [
        ("HARROWMERE DISTRICT COUNCIL", ["Harrowmere District Council"]),
        ("Ambrey District and Harrowmere Borough Councils", ["Ambrey District Council", "Harrowmere Borough Council"]),
        (
            "Ambrey District Council and Harrowmere Borough Council",
            ["Ambrey District Council", "Harrowmere Borough Council"]
        ),
        ("Ambrey and North Wold Council", ["Ambrey and North Wold Council"]),
        ("KINGSTON UPON WEIR CITY COUNCIL", ["Kingston upon Weir City Council"]),
        ("WOLD", ["Wold"]), ("HDC", ["HDC"]), ("N.W.D.C.", ["N.W.D.C."]), ("HWMBC", ["HWMBC"]), ("Wold", ["Wold"]),
    ]) func `councils are named as in a sentence, and two that are joined are two`(printed: String, names: [String]) {
        #expect(CouncilNames.split(printed) == names)
    }
}
