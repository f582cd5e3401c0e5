/// What words weigh, and which mean the same, when the recommendations of councils are compared.
enum Vocabulary {
    /// Words that say nothing of what is asked.
    static let small: Set<String> = words(
        """
        the and for that this with are was were has have had its their our your you they which from into not but all
        any can will would should could been being what when how who where more most than then them these those such
        also council councils within ensure
        """)

    /// The stems of words that a recommendation on any subject may use.
    static let generic: Set<String> = Set(
        words(
            """
            develop establish consider review strengthen provide support approach clear clearly invest new future change
            deliver delivery implement implementation way ways need needs use manage management continue improve
            improvement work working make set take identify encourage undertake consistent help across role opportunity
            opportunities success successful time service services organisation organisations explore agree agreed level
            levels appropriate plan report reports
            """
        ).map(Terms.stem))

    /// For each word of a group, the group's name.
    static let groups: [String: String] = {
        var groups: [String: String] = [:]
        for line in alike.split(separator: "\n") {
            let members = line.split(separator: " ").map(String.init)
            // The sign keeps a group's name apart from any stem.
            for member in members { groups[member] = "=" + members[0] }
        }
        return groups
    }()

    /// Each line holds words that mean the same, or the same subject, in councils.
    private static let alike = """
        finance finances financial budget budgets budgetary fiscal
        ownership own owned owning accountability accountable responsibility responsible
        member members councillor councillors elected
        staff workforce employee employees officer officers people
        customer customers resident residents
        digital ict technology technological online
        partner partners partnership partnerships
        saving savings efficiency efficiencies
        priority priorities prioritise prioritised prioritising prioritisation
        sustain sustainable sustainability
        resource resources resourced capacity
        forecast forecasts forecasting profiling projection projections
        project projects programme programmes
        train trained training development skills
        culture cultural values
        risk risks
        scrutiny scrutinise oversight challenge
        house houses housing home homes tenant tenants
        """

    /// Endings that are cut from words, the longer first.
    static let endings = [
        "isations", "isation", "ability", "itising", "itised", "itise", "ations", "ation", "ments", "ment", "ising",
        "ings", "ing", "ities", "ity", "ies", "ised", "ise", "ions", "ion", "ives", "ive", "ers", "er", "ed", "es",
        "ly", "al", "e", "s", "y",
    ]

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
