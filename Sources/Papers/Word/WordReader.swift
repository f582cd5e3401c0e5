/// Reads the parts of a Word file in order; a class, as everything in it counts on: lists, sheets, notes, changes.
final class WordReader {
    /// Where a note is called for.
    struct NoteCall {
        var kind: String
        var id: String
        var sheet: Int?
    }

    let package: WordPackage
    let styles: WordStyles
    let theme: WordTheme
    var numbering: WordNumbering
    var sheets: FlowSheets
    var tally = FlowTally()
    /// Inserted files, which are not read.
    var foreignParts = 0
    var noteCalls: [NoteCall] = []
    private let body: [UInt8]

    /// - Throws: `PaperError` where a part that is needed is missing or broken.
    init(_ package: WordPackage) throws(PaperError) {
        self.package = package
        body = try package.bytes(of: package.main)
        styles = WordStyles(try package.tree(ofType: "styles"))
        numbering = WordNumbering(try package.tree(ofType: "numbering"), styles: styles)
        // Colours are a help, not words: a file without them is still read.
        theme = WordTheme(try? package.tree(ofType: "theme"))
        sheets = FlowSheets(
            isKnown: !body.offsets(of: "<w:lastRenderedPageBreak", limit: 1).isEmpty,
            sectionStarts: WordReader.sectionStarts(body))
    }

    /// The whole paper: running heads, body, notes.
    func read() throws(PaperError) -> Layout {
        var stream = try XMLStream(
            body, name: package.name, part: package.main, within: ["w:document", "w:body"])
        var story = WordStory()
        while let element = try stream.next() { block(element, &story) }
        finish(&story)
        let notes = try notes()
        let running = try runningHeads()
        return Layout(elements: running + story.elements + notes, notices: notices())
    }

    /// How each section begins. The part is searched before it is read, as a section tells its own start at its end.
    private static func sectionStarts(_ bytes: [UInt8]) -> [String] {
        bytes.offsets(of: "<w:sectPr", limit: 10_000).map { offset in
            let text = String(decoding: bytes[offset..<min(offset + 2_000, bytes.count)], as: UTF8.self)
            let end = text.firstRange(of: "</w:sectPr>")?.lowerBound ?? text.endIndex
            guard let type = text[..<end].firstRange(of: "<w:type w:val=\"") else { return "nextPage" }
            return String(text[type.upperBound...].prefix { $0 != "\"" })
        }
    }

    // MARK: Blocks

    /// All that stands in a cell, a text box or a note.
    func blocks(in container: XMLElement, isContents: Bool = false) -> [Layout.Element] {
        var story = WordStory(contents: isContents ? 1 : 0)
        for child in container.elements { block(child, &story) }
        finish(&story)
        return story.elements
    }

    /// One block of a story.
    func block(_ element: XMLElement, _ story: inout WordStory) {
        switch element.name {
        case "w:p": paragraph(element, &story)
        case "w:tbl":
            flush(&story)
            story.elements += table(element)
        case "w:sdt":
            if isPlaceholder(element) { return }
            let gallery = element.at("w:sdtPr", "w:docPartObj", "w:docPartGallery")?["w:val"]
            let isContents = gallery == "Table of Contents"
            if isContents { story.contents += 1 }
            for child in element.first("w:sdtContent")?.elements ?? [] { block(child, &story) }
            if isContents { story.contents -= 1 }
        case "w:ins", "w:moveTo":
            tally.changes += 1
            for child in element.elements { block(child, &story) }
        case "w:customXml", "w:smartTag":
            for child in element.elements { block(child, &story) }
        case "mc:AlternateContent":
            let before = story.elements.count
            for branch in branches(element) {
                for child in branch.elements { block(child, &story) }
                if story.elements.count > before { break }
            }
        case "w:altChunk": foreignParts += 1
        default: return
        }
    }

    /// The branches of a choice, best first: the first that holds words is taken, never two.
    func branches(_ element: XMLElement) -> [XMLElement] {
        element.elements.filter { $0.name == "mc:Choice" } + element.elements.filter { $0.name == "mc:Fallback" }
    }

    /// Whether a form's field still shows the words that ask for it to be filled in.
    func isPlaceholder(_ element: XMLElement) -> Bool {
        element.first("w:sdtPr")?.toggle("w:showingPlcHdr") ?? false
    }

    // MARK: Other parts

    private func runningHeads() throws(PaperError) -> [Layout.Element] {
        var heads: [Layout.Element] = []
        var seen: Set<String> = []
        for relationship in package.relationships where relationship.type == "header" || relationship.type == "footer" {
            guard let root = try? package.tree(relationship.target) else { continue }
            for passage in blocks(in: root).flatMap(\.passages) where seen.insert(passage.text).inserted {
                var passage = passage
                passage.place = Place()
                passage.isTight = false
                heads.append(.furniture(passage))
            }
        }
        return heads
    }

    private func notes() throws(PaperError) -> [Layout.Element] {
        if noteCalls.isEmpty { return [] }
        var notes: [String: XMLElement] = [:]
        for kind in ["footnote", "endnote"] {
            guard let root = try package.tree(ofType: kind + "s") else { continue }
            for note in root.elements { if let id = note["w:id"] { notes[kind + id] = note } }
        }
        var elements: [Layout.Element] = []
        // Notes may call for notes, so the calls grow; each note is read once.
        var index = 0
        while index < noteCalls.count {
            let call = noteCalls[index]
            index += 1
            guard let note = notes.removeValue(forKey: call.kind + call.id) else { continue }
            for element in blocks(in: note) {
                if case .paragraph(var passage) = element {
                    passage.place.sheet = call.sheet
                    elements.append(.paragraph(passage))
                } else {
                    elements.append(element)
                }
            }
        }
        return elements
    }

    private func notices() -> [Notice] {
        guard foreignParts > 0 else { return tally.notices }
        let files = foreignParts == 1 ? "file was" : "files were"
        return tally.notices + [Notice("\(foreignParts) inserted \(files) not read.")]
    }
}

extension Layout.Element {
    /// The passages in it, in reading order.
    var passages: [Passage] {
        switch self {
        case .heading(let passage, _), .paragraph(let passage), .item(let passage, _, _), .furniture(let passage):
            [passage]
        case .table(let grid): grid.rows.flatMap { $0.cells.flatMap { $0.parts.map(\.passage) } }
        case .pageBreak: []
        }
    }
}
