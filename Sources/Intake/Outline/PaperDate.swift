import Papers
import Register

/// Finds the date that a paper gives itself.
enum PaperDate {
    /// The first full date in its first headings and short lines; failing that the first month and year there.
    static func find(in paper: Paper) -> Day? {
        var month: Day?
        var seen = 0
        for block in paper.blocks where block.shape != .pageMark && block.shape != .noise {
            seen += 1
            guard seen <= 60 else { break }
            for line in block.lines where line.text.utf8.count <= 160 && !line.text.isEmpty {
                guard let found = PrintedDate.first(in: line.text) else { continue }
                if found.precision == .day { return found.day }
                if month == nil, line.text.wordCount <= 8 { month = found.day }
            }
        }
        return month ?? lastDayOfNamedYears(paper)
    }

    /// A paper that prints no date is as old as the year it names most often.
    private static func lastDayOfNamedYears(_ paper: Paper) -> Day? {
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
        return Day(year: most.key, month: 1, day: 1)
    }
}
