extension WordReader {
    /// Reads what stands in a line: runs, links, changes, fields.
    func inline(
        _ children: [XMLElement.Child], _ paragraph: WordParagraph, _ story: inout WordStory, _ content: inout Content
    ) {
        for case .element(let element) in children {
            switch element.name {
            case "w:r": run(element, paragraph, &story, &content)
            case "w:ins", "w:moveTo":
                tally.changes += 1
                inline(element.children, paragraph, &story, &content)
            case "w:del", "w:moveFrom": tally.changes += 1
            case "w:hyperlink", "w:smartTag", "w:customXml", "w:dir", "w:bdo", "w:fldSimple", "w:rubyBase":
                inline(element.children, paragraph, &story, &content)
            case "w:sdt":
                if isPlaceholder(element) { continue }
                inline(element.first("w:sdtContent")?.children ?? [], paragraph, &story, &content)
            case "mc:AlternateContent":
                for branch in branches(element) {
                    let before = content.boxes.count
                    let wasBlank = content.lines.isBlank
                    inline(branch.children, paragraph, &story, &content)
                    if content.boxes.count > before || content.lines.isBlank != wasBlank { break }
                }
            case "m:oMath", "m:oMathPara": add(mathematics(element), isBold: false, &content)
            default: continue
            }
        }
    }

    private func run(
        _ element: XMLElement, _ paragraph: WordParagraph, _ story: inout WordStory, _ content: inout Content
    ) {
        let properties = element.first("w:rPr")
        let style = styles.character(properties?.first("w:rStyle")?["w:val"])
        // Bold of a paragraph's style and bold of a character style cancel out; bold set on the run itself counts.
        let isBold =
            properties?.toggle("w:b") ?? (styles.isBold || paragraph.style.isBold != (style?.isBold ?? false))
        let isHidden = properties?.toggle("w:vanish") ?? (paragraph.style.isHidden || style?.isHidden ?? false)
        let fonts = properties?.first("w:rFonts")
        let font = fonts?["w:ascii"] ?? fonts?["w:hAnsi"] ?? style?.font ?? paragraph.style.font
        let format = Format(isBold: isBold, isHidden: isHidden, symbols: font.flatMap { SymbolFont(name: $0) })
        var hides = false
        pieces(element, paragraph, format, &story, &content, &hides)
        if hides { tally.hidden += 1 }
    }

    private struct Format {
        var isBold: Bool
        var isHidden: Bool
        var symbols: SymbolFont?
    }

    private func pieces(
        _ element: XMLElement, _ paragraph: WordParagraph, _ format: Format, _ story: inout WordStory,
        _ content: inout Content, _ hides: inout Bool
    ) {
        for piece in element.elements {
            switch piece.name {
            case "w:fldChar": field(piece, &story, &content)
            case "w:instrText":
                if let last = story.fields.indices.last, story.fields[last].instruction.utf8.count < 100 {
                    story.fields[last].instruction += piece.text
                    if story.fields[last].isContents { content.isContents = true }
                }
            case "w:lastRenderedPageBreak": if sheets.noted() { content.pageBreak() }
            case "w:br" where piece["w:type"] == "page":
                sheets.set()
                content.pageBreak()
            case "w:footnoteReference":
                noteCalls.append(NoteCall(kind: "footnote", id: piece["w:id"] ?? "", sheet: sheets.sheet))
            case "w:endnoteReference":
                noteCalls.append(NoteCall(kind: "endnote", id: piece["w:id"] ?? "", sheet: sheets.sheet))
            case "w:commentReference": tally.comments += 1
            case "w:drawing", "w:pict", "w:object": content.boxes += boxes(in: piece)
            case "w:ruby": inline(piece.first("w:rubyBase").map { [.element($0)] } ?? [], paragraph, &story, &content)
            case "mc:AlternateContent":
                for branch in branches(piece) {
                    let before = content.boxes.count
                    let wasBlank = content.lines.isBlank
                    pieces(branch, paragraph, format, &story, &content, &hides)
                    if content.boxes.count > before || content.lines.isBlank != wasBlank { break }
                }
            default:
                guard story.isPrinted else { continue }
                if format.isHidden {
                    if piece.name == "w:t", !piece.text.isEmpty { hides = true }
                    continue
                }
                letters(piece, format, &content)
            }
        }
    }

    private func letters(_ piece: XMLElement, _ format: Format, _ content: inout Content) {
        switch piece.name {
        case "w:t":
            let text = piece.text
            add(format.symbols?.printed(text) ?? text, isBold: format.isBold, &content)
        case "w:tab", "w:ptab": add(" ", isBold: format.isBold, &content)
        case "w:br", "w:cr": content.lines.breakLine()
        case "w:noBreakHyphen": add("-", isBold: format.isBold, &content)
        case "w:sym":
            guard let code = piece["w:char"].flatMap({ UInt32($0, radix: 16) }) else { return }
            let font = piece["w:font"].flatMap { SymbolFont(name: $0) }
            let sign = font.map { $0.scalar(code) } ?? Unicode.Scalar(code)
            if let sign { add(String(Character(sign)), isBold: format.isBold, &content) }
        default: return
        }
    }

    private func add(_ text: String, isBold: Bool, _ content: inout Content) {
        content.lines.add(text, isBold: isBold, sheet: sheets.sheet)
        if !content.lines.isBlank { sheets.words() }
    }

    private func field(_ piece: XMLElement, _ story: inout WordStory, _ content: inout Content) {
        switch piece["w:fldCharType"] {
        case "begin":
            if let shown = formValue(piece.first("w:ffData")), story.isPrinted { add(shown, isBold: false, &content) }
            // Fields nest a few deep; more would only cost time.
            if story.fields.count < 50 { story.fields.append(WordStory.Field()) }
        case "separate": if let last = story.fields.indices.last { story.fields[last].showsResult = true }
        case "end": _ = story.fields.popLast()
        default: return
        }
    }

    /// What a box to tick or a list to choose from shows in an older form.
    private func formValue(_ data: XMLElement?) -> String? {
        if let box = data?.first("w:checkBox") {
            return box.toggle("w:checked") ?? box.toggle("w:default") ?? false ? "☒" : "☐"
        }
        guard let list = data?.first("w:ddList") else { return nil }
        let entries = list.elements.filter { $0.name == "w:listEntry" }.map { $0["w:val"] ?? "" }
        let chosen = (list.first("w:result") ?? list.first("w:default"))?["w:val"].flatMap { Int($0) } ?? 0
        return entries.indices.contains(chosen) ? entries[chosen] : nil
    }

    private func mathematics(_ element: XMLElement) -> String {
        element.elements.reduce(into: "") { $0 += $1.name == "m:t" ? $1.text : mathematics($1) }
    }

    /// What stands in the text boxes of a drawing.
    private func boxes(in drawing: XMLElement) -> [Layout.Element] {
        var found: [Layout.Element] = []
        for element in drawing.elements {
            switch element.name {
            case "w:txbxContent": found += blocks(in: element)
            case "mc:AlternateContent":
                for branch in branches(element) {
                    let inner = boxes(in: branch)
                    found += inner
                    if !inner.isEmpty { break }
                }
            case "v:textpath": if let text = element["string"] { found.append(.furniture(Passage(text))) }
            case "a:p":
                var lines = FlowLines()
                for run in element.elements {
                    if let text = run.first("a:t")?.text { lines.add(text, sheet: sheets.sheet) }
                }
                found += lines.passages().map { .paragraph($0) }
            default: found += boxes(in: element)
            }
        }
        return found
    }
}
