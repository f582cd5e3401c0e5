/// How two records hang together.
public struct Link: RecordContent {
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.link
    /// What the link is said of.
    public var from: RecordID
    /// What it says.
    public var role: Role
    /// What it points to.
    public var to: RecordID
    /// On what ground: "by number", "by words", or why a person made it.
    public var ground: String

    /// A link with its ground.
    public init(from: RecordID, role: Role, to: RecordID, ground: String) {
        self.from = from
        self.role = role
        self.to = to
        self.ground = ground
    }

    /// What links say; the raw value is the word on the command line.
    public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
        case answers, delivers, measures, mitigates, decidedBy = "decided-by", foundIn = "found-in", repeats, supersedes

        /// "decided by".
        public var words: String { rawValue.split(separator: "-").joined(separator: " ") }

        /// The same link seen from its other end: "answered by".
        public var reversed: String {
            switch self {
            case .answers: "answered by"
            case .delivers: "delivered by"
            case .measures: "measured by"
            case .mitigates: "mitigated by"
            case .decidedBy: "decides"
            case .foundIn: "holds"
            case .repeats: "repeated by"
            case .supersedes: "superseded by"
            }
        }

        /// The role by its word, with a hyphen, a space or nothing between its parts: "decided by", "foundIn".
        public init?(words: String) {
            let key = words.lowercased().filter(\.isLetter)
            guard let role = Role.allCases.first(where: { $0.rawValue.filter(\.isLetter) == key }) else { return nil }
            self = role
        }
    }

    /// What it says.
    public var text: String { role.words }

    /// Lists its ends.
    public func describe(into list: inout FieldList) {
        list.add("from", from.description)
        list.add("role", role.rawValue)
        list.add("to", to.description)
        list.add("ground", ground)
    }

    /// Both ends are indexed.
    public func index(into facts: inout Facts) { facts.link = Facts.LinkEnds(from: from, role: role, to: to) }
}
