import Papers
import Register

/// What the cells of a column look like, as shares of its filled cells.
struct ColumnEvidence {
    var filled = 0
    var timescale = 0.0
    var owner = 0.0
    var status = 0.0
    var reference = 0.0
    var small = 0.0
    var money = 0.0
    var answer = 0.0
    var meanWords = 0.0

    /// Sorts of columns, told by what most cells hold.
    enum Sort { case empty, timescale, status, reference, figure, short, words }

    /// The column's sort.
    var sort: Sort {
        if filled == 0 { return .empty }
        if timescale >= 0.6 { return .timescale }
        if status >= 0.6 { return .status }
        if money >= 0.6 || small >= 0.6 { return .figure }
        if reference >= 0.6 { return .reference }
        return meanWords > 3 ? .words : .short
    }

    init(_ rows: some Sequence<TableRow>, column: Int, lexicon: Lexicon) {
        var words = 0
        for row in rows {
            let cell = row[column]
            guard !cell.isBlank else { continue }
            filled += 1
            let text = cell.text
            let first = cell.parts[0].text
            words += text.wordCount
            if cell.parts.allSatisfy({ ColumnEvidence.isTimescale($0.text) }) { timescale += 1 }
            if cell.parts.allSatisfy({ Owners.resembles($0.text, lexicon) }) { owner += 1 }
            if lexicon.statuses.match(text) != nil { status += 1 }
            if ColumnEvidence.isReference(text) { reference += 1 }
            if let number = Int(first), (0...25).contains(number) { small += 1 }
            if Amounts.isAmount(text) { money += 1 }
            if ["yes", "no", "n/a", "y", "n"].contains(text.lowercased()) { answer += 1 }
        }
        guard filled > 0 else { return }
        let count = Double(filled)
        meanWords = Double(words) / count
        timescale /= count
        owner /= count
        status /= count
        reference /= count
        small /= count
        money /= count
        answer /= count
    }

    /// Whether a whole text is one timescale or several.
    static func isTimescale(_ text: String) -> Bool {
        guard text.utf8.count <= 120 else { return false }
        return Timescale.resembles(text)
            || (text.wordCount <= 24 && Timescale.segments(in: text).allSatisfy { Timescale.resembles($0) })
    }

    /// A number or code that stands for a row: "3", "2.1", "R4", "SR (25/26) 01".
    static func isReference(_ text: String) -> Bool {
        guard text.utf8.count <= 14, text.utf8.contains(where: { $0 &- 48 < 10 }), !text.contains("£"),
            !text.contains("%")
        else { return false }
        let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic }.count
        return letters <= 5 && text.wordCount <= 3
    }
}
