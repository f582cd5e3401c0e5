extension OpenDocumentReader {
    func list(_ element: XMLElement, _ context: Context, _ elements: inout [Layout.Element]) {
        var inner = context
        inner.level += 1
        inner.list = element["text:style-name"] ?? context.list
        let style = inner.list ?? ""
        // What names the counters of this list: of the list that it continues, where it does.
        let continued = element["text:continue-list"].map { "id \($0)" }
        let key = "style \(style)"
        var state: OpenDocumentCounters
        if context.level > 0 {
            // A list within a list counts with it, from the start of its level.
            state = counters["open"] ?? OpenDocumentCounters()
            state.restart(inner.level)
        } else if let continued, let known = counters[continued] {
            state = known
        } else if element["text:continue-numbering"] == "true", let known = counters[key] {
            state = known
        } else {
            state = OpenDocumentCounters()
        }
        let outer = counters["open"]
        counters["open"] = state
        for item in element.elements {
            switch item.name {
            case "text:list-header": entries(item, inner, isHeader: true, &elements)
            case "text:list-item": entries(item, inner, isHeader: false, &elements)
            case "text:soft-page-break": if sheets.noted() { elements.append(.pageBreak) }
            default: continue
            }
        }
        let final = counters["open"]
        if context.level == 0 {
            counters[key] = final
            if let continued { counters[continued] = final }
            if let id = element["xml:id"] ?? element["text:id"] { counters["id \(id)"] = final }
            counters["open"] = outer
        }
    }

    private func entries(
        _ item: XMLElement, _ context: Context, isHeader: Bool, _ elements: inout [Layout.Element]
    ) {
        pendingLabel = nil
        var isFirst = true
        for child in item.elements {
            let isParagraph = child.name == "text:p" || child.name == "text:h"
            if isParagraph, isFirst, !isHeader {
                isFirst = false
                count(item, context)
            }
            block(child, context, &elements)
            pendingLabel = nil
        }
    }

    private func count(_ item: XMLElement, _ context: Context) {
        let list = context.list.flatMap { styles.lists[$0] }
        let level = min(context.level, OpenDocumentList.depth)
        let set = item["text:start-value"].flatMap { Int32($0) }.map(Int.init)
        counters["open", default: OpenDocumentCounters()].count(level, start: list?.start(of: level) ?? 1, setTo: set)
        guard let list else {
            pendingLabel = (nil, level)
            return
        }
        let label = list.label(counters["open"] ?? OpenDocumentCounters(), level: level)
        if label.isPrinted { pendingLabel = (label.text, level) }
    }

    /// A paragraph that is numbered without standing in a list.
    func numbered(_ element: XMLElement, _ context: Context, _ elements: inout [Layout.Element]) {
        let key = "numbered \(element["text:list-id"] ?? element["text:style-name"] ?? "")"
        var inner = context
        inner.list = element["text:style-name"] ?? context.list
        inner.level = min(max(element["text:level"].flatMap { Int($0) } ?? 1, 1), OpenDocumentList.depth)
        let outer = counters["open"]
        counters["open"] = counters[key]
        count(element, inner)
        counters[key] = counters["open"]
        counters["open"] = outer
        for child in element.elements { block(child, inner, &elements) }
        pendingLabel = nil
    }
}
