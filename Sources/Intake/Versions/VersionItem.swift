public import Register

/// What of a record is compared with what another version of its plan prints.
public struct VersionItem: Sendable, Hashable {
    /// What it is; only records of one kind can be the same.
    public var kind: RecordKind
    /// Its own words.
    public var text: String
    /// Reference or number as printed.
    public var number: String?
    /// The theme, strategic purpose or section that it stands under.
    public var theme: String?
    /// What stands around its words in the row: the issue, commitment or recommendation that it meets, its title.
    public var context: String
    /// Who answers for it, as printed or as known.
    public var owners: Set<String>
    /// When it is due: a day, else the words.
    public var due: String?
    /// What must be equal besides the kind: a measure's council, a saving's year.
    public var lane: String

    /// What is compared of a record; all but kind and words may be missing.
    public init(
        _ kind: RecordKind, _ text: String, number: String? = nil, theme: String? = nil, context: String = "",
        owners: Set<String> = [], due: String? = nil, lane: String = ""
    ) {
        self.kind = kind
        self.text = text
        self.number = number.map(VersionItem.key)
        self.theme = theme.map(VersionItem.key)
        self.context = context
        self.owners = owners
        self.due = due
        self.lane = lane
    }

    /// What two printings of the same words have in common: letters and figures.
    static func key(_ text: String) -> String { Words.key(text) }

    /// The figures in its words, which tell "phase 1" from "phase 2".
    var figures: Set<Substring> {
        Set(text.split(whereSeparator: { !($0.isLetter || $0.isNumber) }).filter { $0.contains(where: \.isNumber) })
    }
}
