/// Something that a paper holds, with its exact place.
public struct Finding: Sendable, Hashable {
    /// What was found, typed by its kind.
    public var content: Content
    /// Where it stands.
    public var source: Source

    /// A finding at a place.
    public init(_ content: Content, at source: Source) {
        self.content = content
        self.source = source
    }

    /// What was found, one case a kind.
    public enum Content: Sendable, Hashable {
        case meeting(Meeting), agendaItem(AgendaItem), attendance(Attendance), minute(Minute)
        case decision(Decision), declaration(Declaration), undertaking(Undertaking)
        case recommendation(Recommendation), action(Action), issue(Issue)
        case risk(Risk), scale(ScaleLevel), measure(Measure), service(Service)
        case workItem(WorkItem), consultee(Consultee), contact(Contact)
        case objective(Objective), saving(Saving)
    }

    /// The finding's kind.
    public var kind: FindingKind { described.kind }
    /// The finding's own words.
    public var text: String { described.text }
    /// The fields that the paper fills in, in the contract's order.
    public var fields: [FindingField] {
        var list = FieldList()
        described.describe(into: &list)
        return list.fields
    }

    /// What was found, as a record keeps it.
    public var record: any RecordContent { described }

    private var described: any FindingContent {
        switch content {
        case .meeting(let found): found
        case .agendaItem(let found): found
        case .attendance(let found): found
        case .minute(let found): found
        case .decision(let found): found
        case .declaration(let found): found
        case .undertaking(let found): found
        case .recommendation(let found): found
        case .action(let found): found
        case .issue(let found): found
        case .risk(let found): found
        case .scale(let found): found
        case .measure(let found): found
        case .service(let found): found
        case .workItem(let found): found
        case .consultee(let found): found
        case .contact(let found): found
        case .objective(let found): found
        case .saving(let found): found
        }
    }
}

/// What every kind of finding can say of itself; once kept, it is what is special to a record.
protocol FindingContent: RecordContent {
    var kind: FindingKind { get }
}
