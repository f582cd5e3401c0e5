/// Reads rich text piece by piece, group by group.
struct RichTextReader {
    /// Groups nest a dozen deep; what nests deeper than this is made to do harm.
    private static let depthLimit = 500

    private var tokens: RichTextTokens
    var state = RichTextState()
    private var outer: [RichTextState] = []
    var tables = RichTextTables()
    /// The stories that are open, the body first.
    var stories = [RichTextStory()]
    var page = 1252
    private var heads: [Layout.Element] = []
    private var notes: [Layout.Element] = []
    private var seenHeads: Set<String> = []
    /// Bytes whose letters are yet to be told.
    private var bytes: [UInt8] = []
    /// The first half of a letter beyond the first 65,536.
    private var half: UInt16?
    /// How many pieces are left that only stand in for a letter.
    private var substitutes = 0
    /// Whether the next word names a destination that may be left out.
    private var isOptional = false
    var endsSection = false
    var sectionGoesOn = false
    var tally = FlowTally()

    init(_ bytes: [UInt8]) { tokens = RichTextTokens(bytes) }

    mutating func read(name: String) throws(PaperError) -> Layout {
        var isWhole = false
        while let token = tokens.next() {
            switch token {
            case .open:
                flushBytes()
                guard outer.count < RichTextReader.depthLimit else {
                    throw .bomb(name: name, what: "its groups nest more than \(RichTextReader.depthLimit) deep")
                }
                outer.append(state)
                state.story = nil
                substitutes = 0
                if state.destination == .styles || state.destination == .fonts { tables.beginEntry() }
            case .close:
                flushBytes()
                close()
                substitutes = 0
                isWhole = outer.isEmpty
            default:
                if isWhole { continue }
                read(token)
            }
        }
        flushBytes()
        while !outer.isEmpty { close() }
        endParagraph()
        endTable()
        let body = stories.first?.elements ?? []
        return Layout(elements: heads + body + notes, notices: notices(isWhole: isWhole))
    }

    private mutating func read(_ token: RichTextTokens.Token) {
        switch token {
        case .open, .close: return
        case .text(var text):
            let skipped = min(substitutes, text.count)
            text = text.dropFirst(skipped)
            substitutes -= skipped
            if state.destination != .nowhere { bytes.append(contentsOf: text) }
        case .code(let byte):
            if substitutes > 0 {
                substitutes -= 1
            } else if state.destination != .nowhere {
                bytes.append(byte)
            }
        case .sign(let sign):
            flushBytes()
            if substitutes > 0 { substitutes -= 1 } else { self.sign(sign) }
        case .word(let word, let value):
            flushBytes()
            if word == "bin" { tokens.skip(value ?? 0) }
            if substitutes > 0, word != "u" {
                substitutes -= 1
                return
            }
            self.word(word, value)
        }
    }

    // MARK: Groups

    private mutating func close() {
        guard let before = outer.popLast() else { return }
        if let kind = state.story {
            endParagraph()
            endTable()
            if stories.count > 1, let story = stories.popLast() { take(story, kind) }
        }
        state = before
    }

    private mutating func take(_ story: RichTextStory, _ kind: RichTextStory.Kind) {
        switch kind {
        case .furniture:
            for var passage in story.elements.flatMap(\.passages) where seenHeads.insert(passage.text).inserted {
                passage.isTight = false
                heads.append(.furniture(passage))
            }
        case .note: notes += story.elements
        case .box: stories[stories.count - 1].boxes += story.elements
        }
    }

    private mutating func open(_ kind: RichTextStory.Kind) {
        // A story within a story within a story stands in no paper; its words are kept where they are.
        guard stories.count < 20, state.story == nil else { return }
        state.story = kind
        state.paragraph = RichTextState.Paragraph()
        state.destination = .text
        stories.append(RichTextStory())
    }

    // MARK: Words and signs

