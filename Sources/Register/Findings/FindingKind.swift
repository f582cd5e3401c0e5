/// What a finding is; the raw value is its name in the import contract (`docs/finding-contract.md`).
public enum FindingKind: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case meeting, agendaItem, attendance, minute, decision, declaration, undertaking
    case recommendation, action, issue, risk, scale, measure, service
    case workItem, consultee, contact, objective, saving

    /// The kind's name for people in lower case, in the number that goes with `count`.
    public func name(count: Int) -> String { count == 1 ? singular : plural }

    private var singular: String {
        switch self {
        case .agendaItem: "agenda item"
        case .declaration: "declaration of interest"
        case .issue: "issue without an action"
        case .scale: "scale level"
        case .workItem: "work programme item"
        default: rawValue
        }
    }

    /// The kind's name for people, in the plural and in lower case.
    private var plural: String {
        switch self {
        case .meeting: "meetings"
        case .agendaItem: "agenda items"
        case .attendance: "attendances"
        case .minute: "minutes"
        case .decision: "decisions"
        case .declaration: "declarations of interest"
        case .undertaking: "undertakings"
        case .recommendation: "recommendations"
        case .action: "actions"
        case .issue: "issues without an action"
        case .risk: "risks"
        case .scale: "scale levels"
        case .measure: "measures"
        case .service: "services"
        case .workItem: "work programme items"
        case .consultee: "consultees"
        case .contact: "contacts"
        case .objective: "objectives"
        case .saving: "savings"
        }
    }

    /// Kinds in the order in which the contract lists them.
    public static func < (left: FindingKind, right: FindingKind) -> Bool { left.order < right.order }

    private var order: Int { FindingKind.allCases.firstIndex(of: self) ?? 0 }
}
