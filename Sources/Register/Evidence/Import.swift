/// One bringing-in of a paper: what it added, and what it only suggests.
public struct Import: RecordContent {
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.import
    /// The paper's name.
    public var name: String
    /// The paper.
    public var paper: RecordID
    /// How many records it added.
    public var added: Int
    /// Links that the words suggest and nobody has made yet.
    public var offers: [Offer]
    /// The records of its plan that the paper prints, in its order: by them the next version is matched, and what it
    /// leaves out is known. Nil where the paper is no version of a plan.
    public var printed: [RecordID]?
    /// What nobody had decided of when the paper was kept, so that it is no record. Nil where all was decided.
    public var undecided: [Undecided]?

    /// An import of a paper.
    public init(
        name: String, paper: RecordID, added: Int, offers: [Offer] = [], printed: [RecordID]? = nil
    ) {
        self.name = name
        self.paper = paper
        self.added = added
        self.offers = offers
        self.printed = printed
    }

    /// Something that the paper holds and that was not kept, since nobody had decided of it.
    public struct Undecided: Sendable, Hashable, Codable {
        /// What names it in a review of the paper.
        public var key: String
        /// What it was read as.
        public var kind: FindingKind
        /// Where it stands.
        public var source: Source
        /// Its words.
        public var text: String

        /// Something at a place of the paper.
        public init(key: String, kind: FindingKind, source: Source, text: String) {
            self.key = key
            self.kind = kind
            self.source = source
            self.text = text
        }
    }

    /// A link that is only suggested.
    public struct Offer: Sendable, Hashable, Codable {
        /// What the link would be said of.
        public var from: RecordID
        /// How the two would hang together.
        public var role: Link.Role
        /// What it would point to.
        public var to: RecordID
        /// How alike the words are, in hundredths.
        public var likeness: Int

        /// A suggested link.
        public init(from: RecordID, role: Link.Role, to: RecordID, likeness: Int) {
            self.from = from
            self.role = role
            self.to = to
            self.likeness = likeness
        }
    }

    /// The paper's name.
    public var text: String { name }

    /// Lists what it added.
    public func describe(into list: inout FieldList) {
        list.add("added", added)
        list.add("offers", offers.isEmpty ? nil : offers.count)
        list.add("undecided", undecided?.count)
    }

    /// It hangs under its paper.
    public func index(into facts: inout Facts) { facts.parent = paper }
}
