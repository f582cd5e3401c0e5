import Foundation
import Importing
import Intake
import Register
import Testing

/// What was decided outlives the page it was decided on.
@Suite struct DecisionsTests {
    private static func key(_ text: String) throws -> FindingKey { try #require(FindingKey(text)) }

    private static func json(_ decisions: Decisions) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(decisions), as: UTF8.self)
    }

    private static func sample() throws -> Decisions {
        var decisions = Decisions(paper: "9f86")
        decisions.acceptAll(atLeast: 0.65)
        decisions[try key("action-5-1-0a1b2c3d")] = .accepted
        decisions[try key("action-5-2-0a1b2c3d")] = .undecided
        decisions[try key("risk-7-1-00000001")] = .setAside(reason: "A heading")
        decisions[try key("risk-8-1-00000001")] = .setAside(reason: nil)
        decisions[try key("action-9-1-00000001")] = .edited(FindingEdits(owners: ["KH"], status: ""))
        let record = Desk.ids(1)
        var ids = record
        decisions[try key("action-10-1-00000001")] = .merged(into: ids.next(), edits: FindingEdits(text: "Mend it"))
        return decisions
    }

    @Test func `they are written as JSON and read as they were`() throws {
        let decisions = try Self.sample()
        let json = try Self.json(decisions)
        #expect(try JSONDecoder().decode(Decisions.self, from: Data(json.utf8)) == decisions)
        #expect(try Self.json(try JSONDecoder().decode(Decisions.self, from: Data(json.utf8))) == json)
    }

    @Test func `the plan, and what is under review again, are kept with them`() throws {
        var ids = Desk.ids(1)
        let (paper, plan) = (ids.next(), ids.next())
        let left = Import.Undecided(
            key: "action-5-1-0a1b2c3d", kind: .action, source: Source(line: 5), text: "Sweep")
        var earlier = Import(name: "plan.txt", paper: paper, added: 3)
        earlier.undecided = [left]
        for choice in [PlanChoice.byRecords, .new, .plan(plan)] {
            var decisions = Decisions(paper: "9f86", again: earlier, plan: plan)
            #expect(decisions.plan == .plan(plan) && decisions.again?.paper == paper)
            #expect(decisions.again?.offered == [try Self.key("action-5-1-0a1b2c3d")])
            decisions.plan = choice
            let json = try Self.json(decisions)
            #expect(try JSONDecoder().decode(Decisions.self, from: Data(json.utf8)) == decisions)
        }
        let odd = Data("{\"paper\":\"9f86\",\"threshold\":80,\"made\":{},\"plan\":\"old\"}".utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Decisions.self, from: odd) }
    }

    @Test func `the form of the JSON is one that later versions can read`() throws {
        let json = """
            {"made":{"action-10-1-00000001":{"edits":{"text":"Mend it"},"into":"00000000-0001-7000-8000-000000000007",\
            "state":"merged"},"action-5-1-0a1b2c3d":{"state":"accepted"},"action-5-2-0a1b2c3d":{"state":"undecided"},\
            "action-9-1-00000001":{"edits":{"owners":["KH"],"status":""},"state":"edited"},\
            "risk-7-1-00000001":{"reason":"A heading","state":"set-aside"},"risk-8-1-00000001":{"state":"set-aside"}},\
            "paper":"9f86","threshold":65}
            """
        #expect(try Self.json(try Self.sample()) == json)
    }

    @Test func `accepting all above a confidence leaves what was set aside, put right or merged`() throws {
        var decisions = try Self.sample()
        decisions.acceptAll(atLeast: 0.9)
        #expect(decisions.threshold == 90)
        #expect(
            decisions.made.keys.sorted().map(\.description) == [
                "risk-7-1-00000001", "risk-8-1-00000001", "action-9-1-00000001", "action-10-1-00000001",
            ])
        decisions.acceptAll(atLeast: 7)
        #expect(decisions.threshold == 100)
    }

    @Test func `a whole form becomes only what was changed in it`() {
        let values = FindingEdits(text: "Mend the weir", owners: ["KH"], status: "Red")
        let form = FindingEdits(
            text: "Mend the weir", reference: "", owners: ["KH", "DM"], timescale: "", status: "", theme: "Water")
        #expect(form.differing(from: values) == FindingEdits(owners: ["KH", "DM"], status: "", theme: "Water"))
        #expect(values.differing(from: values).isEmpty)
    }
}
