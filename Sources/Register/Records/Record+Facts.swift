extension Record {
    /// What of the record is indexed.
    public var facts: Facts {
        var facts = Facts()
        facts.title = content.text
        (facts.plan, facts.theme, facts.parent) = (plan, theme, parent)
        (facts.owners, facts.councils) = (owners, councils)
        facts.isWithdrawn = withdrawal != nil
        facts.lastSaid = progress.reported?.on ?? place?.date
        content.index(into: &facts)
        facts.originalDue = facts.due
        progress.index(into: &facts)
        return facts
    }

    /// Everything that is filled in, for people, exports and differences between versions.
    public var fields: [FindingField] {
        var list = FieldList()
        list.add("text", content.text)
        content.describe(into: &list)
        progress.describe(into: &list)
        list.add("withdrawn", withdrawal?.reason)
        return list.fields
    }
}
