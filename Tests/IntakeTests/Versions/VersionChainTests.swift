import Intake
import Register
import Testing

/// How well a plan's next version is matched with the one before, on chains of versions whose truth is written beside.
@Suite struct VersionChainTests {
    /// What was right of what a chain's truth says.
    private struct Score {
        var right = 0
        var all = 0
        var faults: [String] = []

        mutating func note(_ isRight: Bool, _ fault: @autoclosure () -> String) {
            all += 1
            right += isRight ? 1 : 0
            if !isRight { faults.append(fault()) }
        }

        mutating func add(_ other: Score) {
            (right, all, faults) = (right + other.right, all + other.all, faults + other.faults)
        }
    }

    /// For each line of the earlier version on which a record stands, the line of the later one; with what was divided.
    private struct Outcome {
        var after: [Int: Int] = [:]
        /// Lines that were taken for parts of the record on a line: in the later version for splits, the earlier for merges.
        var parts: [Int: [Int]] = [:]
        var gone: [Int: [Int]] = [:]
    }

    /// What the matching alone makes of two versions.
    private static func outcome(_ chain: VersionChain, step: Int) -> Outcome {
        let (old, new) = (chain.items(step), chain.items(step + 1))
        let matching = VersionMatching(held: old.items, found: new.items)
        var outcome = Outcome()
        for pair in matching.pairs { outcome.after[old.lines[pair.held]] = new.lines[pair.found] }
        for split in matching.splits {
            outcome.parts[old.lines[split.pair.held]] = ([split.pair.found] + split.others).map { new.lines[$0] }
        }
        for merge in matching.merges {
            outcome.gone[new.lines[merge.pair.found]] = ([merge.pair.held] + merge.others).map { old.lines[$0] }
        }
        return outcome
    }

    /// What the matching makes of two versions, where a ledger holds all that came before.
    private static func outcomes(_ chain: VersionChain) throws -> [Outcome] {
        var ledger = HeldLedger()
        // Where each record stands in the version that was brought in last.
        var lines: [RecordID: Int] = [:]
        return try chain.versions.map { intake in
            let proposal = try ledger.bring(intake)
            let now = Self.lines(of: intake, proposal.papers[0].printed ?? [], ledger)
            var outcome = Outcome()
            for (id, line) in now { if let before = lines[id] { outcome.after[before] = line } }
            for comparison in proposal.papers[0].comparisons {
                for split in comparison.split {
                    guard let before = lines[split.line.id] else { continue }
                    outcome.parts[before] = ([split.line] + split.others).compactMap(\.line)
                }
                for merge in comparison.merged {
                    guard let after = now[merge.line.id] else { continue }
                    outcome.gone[after] = ([merge.line] + merge.others).compactMap { lines[$0.id] }
                }
            }
            lines = now
            return outcome
        }
    }

    /// A paper's records stand in the order of its findings.
    private static func lines(of intake: Intake, _ printed: [RecordID], _ ledger: HeldLedger) -> [RecordID: Int] {
        let lines = intake.findings.filter { VersionItem($0.record) != nil }.map(\.source.line)
        return Dictionary(uniqueKeysWithValues: zip(printed, lines))
    }

    /// Scores the fate of each earlier record, and of each later one that has none before it.
    private static func score(_ outcome: Outcome, _ truths: [VersionChain.Truth], _ name: String) -> (Score, Score) {
        let after = outcome.after
        var (matches, divisions) = (Score(), Score())
        for truth in truths {
            let fault = "\(name): \(truth.relation) \(truth.words)"
            switch (truth.relation, truth.before, truth.after) {
            case (.same, let before?, let line?):
                // Of a record that was divided, either part may be the one that stays.
                let parts = truths.filter { $0.relation == .split && $0.before == before }.compactMap(\.after) + [line]
                let wholes = truths.filter { $0.relation == .merged && $0.after == line }.compactMap(\.before)
                let isRight =
                    after[before].map(parts.contains) ?? false || wholes.contains { after[$0] == line }
                matches.note(isRight, "\(fault) → line \(after[before].map(String.init) ?? "none")")
            case (.missing, let before?, _):
                matches.note(after[before] == nil, "\(fault) → line \(after[before].map(String.init) ?? "none")")
            case (.new, _, let line?): matches.note(!after.values.contains(line), fault)
            case (.split, let before?, let line?): divisions.note(outcome.parts[before]?.contains(line) ?? false, fault)
            case (.merged, let before?, let line?): divisions.note(outcome.gone[line]?.contains(before) ?? false, fault)
            default: Testing.Issue.record("\(fault) is not said in full")
            }
        }
        return (matches, divisions)
    }

    private static func expect(_ outcome: (VersionChain, Int) throws -> Outcome) throws {
        var (matches, divisions) = (Score(), Score())
        for name in VersionChain.names {
            let chain = try VersionChain(name)
            for step in 1...2 {
                let truths = chain.truths.filter { $0.step == step }
                let (own, divided) = score(try outcome(chain, step), truths, "\(name) \(step)")
                matches.add(own)
                divisions.add(divided)
            }
        }
        #expect(matches.all > 150)
        #expect(matches.right * 100 >= matches.all * 97, "\(matches.right) of \(matches.all): \(matches.faults)")
        #expect(divisions.right == divisions.all, "\(divisions.right) of \(divisions.all): \(divisions.faults)")
    }

    @Test func `of reworded, moved, renumbered, divided, dropped and added records 97 in 100 are matched right`() throws
    {
        try Self.expect { chain, step in Self.outcome(chain, step: step) }
    }

    @Test func `they are matched as well against a ledger that holds every version before`() throws {
        try Self.expect { chain, step in try Self.outcomes(chain)[step] }
    }
}
