import Register

/// What a record says once the next version of its paper has printed it: the new words where it prints any.
///
/// What a paper leaves blank stays as it is, since papers leave columns out. A promise's first date, and what was first
/// reported of it, are kept as first printed; what came after is in its progress and its updates.
enum Reprinting {
    static func content(_ old: any RecordContent, as new: any RecordContent) -> any RecordContent {
        switch (old, new) {
        case (let old as Action, let new as Action): merged(old, new)
        case (let old as Recommendation, let new as Recommendation): merged(old, new)
        case (let old as Issue, let new as Issue): merged(old, new)
        case (let old as Risk, let new as Risk): merged(old, new)
        case (let old as Measure, let new as Measure): merged(old, new)
        case (let old as Saving, let new as Saving): merged(old, new)
        case (let old as Service, let new as Service): merged(old, new)
        case (let old as Objective, let new as Objective): merged(old, new)
        case (let old as WorkItem, let new as WorkItem): merged(old, new)
        case (let old as ScaleLevel, let new as ScaleLevel): merged(old, new)
        case (let old as Contact, let new as Contact): merged(old, new)
        default: old
        }
    }

    private static func merged(_ old: Action, _ new: Action) -> Action {
        var action = old
        action.text = words(old.text, new.text)
        action.ref = words(old.ref, new.ref)
        action.commitment = words(old.commitment, new.commitment)
        action.issue = words(old.issue, new.issue)
        action.recommendation = words(old.recommendation, new.recommendation)
        action.parent = words(old.parent, new.parent)
        action.owners = names(old.owners, new.owners)
        action.tags = new.tags.isEmpty ? old.tags : new.tags
        return action
    }

    private static func merged(_ old: Recommendation, _ new: Recommendation) -> Recommendation {
        var recommendation = old
        recommendation.text = words(old.text, new.text)
        recommendation.number = words(old.number, new.number)
        // The heading of a list is no part of what is recommended: reports print their date in it.
        recommendation.series = old.series ?? new.series
        return recommendation
    }

    private static func merged(_ old: Issue, _ new: Issue) -> Issue {
        var issue = old
        issue.text = words(old.text, new.text)
        issue.commitment = words(old.commitment, new.commitment)
        issue.timescale = words(old.timescale, new.timescale)
        issue.owners = names(old.owners, new.owners)
        return issue
    }

    private static func merged(_ old: Risk, _ new: Risk) -> Risk {
        var risk = old
        risk.text = words(old.text, new.text)
        risk.ref = words(old.ref, new.ref)
        risk.title = words(old.title, new.title)
        risk.trend = words(old.trend, new.trend)
        risk.mitigation = words(old.mitigation, new.mitigation)
        risk.owners = names(old.owners, new.owners)
        let blank = Risk.Rating()
        risk.current = new.current == blank ? old.current : new.current
        risk.inherent = new.inherent == blank ? old.inherent : new.inherent
        risk.target = new.target == blank ? old.target : new.target
        return risk
    }

    /// The values of a measure are those of its latest report; earlier ones are in its readings.
    private static func merged(_ old: Measure, _ new: Measure) -> Measure {
        var measure = new
        measure.text = words(old.text, new.text)
        measure.ref = words(old.ref, new.ref)
        measure.theme = old.theme
        measure.council = words(old.council, new.council)
        measure.polarity = words(old.polarity, new.polarity)
        // Signs count in figures: -5 is not 5.
        measure.target = new.target ?? old.target
        measure.baseline = new.baseline ?? old.baseline
        measure.status = old.status
        measure.commentary = old.commentary
        if [new.actual, new.q1, new.q2, new.q3, new.q4].allSatisfy({ $0 == nil }) {
            (measure.actual, measure.period, measure.trend) = (old.actual, old.period, old.trend)
        }
        // A report that prints the second quarter alone says nothing against the first; one that begins again with the
        // first is of another year.
        let (before, after) = ([old.q1, old.q2, old.q3, old.q4], [new.q1, new.q2, new.q3, new.q4])
        let first = after.firstIndex { $0 != nil } ?? after.count
        let quarters = after.indices.map { $0 < first ? before[$0] : after[$0] }
        (measure.q1, measure.q2, measure.q3, measure.q4) = (quarters[0], quarters[1], quarters[2], quarters[3])
        return measure
    }

    private static func merged(_ old: Saving, _ new: Saving) -> Saving {
        Saving(
            text: words(old.text, new.text), amount: new.amount ?? old.amount, council: words(old.council, new.council),
            year: words(old.year, new.year))
    }

    private static func merged(_ old: Service, _ new: Service) -> Service {
        Service(text: words(old.text, new.text), table: new.table ?? old.table, status: old.status)
    }

    private static func merged(_ old: Objective, _ new: Objective) -> Objective {
        Objective(text: words(old.text, new.text), priorities: new.priorities.isEmpty ? old.priorities : new.priorities)
    }

    /// When it was first planned stays: another month is a re-programming.
    private static func merged(_ old: WorkItem, _ new: WorkItem) -> WorkItem {
        WorkItem(
            text: words(old.text, new.text), period: old.period, month: old.month, note: words(old.note, new.note),
            isUnallocated: new.isUnallocated)
    }

    private static func merged(_ old: ScaleLevel, _ new: ScaleLevel) -> ScaleLevel {
        ScaleLevel(
            text: words(old.text, new.text), scale: new.scale ?? old.scale, value: words(old.value, new.value),
            meaning: words(old.meaning, new.meaning))
    }

    private static func merged(_ old: Contact, _ new: Contact) -> Contact {
        Contact(
            text: old.text, post: words(old.post, new.post), email: words(old.email, new.email),
            telephone: words(old.telephone, new.telephone), role: old.role ?? new.role)
    }

    /// The theme that a paper prints for a record.
    static func theme(_ content: any RecordContent) -> String? {
        switch content {
        case let found as Action: found.theme
        case let found as Recommendation: found.theme
        case let found as Issue: found.theme
        case let found as Risk: found.theme
        case let found as Measure: found.theme
        default: nil
        }
    }

    /// A record's content under another theme.
    static func moved(_ content: any RecordContent, to theme: String?) -> any RecordContent {
        switch content {
        case var found as Action:
            found.theme = theme
            return found
        case var found as Recommendation:
            found.theme = theme
            return found
        case var found as Issue:
            found.theme = theme
            return found
        case var found as Risk:
            found.theme = theme
            return found
        case var found as Measure:
            found.theme = theme
            return found
        default: return content
        }
    }

    /// Owners as a paper prints them.
    static func owners(_ content: any RecordContent) -> [String] {
        switch content {
        case let found as Action: found.owners
        case let found as Issue: found.owners
        case let found as Risk: found.owners
        default: []
        }
    }

    // MARK: Words

    /// The new words; the old ones where nothing but signs, spaces and capitals differs.
    private static func words(_ old: String, _ new: String) -> String {
        VersionItem.key(old) == VersionItem.key(new) ? old : new
    }

    private static func words(_ old: String?, _ new: String?) -> String? {
        guard let new, !VersionItem.key(new).isEmpty else { return old }
        return old.map { words($0, new) } ?? new
    }

    /// The new names; the old ones where they are the same in another order, or none are printed.
    private static func names(_ old: [String], _ new: [String]) -> [String] {
        new.isEmpty || Set(old.map(VersionItem.key)) == Set(new.map(VersionItem.key)) ? old : new
    }
}
