/// What a record is; the raw value is its name in the ledger, in exports and on the command line.
public enum RecordKind: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case paper, `import`, council, body, person, post
    case plan, theme, objective, recommendation, action, issue, undertaking
    case risk, scale, measure, reading, project, service, benefit, saving, assessment
    case meeting, agendaItem, attendance, minute, decision, declaration, workItem, consultee, contact
    case update, link

    /// The letters that begin a reference to such a record: `ACT` in `ACT-104`. Never changed once released.
    public var prefix: String {
        switch self {
        case .paper: "PAP"
        case .import: "IMP"
        case .council: "COU"
        case .body: "BOD"
        case .person: "PER"
        case .post: "POS"
        case .plan: "PLN"
        case .theme: "THE"
        case .objective: "OBJ"
        case .recommendation: "REC"
        case .action: "ACT"
        case .issue: "ISS"
        case .undertaking: "UND"
        case .risk: "RSK"
        case .scale: "SCL"
        case .measure: "MEA"
        case .reading: "RDG"
        case .project: "PRJ"
        case .service: "SVC"
        case .benefit: "BEN"
        case .saving: "SAV"
        case .assessment: "ASM"
        case .meeting: "MTG"
        case .agendaItem: "AGI"
        case .attendance: "ATT"
        case .minute: "MIN"
        case .decision: "DEC"
        case .declaration: "DCL"
        case .workItem: "WKI"
        case .consultee: "CSE"
        case .contact: "CON"
        case .update: "UPD"
        case .link: "LNK"
        }
    }

    private static let byPrefix = Dictionary(uniqueKeysWithValues: allCases.map { ($0.prefix, $0) })

    /// The kind that a prefix stands for, in capitals or small letters.
    public init?(prefix: String) {
        guard let kind = RecordKind.byPrefix[prefix.uppercased()] else { return nil }
        self = kind
    }

    /// The kind by its name in the singular or plural, or its prefix, in any letters: "action", "Actions", "ACT".
    public init?(name: String) {
        let key = name.lowercased().split(whereSeparator: { " -_".contains($0) }).joined()
        guard
            let kind = RecordKind.allCases.first(where: { kind in
                [kind.rawValue, kind.name(count: 1), kind.name(count: 2), kind.prefix].contains {
                    $0.lowercased().split(separator: " ").joined() == key
                }
            })
        else { return nil }
        self = kind
    }

    /// The kind's name for people in lower case, in the number that goes with `count`.
    public func name(count: Int) -> String {
        switch (self, count == 1) {
        case (.agendaItem, true): "agenda item"
        case (.agendaItem, false): "agenda items"
        case (.attendance, true): "attendance"
        case (.declaration, true): "declaration of interest"
        case (.declaration, false): "declarations of interest"
        case (.scale, true): "scale level"
        case (.scale, false): "scale levels"
        case (.workItem, true): "work programme item"
        case (.workItem, false): "work programme items"
        case (.body, false): "bodies"
        case (.person, false): "people"
        case (_, true): rawValue
        case (_, false): rawValue + "s"
        }
    }

    /// Whether a record of this kind is something that somebody is to do, whose standing its dates tell.
    public var isPromise: Bool { [.action, .undertaking, .project].contains(self) }

    /// Whether updates, re-programmings and closings can be said of it.
    public var isTracked: Bool {
        isPromise
            || [.recommendation, .issue, .risk, .saving, .benefit, .service, .measure, .decision, .workItem].contains(
                self)
    }

    /// Kinds in the order in which they are declared.
    public static func < (left: RecordKind, right: RecordKind) -> Bool { left.order < right.order }

    private var order: Int { RecordKind.allCases.firstIndex(of: self) ?? 0 }
}
