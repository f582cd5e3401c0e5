import Intake
import Papers
import Register

/// What a paper is: its title, council, body, date and kind, by what was found in it.
struct PaperProfile {
    var name: String
    var title: String
    var council: String?
    var body: String?
    var date: Day?
    var kind: String

    init(_ intake: Intake) {
        name = intake.paper.name
        date = intake.date
        for finding in intake.findings {
            guard case .meeting(let meeting) = finding.content else { continue }
            (body, council, date) = (meeting.text, meeting.council, meeting.date ?? date)
            break
        }
        council = council ?? PaperProfile.council(in: intake.paper)
        kind = PaperProfile.kind(of: intake.findings)
        title = PaperProfile.title(of: intake.paper, besides: [council, body]) ?? name
    }

    /// The first heading that names neither the council, nor the body, nor a day or place.
    private static func title(of paper: Paper, besides known: [String?]) -> String? {
        let names = known.compactMap { $0?.lowercased() }
        for block in paper.blocks.prefix(40) where block.shape == .heading || block.shape == .paragraph {
            for line in block.lines.prefix(3) {
                let text = line.text
                let lower = text.lowercased()
                let words = text.split(separator: " ").count
                guard (3...16).contains(words), !lower.hasSuffix("council"), !lower.hasSuffix(".") else { continue }
                guard !names.contains(where: { lower.contains($0) }) || words > 5 else { continue }
                guard !lower.contains("meeting of"), PrintedDate.first(in: text) == nil || words > 6,
                    !lower.contains(" room")
                else { continue }
                guard !text.contains(":"), !lower.hasPrefix("virtual"), !lower.contains("supplementary") else {
                    continue
                }
                return text
            }
        }
        return nil
    }

    private static func council(in paper: Paper) -> String? {
        for block in paper.blocks.prefix(40) {
            for line in block.lines where line.text.split(separator: " ").count <= 7 {
                let lower = line.text.lowercased()
                if lower.hasSuffix(" council") || lower.hasSuffix(" councils") { return line.text }
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
