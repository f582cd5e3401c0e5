import Intake
import Papers
import Register

/// Findings as a table with a line each, for people who want them all.
enum FindingTable {
    static func write(_ intakes: [Intake], to output: Terminal.Output) {
        let width = max(Terminal.width, 60)
        for intake in intakes {
            if intakes.count > 1 { output.line("\(intake.paper.name)") }
            output.line(row("line", "kind", "due", "who", "what", width))
            output.line(String(repeating: "─", count: width))
            for finding in intake.findings {
                let (due, who) = facts(of: finding)
                output.line(row("\(finding.source.line)", finding.kind.rawValue, due, who, finding.text, width))
            }
            if intakes.count > 1 { output.line("") }
        }
    }

    private static func facts(of finding: Finding) -> (due: String, who: String) {
        switch finding.content {
        case .action(let action):
            (action.timescale?.due?.description ?? action.timescale?.words ?? "", action.owners.joined(separator: ", "))
        case .issue(let issue): (issue.timescale ?? "", issue.owners.joined(separator: ", "))
        case .risk(let risk): (risk.current.score.map { "score \($0)" } ?? "", risk.owners.joined(separator: ", "))
        case .undertaking(let undertaking): ("", undertaking.person ?? "")
        case .declaration(let declaration): ("", declaration.person ?? "")
        case .decision(let decision): (decision.type.rawValue, decision.minute ?? "")
        case .recommendation(let found): (found.status ?? "", found.number ?? "")
        case .measure(let measure): (measure.actual ?? measure.q4 ?? "", measure.council ?? "")
        case .saving(let saving): (saving.amount.map { "£\($0.decimal)" } ?? "", saving.council ?? saving.year ?? "")
        case .workItem(let item): (item.month?.description ?? item.period ?? "", "")
        case .attendance(let attendance): (attendance.role.rawValue, "")
        case .meeting(let meeting): (meeting.date?.description ?? "", meeting.time ?? "")
        case .scale(let level): (level.scale?.rawValue ?? "", level.value ?? "")
        case .consultee(let consultee): (consultee.consulted ?? "", "")
        case .contact(let contact): ("", contact.email ?? contact.telephone ?? "")
        case .agendaItem(let item): (item.pages.map { "pages \($0)" } ?? "", item.number ?? "")
        case .minute(let minute): ("", minute.number ?? "")
        case .service(let service): (service.status ?? "", service.table?.rawValue ?? "")
        case .objective(let objective):
            ("", objective.priorities.isEmpty ? "" : "\(objective.priorities.count) priorities")
        }
    }

    private static func row(_ line: String, _ kind: String, _ due: String, _ who: String, _ what: String, _ width: Int)
        -> String
    {
        func cell(_ text: String, _ room: Int) -> String {
            let clipped = text.count <= room ? text : String(text.prefix(room - 1)) + "…"
            return clipped + String(repeating: " ", count: room - clipped.count)
        }
        let left = cell(line, 5) + " " + cell(kind, 14) + " " + cell(due, 12) + " " + cell(who, 14) + " "
        return (left + cell(what, max(10, width - left.count))).trimmingTrailing()
    }
}