    private mutating func word(_ word: String, _ value: Int?) {
        let wasOptional = isOptional
        isOptional = false
        if word == "u" {
            unicode(value ?? 0)
            return
        }
        if word == "annotation" { tally.comments += 1 }
        if RichTextReader.unread.contains(word) || (wasOptional && !RichTextReader.optional.contains(word)) {
            state.destination = .nowhere
            return
        }
        switch word {
        case "ansicpg": page = value ?? 1252
        case "mac": page = 10000
        case "uc": state.substitutes = min(max(value ?? 1, 0), 20)
        default: break
        }
        if state.destination == .nowhere { return }
        switch word {
        case "fonttbl": state.destination = .fonts
        case "colortbl": state.destination = .colours
        case "stylesheet": state.destination = .styles
        case "listtext", "pntext": state.destination = .label
        case "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf": open(.furniture)
        case "footnote": open(.note)
        case "shptxt", "dptxbxtext": open(.box)
        default:
            switch state.destination {
            case .fonts, .colours, .styles: tables.word(word, value, in: state.destination)
            default: format(word, value)
            }
        }
    }

    private mutating func sign(_ sign: UInt8) {
        switch sign {
        case UInt8(ascii: "*"): isOptional = true
        case UInt8(ascii: "~"): add(" ")
        case UInt8(ascii: "_"): add("-")
        case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"):
            if state.destination != .nowhere { bytes.append(sign) }
        case .newline, 13: if state.destination == .text { endParagraph() }
        case .tab: add(" ")
        default: return
        }
    }

    private mutating func unicode(_ value: Int) {
        substitutes = state.substitutes
        let unit = UInt16(truncatingIfNeeded: value)
        if UTF16.isLeadSurrogate(unit) {
            half = unit
            return
        }
        let units = half.map { [$0, unit] } ?? [unit]
        half = nil
        add(String(decoding: units, as: UTF16.self))
    }

    private mutating func flushBytes() {
        if bytes.isEmpty { return }
        let font = state.font.flatMap { tables.fonts[$0] }
        let text: String
        if let symbols = font?.symbols {
            text = symbols.printed(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })))
        } else {
            text = RichTextCodePage.text(bytes, page: font?.page ?? page)
        }
        bytes.removeAll(keepingCapacity: true)
        add(text)
    }

    /// Adds words where the group that they stand in puts them.
    mutating func add(_ text: String) {
        switch state.destination {
        case .nowhere: return
        case .fonts, .colours, .styles: tables.text(text, in: state.destination)
        case .label:
            let story = stories.count - 1
            if stories[story].label?.utf8.count ?? 0 < 100 {
                stories[story].label = (stories[story].label ?? "") + text
            }
        case .text:
            if state.isDeleted { return }
            if state.isHidden {
                if !text.allSatisfy(\.isWhitespace) { tally.hidden += 1 }
                return
            }
            stories[stories.count - 1].lines.add(text, isBold: state.isBold)
        }
    }

    private func notices(isWhole: Bool) -> [Notice] {
        var notices = tally.notices
        if !isWhole {
            notices.append(
                Notice("The file breaks off in the middle: what comes before was read. Download or save it again."))
        }
        return notices
    }

    /// Destinations whose words are not the paper's.
    private static let unread: Set<String> = [
        "info", "pict", "filetbl", "shprslt", "nonshppict", "nonesttables", "objdata", "objclass", "objname", "tc",
        "tcn",
        "xe", "rxe", "bkmkstart", "bkmkend", "annotation", "atnid", "atnauthor", "private", "fldinst", "fldtype",
        "ftnsep",
        "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "sp", "listtable", "listoverridetable", "generator",
        "themedata",
        "nesttableprops", "keycode", "revtbl", "rsidtbl", "ud", "template", "title", "author", "company",
    ]
    /// Destinations that may be left out but hold words of the paper.
    private static let optional: Set<String> = [
        "shpinst", "listtext", "pntext", "footnote", "header", "headerl", "headerr", "headerf", "footer", "footerl",
        "footerr", "footerf",
    ]
}
