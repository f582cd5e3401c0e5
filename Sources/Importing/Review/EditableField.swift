public import Register

/// What of a finding a reviewer may put right in place.
public enum EditableField: String, Sendable, Hashable, CaseIterable {
    /// Its own words.
    case text
    /// Number, letter or reference as printed.
    case reference
    /// Who answers for it, as printed.
    case owners
    /// When it is due, in the paper's words.
    case timescale
    /// The later date that stands beside the first one, in the paper's words.
    case revised
    /// Status as printed.
    case status
    /// Theme or section that it stands under.
    case theme

    /// The field's name for people.
    public var name: String {
        switch self {
        case .text: "words"
        case .reference: "reference"
        case .owners: "owners"
        case .timescale: "date"
        case .revised: "revised date"
        case .status: "status"
        case .theme: "theme"
        }
    }

    /// The fields that findings of a kind have, in the order in which a form shows them.
    public static func of(_ kind: FindingKind) -> [EditableField] {
        switch kind {
        case .action: [.text, .reference, .theme, .owners, .timescale, .revised, .status]
        case .recommendation, .measure: [.text, .reference, .theme, .status]
        case .issue: [.text, .theme, .owners, .timescale]
        case .risk: [.text, .reference, .theme, .owners]
        case .service: [.text, .status]
        case .workItem: [.text, .timescale]
        case .declaration, .undertaking: [.text, .owners]
        case .agendaItem, .minute, .decision, .scale: [.text, .reference]
        case .meeting, .attendance, .consultee, .contact, .objective, .saving: [.text]
        }
    }
}
