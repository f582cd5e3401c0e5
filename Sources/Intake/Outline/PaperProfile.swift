import Foundation
import Papers
import Register

/// What a paper is: its title, council, body, date and kind, by what was found in it.
public struct PaperProfile: Sendable {
    /// The file's name.
    public let name: String
    /// What the paper calls itself, else its body, else the file's name.
    public let title: String
    /// The council as printed.
    public let council: String?
    /// The body it is a paper of, where that is not its title.
    public let body: String?
    /// The date that it prints: the meeting's, where there is one.
    public let date: PaperDate?
    /// What kind of paper it is, in words.
    public let kind: String

    /// Looks at what was found in a paper.
    public init(_ intake: Intake) {
        name = intake.paper.name
        var (council, body): (String?, String?)
        var printed = intake.date.flatMap { $0.origin == .inferredYear ? nil : $0 }
        for finding in intake.findings {
            guard case .meeting(let meeting) = finding.content else { continue }
            (body, council) = (meeting.text, meeting.council)
            if let day = meeting.date { printed = PaperDate(day: day, origin: .printedDay) }
            break
        }
        self.council = council ?? PaperProfile.council(in: intake.paper)
        date = printed
        kind = PaperProfile.kind(of: intake.findings)
        // A board's pack or minutes have many papers with titles in it, and are known by the board.
        let isPack = intake.findings.count { $0.kind == .agendaItem || $0.kind == .minute } > 2
        title = (isPack ? body : nil) ?? intake.title ?? body ?? name
        self.body = title == body ? nil : body
    }

    private static func council(in paper: Paper) -> String? {
        for block in paper.blocks.prefix(40) {
            var before: String?
            for line in block.lines where line.text.split(separator: " ").count <= 7 {
                let text = line.text.trimmingCharacters(in: CharacterSet(charactersIn: "* "))
                let lower = text.lowercased()
                if lower.hasSuffix(" council") || lower.hasSuffix(" councils") {
                    // "Harrowmere District Council and", and the other council on the line below.
                    return before.map { "\($0) \(text)" } ?? text
                }
                before = lower.hasSuffix(" council and") ? text : nil
            }
        }
        return nil
    }

    private static func kind(of findings: [Finding]) -> String {
        var counts: [FindingKind: Int] = [:]
        var updates = 0
        var answers = 0
        for finding in findings {
            counts[finding.kind, default: 0] += 1
            if case .recommendation(let found) = finding.content, found.update != nil { updates += 1 }
            if case .action(let found) = finding.content, found.recommendation != nil { answers += 1 }
        }
        func count(_ kind: FindingKind) -> Int { counts[kind, default: 0] }
        var parts: [String] = []
        if count(.agendaItem) > 2, count(.minute) > 0 {
            parts.append("board pack with agenda and minutes")
        } else if count(.minute) > 0 {
            parts.append("minutes")
        } else if count(.agendaItem) > 2 {
            parts.append("agenda")
        } else if count(.decision) > 0 {
            parts.append("decision notice")
        }
        if count(.action) > 4 {
            parts.append(answers * 2 > count(.action) ? "action plan answering recommendations" : "action plan")
        } else if updates > 2 {
            parts.append("progress report on recommendations")
        } else if count(.recommendation) > 7, count(.minute) == 0 {
            parts.append("review with recommendations")
        }
        if count(.risk) > 3 { parts.append("risk register") }
        if count(.measure) > 3 { parts.append("performance report") }
        if count(.saving) > 6 { parts.append("savings") }
        if count(.workItem) > 4 { parts.append("work programme") }
        return parts.isEmpty ? "committee paper" : parts.joined(separator: ", ")
    }
}
