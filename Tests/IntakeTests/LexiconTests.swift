import Intake
import Papers
import Register
import Testing

@Suite struct LexiconTests {
    private let plan = """
        | Zadanie | Termin | Kto |
        |---|---|---|
        | Publish the plan for everybody to read | March 2026 | KH |
        | Ask the neighbours | April 2026 | PW |
        """

    private func actions(_ lexicon: Lexicon) throws -> [Finding] {
        let paper = try TextReader().read(Array(plan.utf8), name: "plan.txt")
        return Importer(lexicon: lexicon).findings(in: paper).findings.filter { $0.kind == .action }
    }

    @Test func `a council's own header words make its columns read, without code`() throws {
        let own = "columns:\n  action: [zadanie]\n  timescale: [termin]\n  owner: [kto]\n"
        let found = try actions(try Lexicon.extended(by: own, name: "own.yaml"))
        #expect(found.map(\.text) == ["Publish the plan for everybody to read", "Ask the neighbours"])
        #expect(found.first?.fields.contains(FindingField("due", .text("2026-03-31"))) == true)
    }

    @Test func `where no word names the columns, what they hold does`() throws {
        #expect(try actions(try Lexicon.standard()).count == 2)
    }

    @Test func `a lexicon that names what nothing stands for is refused, saying what is known`() {
        let error = #expect(throws: LexiconError.self) {
            try Lexicon.extended(by: "columns:\n  deadlines: [termin]\n", name: "own.yaml")
        }
        #expect(
            error?.description.hasPrefix("The lexicon own.yaml names \"deadlines\", which stands for nothing here")
                == true)
    }

    @Test func `a misspelt list or capacity is refused too`() {
        for yaml in ["colums:\n  action: [zadanie]\n", "attendance:\n  guest: [hosts]\n"] {
            #expect(throws: LexiconError.self) { try Lexicon.extended(by: yaml, name: "own.yaml") }
        }
    }

    @Test func `a council's own meaning of a known word wins over the program's`() throws {
        let paper = try TextReader().read(
            Array("| Theme | Action | By when |\n|---|---|---|\n| KH | Publish it | March 2026 |\n".utf8),
            name: "plan.txt")
        let own = try Lexicon.extended(by: "columns:\n  owner: [theme]\n", name: "own.yaml")
        let found = Importer(lexicon: own).findings(in: paper).findings
        #expect(found.first?.fields.contains(FindingField("owners", .list(["KH"]))) == true)
    }

    @Test(arguments: ["", "columns: [", "- just\n- a list\n"]) func `a lexicon that cannot be read is refused`(
        yaml: String
    ) {
        #expect(throws: LexiconError.self) { try Lexicon.extended(by: yaml, name: "own.yaml") }
    }
}
