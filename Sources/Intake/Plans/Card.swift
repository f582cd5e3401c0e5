import Papers
import Register

/// Labels and their values that stand together: a box, a risk card, a block of "Label: value" lines.
struct Card {
    struct Entry {
        var role: Role
        var label: String
        var parts: [CellPart]
        var row: TableRow?
        var text: String { parts.map(\.text).joined(separator: " ") }
    }

    var title: String?
    var entries: [Entry]
    var page: Int?
    /// Index of the block that it stands in.
    var block: Int

    func entry(_ role: Role) -> Entry? { entries.first { $0.role == role } }

    func text(_ role: Role) -> String? {
        guard let text = entry(role)?.text, !text.isEmpty else { return nil }
        return text
    }

    func cell(_ role: Role) -> Cell { Cell(parts: entry(role)?.parts ?? []) }

    func source(_ role: Role) -> Source {
        let entry = entry(role)
        return Source(
            line: entry?.parts.first?.line ?? entry?.row?.line ?? 0, page: page, table: entry?.row?.run,
            row: entry?.row.map { max($0.number, 1) })
    }

    // MARK: From tables

    /// The cards of a table of labels and values; a label that comes again begins another card.
    static func read(_ table: ReadTable, _ lexicon: Lexicon) -> [Card] {
        var cards: [Card] = []
        var current = Card(
            title: table.headers.filter { !$0.isEmpty }.joined(separator: " – "), entries: [], block: table.block)
        for row in table.rows where !row.isBlank {
            let parts = row.cells.dropFirst().flatMap(\.parts)
            if row[0].isBlank {
                if !current.entries.isEmpty { current.entries[current.entries.count - 1].parts += parts }
                continue
            }
            guard let role = CardSense.label(row[0].text, lexicon) else {
                // A label that nothing knows still ends the value above it.
                continue
            }
            if role == current.entries.first?.role
                || role == .number && current.entries.count > 4 && current.entry(.number) != nil
            {
                cards.append(current)
                current = Card(title: nil, entries: [], block: table.block)
            }
            current.page = current.page ?? row.page
            if current.entry(role) == nil || [.action, .response].contains(role) {
                current.entries.append(Entry(role: role, label: row[0].text, parts: parts, row: row))
            }
        }
        return cards + [current]
    }

    // MARK: From paragraphs

    /// A block whose lines are "Label: value"; a line without a label goes on with the value above it.
    static func read(_ block: Block, index: Int, _ lexicon: Lexicon) -> Card? {
        guard block.shape == .paragraph || block.shape == .item, Labelled.read(block, lexicon)?.number == nil else {
            return nil
        }
        var card = Card(title: nil, entries: [], page: block.page, block: index)
        var lines = 0
        for line in block.lines {
            if let colon = line.text.firstIndex(of: ":"), let role = label(String(line.text[..<colon]), lexicon) {
                let value = String(line.text[line.text.index(after: colon)...]).trimmed()
                card.entries.append(
                    Entry(
                        role: role, label: String(line.text[..<colon]),
                        parts: value.isEmpty ? [] : [CellPart(text: value, line: line.line)]))
                lines += 1
            } else if let last = card.entries.indices.last {
                if let end = card.entries[last].parts.indices.last {
                    card.entries[last].parts[end].text += " " + line.text
                } else {
                    card.entries[last].parts.append(CellPart(text: line.text, line: line.line))
                }
            } else {
                return nil
            }
        }
        return lines >= 2 || lines == 1 && card.entries.count == 1 ? card : nil
    }

    private static func label(_ text: String, _ lexicon: Lexicon) -> Role? {
        let plain = text.trimmed("* ")
        guard plain.wordCount <= 4, let first = plain.utf8.first, first &- 65 < 26 else { return nil }
        return lexicon.columns.match(ItemNumber.strip(plain + " x").number == nil ? withoutNumber(plain) : plain)
    }

    /// "Action 3" is a label with a number.
    private static func withoutNumber(_ text: String) -> String {
        var words = text.split(separator: " ")
        if words.count > 1, let last = words.last, last.utf8.allSatisfy({ $0 &- 48 < 10 || $0 == UInt8(ascii: ".") }) {
            words.removeLast()
        }
        return words.joined(separator: " ")
    }
}
