import Ledger
import Register

/// Invented plans of any number: the same seed gives the same records, so that a version can be made again at any time
/// without keeping a million of them in memory.
struct Promises: Sendable {
    /// Records of one plan: itself, themes, recommendations, actions and an update for each.
    static let perPlan = 5000
    static let themes = 6
    static let recommendations = 193
    static let actions = 2400
    /// People in every two plans: a partnership with more plans has more people.
    static let people = 120
    /// Versions that follow the first of each action.
    static let rounds = 4

    private static let firstDay = Clock.today.adding(days: -548)

    /// A record of a plan by its place in it: 0 is the plan.
    func id(_ plan: Int, _ place: Int) -> RecordID {
        RecordID(milliseconds: UInt64(1_700_000_000_000 + plan * 10_000 + place), chance: (0, UInt64(plan)))
    }

    /// Somebody who answers for promises in a plan and the one beside it.
    func person(_ plan: Int, _ number: Int) -> RecordID {
        RecordID(milliseconds: UInt64(1_600_000_000_000 + plan / 2), chance: (1, UInt64(number)))
    }

    /// The people of a plan and the one beside it.
    func everybody(_ plan: Int) -> [Commit.Change] {
        (0..<Promises.people).map { number in
            var random = Random(seed: UInt64(plan / 2 * 1000 + number) &+ 99)
            let name = "\(Words.name(&random)) \(Words.name(&random))"
            return Commit.Change(person(plan, number), seen: 0, Record(Person(name: name, aliases: ["P\(number)"])))
        }
    }

    /// The records of a plan as its paper brings them.
    func imported(_ plan: Int) -> [Commit.Change] {
        var random = Random(seed: UInt64(plan))
        var changes = [
            Commit.Change(id(plan, 0), seen: 0, Record(Plan(title: "Plan \(plan): " + Words.text(&random, 4))))
        ]
        for theme in 1...Promises.themes {
            var record = Record(Theme(name: Words.text(&random, 3)))
            (record.plan, record.parent) = (id(plan, 0), id(plan, 0))
            changes.append(Commit.Change(id(plan, theme), seen: 0, record))
        }
        for number in 0..<Promises.recommendations {
            var record = Record(Recommendation(text: Words.text(&random, 18), number: "\(number + 1)"))
            record.plan = id(plan, 0)
            changes.append(Commit.Change(id(plan, 10 + number), seen: 0, record))
        }
        for number in 0..<Promises.actions {
            changes.append(Commit.Change(actionID(plan, number), seen: 0, action(plan, number, round: 0)))
        }
        return changes
    }

    func actionID(_ plan: Int, _ number: Int) -> RecordID { id(plan, 300 + number) }

    /// An action as it stands after some rounds: reported, re-dated, reported again, closed.
    func action(_ plan: Int, _ number: Int, round: Int) -> Record {
        var random = Random(seed: UInt64(plan) << 20 | UInt64(number) << 4 | 1)
        let due = Promises.firstDay.adding(days: random.below(1100))
        // A word that is about as rare in a small ledger as in a large one marks a few actions of one plan.
        let marker = plan == 1 && number % 100 == 7 ? " heronry" : ""
        let text = Words.text(&random, 12 + random.below(24)) + marker
        let timescale = Timescale(due.description, reference: due)
        var record = Record(
            Action(
                text: text, commitment: Words.text(&random, 10), issue: Words.text(&random, 8), timescale: timescale,
                tags: number % 7 == 0 ? ["CPC"] : []))
        record.plan = id(plan, 0)
        record.theme = id(plan, 1 + random.below(Promises.themes))
        record.owners = [person(plan, random.below(Promises.people)), person(plan, random.below(Promises.people))]
        let reports = ["On Target", "Monitor", "Action Required", "On Target"]
        if round > 0 {
            record.progress.reported = Progress.Reported(
                status: reports[(number + round) % 4], isFinished: false, on: due.adding(days: -200 + round * 30),
                percentage: round * 20, updates: 1)
        }
        if round > 1, number % 3 == 0 {
            let to = due.adding(days: 120)
            record.progress.reprogrammings = [
                Reprogramming(
                    from: due, to: Timescale(to.description, reference: to), reason: Words.text(&random, 6),
                    approver: Reprogramming.Approver(text: "Board"), on: due)
            ]
        }
        if round > 3, number % 4 == 0 {
            record.progress.closure = Closure(ending: .completed, reason: Words.text(&random, 5), on: due, by: "owner")
        }
        return record
    }

    /// What a round changes in a plan; the first brings an update for each action as well.
    func changes(_ plan: Int, round: Int) -> [Commit.Change] {
        var changes: [Commit.Change] = []
        for number in 0..<Promises.actions {
            if round == 1 {
                var random = Random(seed: UInt64(plan) << 20 | UInt64(number) << 4 | 2)
                let narrative = Words.text(&random, 15 + random.below(20))
                var record = Record(Update(narrative: narrative, status: "Monitor", on: Promises.firstDay, by: "owner"))
                (record.parent, record.plan) = (actionID(plan, number), id(plan, 0))
                changes.append(Commit.Change(id(plan, 3000 + number), seen: 0, record))
            }
            changes.append(Commit.Change(actionID(plan, number), seen: round, action(plan, number, round: round)))
        }
        if round == 2 {
            for number in 0..<100 {
                let link = Link(
                    from: actionID(plan, number), role: .answers, to: id(plan, 10 + number), ground: "by number")
                changes.append(Commit.Change(id(plan, 6000 + number), seen: 0, Record(link)))
            }
        }
        return changes
    }
}

/// The fixed clock of the benchmark.
enum Clock {
    static let today = LondonTime.day(of: Timestamp(microseconds: 1_759_300_000_000_000))
}

/// Numbers that look like chance and are the same each time (SplitMix64).
struct Random {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}

/// Words with a long tail, as texts have it.
enum Words {
    private static let syllables = [
        "ba", "ne", "ri", "to", "lum", "ver", "sha", "den", "cor", "mi", "pla", "gen", "st", "ow", "ing", "ment",
    ]

    static let list: [String] = {
        var random = Random(seed: 5)
        return (0..<4000).map { _ in (0..<(2 + random.below(3))).map { _ in syllables[random.below(16)] }.joined() }
    }()

    static func text(_ random: inout Random, _ count: Int) -> String {
        (0..<count).map { _ in
            // The square of an even chance makes the first words common and the last ones rare.
            let place = random.below(4000) * random.below(4000) / 4000
            return list[place]
        }.joined(separator: " ")
    }

    static func name(_ random: inout Random) -> String {
        let word = list[random.below(4000)]
        return word.prefix(1).uppercased() + word.dropFirst()
    }
}
