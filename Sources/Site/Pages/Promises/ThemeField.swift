import Ledger
import Markup
import Register

/// The theme that a record stands under, out of those of its plan.
struct ThemeField: Sendable {
    private let themes: [Row]

    init(of plan: RecordID?, in reader: any LedgerReader) throws {
        guard let plan else {
            themes = []
            return
        }
        var query = Query(kinds: [.theme])
        (query.plan, query.order, query.wantsTotal) = (plan, .reference, false)
        themes = try reader.list(query).rows
    }

    /// The theme that a form names; nil for none.
    func theme(_ form: Fields) -> RecordID? {
        themes.first { $0.reference.description == form["theme"] }?.id
    }

    func write(to html: inout HTML, chosen: String?) {
        guard !themes.isEmpty else { return }
        html.select(
            "theme", "Theme", [("", "No theme")] + themes.map { ($0.reference.description, $0.title.clipped(to: 100)) },
            chosen: chosen)
    }

    /// The reference of a theme, as the form names it.
    func reference(_ theme: RecordID?) -> String? { themes.first { $0.id == theme }?.reference.description }
}
