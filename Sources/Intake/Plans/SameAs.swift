import Papers

/// Cells that point elsewhere instead of saying something: "As 19 above", "Point 9 refers", "As previous column".
enum SameAs {
    /// What such words point to.
    enum Target: Equatable {
        case number(String)
        case previousColumn
        case above
    }

    static func target(of text: String) -> Target? {
        guard text.wordCount <= 7 else { return nil }
        let key = Words.key(text)
        if key == "as previous column" || key == "see previous column" || key == "as column to left" {
            return .previousColumn
        }
        if key == "as above" || key == "see above" || key == "ditto" || key == "as previous" { return .above }
        let words = text.lowercased().split(separator: " ").map { String($0).trimmed(".,;:()") }
        guard let first = words.first, openings.contains(first) || words.last == "refers" else { return nil }
        guard let number = words.first(where: { $0.utf8.first.map { $0 &- 48 < 10 } ?? false }) else { return nil }
        let others = words.filter { $0 != number }
        return others.allSatisfy { openings.contains($0) || fillers.contains($0) } ? .number(number) : nil
    }

    private static let openings: Set<String> = [
        "as", "see", "per", "same", "point", "item", "action", "recommendation", "refer",
    ]
    private static let fillers: Set<String> = [
        "above", "below", "refers", "to", "for", "point", "item", "action", "number", "no", "recommendation", "in",
        "at", "also",
    ]
}
