public import Register

extension VersionItem {
    /// What is compared of what a paper prints; nil for kinds that no plan holds.
    public init?(_ content: any RecordContent) {
        switch content {
        case let found as Action:
            let context = [found.issue, found.commitment, found.recommendation, found.parent].compactMap { $0 }
            self.init(
                .action, found.text, number: found.ref, theme: found.theme, context: context.joined(separator: " "),
                owners: VersionItem.names(found.owners), due: VersionItem.due(found.timescale))
        case let found as Recommendation:
            self.init(
                .recommendation, found.text, number: found.number, theme: found.theme, context: found.series ?? "")
        case let found as Issue:
            self.init(
                .issue, found.text, theme: found.theme, context: found.commitment ?? "",
                owners: VersionItem.names(found.owners), due: found.timescale)
        case let found as Risk:
            self.init(
                .risk, found.text, number: found.ref, theme: found.theme, context: found.title ?? "",
                owners: VersionItem.names(found.owners))
        case let found as Measure:
            self.init(
                .measure, found.text, number: found.ref, theme: found.theme,
                lane: VersionItem.key(found.council ?? ""))
        case let found as Saving:
            // A proposal has one record for each council and year.
            let lane = VersionItem.key([found.council, found.year].compactMap { $0 }.joined(separator: " "))
            self.init(.saving, found.text, due: found.amount?.decimal, lane: lane)
        case let found as Service:
            self.init(.service, found.text, theme: found.table?.rawValue)
        case let found as Project:
            self.init(.project, found.name, due: VersionItem.due(found.timescale))
        case let found as Objective:
            self.init(.objective, found.text)
        case let found as WorkItem:
            self.init(.workItem, found.text, due: found.period)
        case let found as ScaleLevel:
            self.init(.scale, found.text, number: found.value, lane: found.scale?.rawValue ?? "")
        default: return nil
        }
    }

    private static func names(_ printed: [String]) -> Set<String> { Set(printed.map(key)) }

    private static func due(_ timescale: Timescale?) -> String? {
        timescale.map { $0.due?.description ?? key($0.words) }
    }
}
