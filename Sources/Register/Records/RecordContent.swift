/// What is special to records of one kind. Adding a kind takes a struct that conforms, and its line in `RecordKind.content`.
public protocol RecordContent: Codable, Sendable, Hashable {
    /// The kind of record that keeps it.
    static var recordKind: RecordKind { get }
    /// Its words, or its name: what a list shows of it.
    var text: String { get }
    /// Lists what is filled in, for people, exports and differences between versions.
    func describe(into list: inout FieldList)
    /// Names what of it is indexed.
    func index(into facts: inout Facts)
}

extension RecordContent {
    /// Most kinds have nothing more to index than what every record has.
    public func index(into facts: inout Facts) {}

    func isEqual(_ other: any RecordContent) -> Bool { (other as? Self) == self }
}

extension RecordKind {
    /// The type that holds what is special to the kind.
    var content: any RecordContent.Type {
        switch self {
        case .paper: KeptPaper.self
        case .import: Import.self
        case .council: Council.self
        case .body: Body.self
        case .person: Person.self
        case .post: Post.self
        case .plan: Plan.self
        case .theme: Theme.self
        case .objective: Objective.self
        case .recommendation: Recommendation.self
        case .action: Action.self
        case .issue: Issue.self
        case .undertaking: Undertaking.self
        case .risk: Risk.self
        case .scale: ScaleLevel.self
        case .measure: Measure.self
        case .reading: Reading.self
        case .project: Project.self
        case .service: Service.self
        case .benefit: Benefit.self
        case .saving: Saving.self
        case .assessment: Assessment.self
        case .meeting: Meeting.self
        case .agendaItem: AgendaItem.self
        case .attendance: Attendance.self
        case .minute: Minute.self
        case .decision: Decision.self
        case .declaration: Declaration.self
        case .workItem: WorkItem.self
        case .consultee: Consultee.self
        case .contact: Contact.self
        case .update: Update.self
        case .link: Link.self
        }
    }
}
