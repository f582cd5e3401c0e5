import Intake
import Papers
import Register

/// A paper as printed, with what became of each of its lines.
enum Explanation {
    static func write(_ intake: Intake, to output: Terminal.Output) {
        var kinds: [Int: [FindingKind: Int]] = [:]
        for finding in intake.findings { kinds[finding.source.line, default: [:]][finding.kind, default: 0] += 1 }
        var problems: [Int: [String]] = [:]
        for problem in intake.problems { problems[problem.line, default: []].append(problem.message) }
        output.line(
            "\(intake.paper.name): each line with what became of it (+ finding, = furniture, . narrative, ? unrecognised)"
        )
        for (index, text) in intake.lines.enumerated() {
            let line = index + 1
            guard line <= intake.fates.count, let fate = intake.fates[index] else { continue }
            let found = (kinds[line] ?? [:]).sorted { $0.key < $1.key }
                .map { $0.value > 1 ? "\($0.key.rawValue)×\($0.value)" : $0.key.rawValue }.joined(separator: " ")
            let number = String(repeating: " ", count: max(0, 6 - "\(line)".count)) + "\(line)"
            output.line("\(number) \(sign(fate)) \(text)\(found.isEmpty ? "" : "   ‹\(found)›")")
            for message in problems[line] ?? [] { output.line("         ! \(message)") }
        }
    }

    private static func sign(_ fate: Fate) -> String {
        switch fate {
        case .finding: "+"
        case .furniture: "="
        case .narrative: "."
        case .unrecognised: "?"
        }
    }
}
