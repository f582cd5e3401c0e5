import Fuzzing
import Ledger
import Register

/// A history made by chance, the same for the same seed, with a plain model of what it leaves behind.
struct RandomHistory {
    /// What stood when an entry was the head.
    struct State {
        var sequence: Int
        var at: Timestamp
        var records: [RecordID: (version: Int, record: Record)]
    }

    static let topics = ["bridge", "library", "parking", "flooding", "orchard", "tram"]
    private(set) var now = State(sequence: 0, at: Timestamp(microseconds: 0), records: [:])
    /// When each entry was made; the first is entry 1.
    private(set) var times: [Timestamp] = []
    private var chance: Mutation
    private var made = 0
    private let today = Day.on("2026-10-01")

    init(seed: UInt64) { chance = Mutation(seed: seed) }

    /// Appends one commit of one to four changes.
    mutating func grow(_ ledger: any Ledger, clock: TestClock) async throws {
        // Some commits fall into one microsecond, and sometimes the clock goes backwards.
        let step = Int.random(in: 0...9, using: &chance)
        clock.advance(seconds: step == 0 ? 0 : step == 1 ? -5000 : Int.random(in: 1...40_000, using: &chance))
        var (changes, touched): ([Commit.Change], Set<RecordID>) = ([], [])
        for _ in 0..<Int.random(in: 1...4, using: &chance) {
            guard let change = next(), touched.insert(change.id).inserted else { continue }
            changes.append(change)
        }
        for entry in try await ledger.append(changes) {
            now.records[entry.id] = (entry.version, try entry.record())
            (now.sequence, now.at) = (entry.sequence, entry.at)
            times.append(entry.at)
        }
    }

    private mutating func next() -> Commit.Change? {
        let open = now.records.keys.sorted().filter { now.records[$0]?.record.withdrawal == nil }
        guard open.count > 5, let id = open.randomElement(using: &chance), Int.random(in: 0...9, using: &chance) > 3,
            let (version, record) = now.records[id]
        else { return fresh(open) }
        return changed(record).map { Commit.Change(id, seen: version, $0) }
    }

    private mutating func fresh(_ open: [RecordID]) -> Commit.Change {
        made += 1
        let topic = Self.topics.randomElement(using: &chance) ?? ""
        let due = ["March 2027", "31 October 2026", "Ongoing", "TBC", "1 November 2026"].randomElement(using: &chance)
        let plans = open.filter { now.records[$0]?.record.kind == .plan }
        let ends = open.filter { now.records[$0]?.record.kind != .plan }
        let roll = Int.random(in: 0...9, using: &chance)
        let record: Record =
            switch roll {
            case 0: Record(Plan(title: "Plan \(made)"))
            case 1, 2: .recommendation("Consider the \(topic)")
            case 3 where ends.count > 1: .link(ends[made % ends.count], .answers, ends[(made + 1) % ends.count])
            default: .action("Improve the \(topic)", due: Bool.random(using: &chance) ? due : nil)
            }
        let plan = plans.randomElement(using: &chance)
        return Commit.Change(
            .number(made), seen: 0,
            record.with {
                if roll > 4 { $0.plan = plan }
                if roll > 6 { $0.owners = [.number(700_001)] }
            })
    }

    private mutating func changed(_ record: Record) -> Record? {
        let day = today.adding(days: Int.random(in: 0...60, using: &chance))
        switch Int.random(in: 0...9, using: &chance) {
        case 0: return record.withdrawn(because: "By chance")
        case 1: return try? record.ended(on: day.description)
        case 2, 3: return try? record.moved(to: day.adding(days: 40).description)
        case 4:
            guard var action = record.content as? Action else { return nil }
            action.text = "Restore the \(Self.topics.randomElement(using: &chance) ?? "")"
            return record.with { $0.content = action }
        default: return try? record.said(record.kind == .action ? "On Target" : nil, on: day.description)
        }
    }
}

extension RandomHistory.State {
    /// Records of a kind that are not taken back, as the model has them.
    func standing(_ kind: RecordKind) -> [(id: RecordID, facts: Facts)] {
        records.filter { $0.value.record.kind == kind && $0.value.record.withdrawal == nil }
            .map { ($0.key, $0.value.record.facts) }
    }
}
