/// Reads an OpenDocument text in order; a class, as everything in it counts on: lists, sheets, notes.
final class OpenDocumentReader {
    /// Where blocks stand: how deep in lists, and whether they are printed for the page's sake.
    struct Context {
        var isFurniture = false
        /// The list around, if any.
        var list: String?
        var level = 0
    }

    let package: OpenDocumentPackage
    var styles: OpenDocumentStyles
    var sheets: FlowSheets
    /// How far each list has counted, by what names it.
    var counters: [String: OpenDocumentCounters] = [:]
    var outline = OpenDocumentCounters()
    /// The label of the item that the next paragraph begins.
    var pendingLabel: (text: String?, depth: Int)?
    var notes: [Layout.Element] = []
    var tally = FlowTally()
    /// How many cells may yet be made by repeating others: small files could ask for more than memory holds.
    var repeatsLeft = 200_000

    init(_ package: OpenDocumentPackage) {
        self.package = package
        styles = OpenDocumentStyles([package.automatic, package.styles?.first("office:styles")])
        sheets = FlowSheets(isKnown: !package.content.offsets(of: "<text:soft-page-break", limit: 1).isEmpty)
    }

    /// The whole paper: running heads, body, notes.
    func read() throws(PaperError) -> Layout {
        var stream = try XMLStream(
            package.content, name: package.name, part: package.contentPart,
            within: [package.root, "office:body", "office:text"])
        var elements: [Layout.Element] = []
        while let element = try stream.next() { block(element, Context(), &elements) }
        let body = elements + notes
        return Layout(elements: runningHeads() + body, notices: tally.notices)
    }

    private func runningHeads() -> [Layout.Element] {
        // Running heads use the automatic styles of their own part, whose names may be those of others in the words.
        styles = OpenDocumentStyles([
            package.styles?.first("office:automatic-styles"), package.styles?.first("office:styles"),
        ])
        sheets = FlowSheets(isKnown: false)
        var seen: Set<String> = []
        var heads: [Layout.Element] = []
        for page in package.styles?.first("office:master-styles")?.elements ?? [] where page.name == "style:master-page"
        {
            for part in page.elements where part.name.hasPrefix("style:header") || part.name.hasPrefix("style:footer") {
                for var passage in blocks(part.elements, Context(isFurniture: true)).flatMap(\.passages)
                where seen.insert(passage.text).inserted {
                    passage.place = Place()
                    passage.isTight = false
                    heads.append(.furniture(passage))
                }
            }
        }
        return heads
    }

    // MARK: Blocks

    func blocks(_ children: [XMLElement], _ context: Context = Context()) -> [Layout.Element] {
        // An item's label is for its own first paragraph, not for one in a table or box within it.
        let label = pendingLabel
        pendingLabel = nil
        defer { pendingLabel = label }
        var elements: [Layout.Element] = []
        for child in children { block(child, context, &elements) }
        return elements
    }

    func block(_ element: XMLElement, _ context: Context, _ elements: inout [Layout.Element]) {
        switch element.name {
        case "text:p", "text:h": paragraph(element, context, &elements)
        case "text:list": list(element, context, &elements)
        case "text:numbered-paragraph": numbered(element, context, &elements)
        case "table:table": elements += table(element, context)
        case "text:section":
            if element["text:display"] == "none" {
                tally.hidden += 1
                return
            }
            for child in element.elements { block(child, context, &elements) }
        case "text:table-of-content", "text:illustration-index", "text:table-index", "text:object-index",
            "text:user-index", "text:alphabetical-index", "text:bibliography":
            var context = context
            context.isFurniture = true
            for child in element.first("text:index-body")?.elements ?? [] { block(child, context, &elements) }
        case "text:index-title": for child in element.elements { block(child, context, &elements) }
        case "text:soft-page-break": if sheets.noted() { elements.append(.pageBreak) }
        case "text:tracked-changes": tally.changes += element.elements.filter { $0.name == "text:changed-region" }.count
        case let name where name.hasPrefix("draw:"): elements += boxes(in: element)
        default: return
        }
    }
}
