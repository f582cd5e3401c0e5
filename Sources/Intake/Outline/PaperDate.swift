import Papers
public import Register

/// The date that a paper gives itself.
public struct PaperDate: Hashable, Sendable {
    /// The day; the last of a printed month, the first of an inferred year.
    public let day: Day
    /// How it is known.
    public let origin: Origin

    /// How a paper's date is known.
    public enum Origin: Hashable, Sendable {
        /// A full date is printed.
        case printedDay
        /// Only a month is printed.
        case printedMonth
        /// Nothing is printed: the year is the one that the paper names most often.
        case inferredYear
    }

    /// A date, and how it is known.
    public init(day: Day, origin: Origin) { (self.day, self.origin) = (day, origin) }

    /// The first full date in its first headings and short lines; failing that the first month and year there.
    static func find(in paper: Paper) -> PaperDate? {
        var month: Day?
        var seen = 0
        for block in paper.blocks where block.shape != .pageMark && block.shape != .noise {
            seen += 1
            guard seen <= 60 else { break }
            for line in block.lines where line.text.utf8.count <= 160 && !line.text.isEmpty {
                guard let found = PrintedDate.first(in: line.text) else { continue }
                if found.precision == .day { return PaperDate(day: found.day, origin: .printedDay) }
                if month == nil, line.text.wordCount <= 8 { month = found.day }
            }
        }
        return month.map { PaperDate(day: $0, origin: .printedMonth) } ?? mostNamedYear(paper)
    }

    /// A paper that prints no date is as old as the year it names most often.
    private static func mostNamedYear(_ paper: Paper) -> PaperDate? {
        var counts: [Int: Int] = [:]
        func count(_ text: String) {
            var digits = 0
            var value = 0
            for byte in text.utf8 {
                if byte &- 48 < 10 {
                    digits += 1
                    value = digits <= 4 ? value * 10 + Int(byte - 48) : 0
                } else {
                    if digits == 4, value > 1990, value < 2100 { counts[value, default: 0] += 1 }
                    digits = 0
                    value = 0
                }
            }
            if digits == 4, value > 1990, value < 2100 { counts[value, default: 0] += 1 }
        }
        for block in paper.blocks { count(block.text) }
        for table in paper.tables {
            for row in table.rows { for cell in row.cells { count(cell.text) } }
        }
        guard let most = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) else { return nil }
        return Day(year: most.key, month: 1, day: 1).map { PaperDate(day: $0, origin: .inferredYear) }
    }
}
