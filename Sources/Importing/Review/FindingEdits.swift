/// What a reviewer puts right in a finding; nil for what stays as it was read. An empty value takes the field away.
public struct FindingEdits: Sendable, Hashable, Codable {
    /// Its own words; never empty.
    public var text: String?
    /// Number, letter or reference.
    public var reference: String?
    /// Who answers for it, in order.
    public var owners: [String]?
    /// When it is due, in words; they are read again.
    public var timescale: String?
    /// The revised date, in words; they are read again.
    public var revised: String?
    /// Status.
    public var status: String?
    /// Theme or section.
    public var theme: String?

    /// Edits of some fields.
    public init(
        text: String? = nil, reference: String? = nil, owners: [String]? = nil, timescale: String? = nil,
        revised: String? = nil, status: String? = nil, theme: String? = nil
    ) {
        self.text = text
        self.reference = reference
        self.owners = owners
        self.timescale = timescale
        self.revised = revised
        self.status = status
        self.theme = theme
    }

    /// Whether nothing is put right.
    public var isEmpty: Bool { self == FindingEdits() }

    /// The fields that are put right.
    public var fields: [EditableField] {
        EditableField.allCases.filter { field in
            switch field {
            case .text: text != nil
            case .reference: reference != nil
            case .owners: owners != nil
            case .timescale: timescale != nil
            case .revised: revised != nil
            case .status: status != nil
            case .theme: theme != nil
            }
        }
    }

    /// The same without what some values say already: of a whole form only what was changed in it. An empty field and
    /// one that is not there say the same.
    public func differing(from values: FindingEdits) -> FindingEdits {
        func changed(_ new: String?, _ old: String?) -> String? { new == nil || new == old ?? "" ? nil : new }
        return FindingEdits(
            text: changed(text, values.text), reference: changed(reference, values.reference),
            owners: owners == nil || owners == values.owners ?? [] ? nil : owners,
            timescale: changed(timescale, values.timescale), revised: changed(revised, values.revised),
            status: changed(status, values.status), theme: changed(theme, values.theme))
    }
}
