/// A judgement of how something stands, by somebody who looked: an auditor's opinion, a self-assessment.
public struct Assessment: RecordContent {
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.assessment
    /// What was judged.
    public var text: String
    /// The judgement, in its own words.
    public var opinion: String
    /// Who judged.
    public var assessor: String?
    /// The day of the judgement.
    public var date: Day?

    /// A judgement of something.
    public init(text: String, opinion: String, assessor: String? = nil, date: Day? = nil) {
        self.text = text
        self.opinion = opinion
        self.assessor = assessor
        self.date = date
    }

    /// Lists the judgement.
    public func describe(into list: inout FieldList) {
        list.add("opinion", opinion)
        list.add("assessor", assessor)
        list.add("date", date)
    }

    /// The opinion is its status, its day the day it is about.
    public func index(into facts: inout Facts) {
        facts.status = opinion
        facts.due = date
    }
}
