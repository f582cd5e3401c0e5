import Papers

/// Finds what a paper calls itself: "Recovery and Restoration Plan", "Corporate Peer Challenge: Follow Up Visit".
enum PaperTitle {
    /// The first short line at the paper's head that holds a word for a kind of paper, without "(Pages 1 - 38)".
    static func find(in reading: Reading) -> String? {
        var seen = 0
        for block in reading.blocks where block.shape != .pageMark && block.shape != .noise {
            seen += 1
            guard seen <= 40 else { break }
            // A running paragraph has more lines than a title.
            for line in block.lines.prefix(block.shape == .heading || block.lines.count <= 3 ? 3 : 0) {
                let text = Words.withoutBrackets(line.text).trimmed(" *#.:")
                if isTitle(text, printed: line.text, reading.lexicon) { return text }
            }
        }
        return nil
    }

    private static func isTitle(_ text: String, printed: String, _ lexicon: Lexicon) -> Bool {
        guard text.utf8.count <= 120, (2...16).contains(text.wordCount), printed.utf8.last != UInt8(ascii: "."),
            printed.utf8.last != UInt8(ascii: ","), text.first?.isUppercase ?? false
        else { return false }
        let words = Words.list(text).map { String($0).lowercased() }
        guard words.first != "appendix", !reporting.contains(where: { text.lowercased().hasPrefix($0) }),
            words.contains(where: { lexicon.paperWords.contains($0) })
        else { return false }
        // "SCRUTINY REVIEW PANEL" is a body, "Housing Programme Board" too.
        return words.last.map { lexicon.bodies.match($0) == nil } ?? false
    }

    /// Openings of the lines that say whose report it is, or where it goes.
    private static let reporting = [
        "report of", "report by", "report to", "report author", "purpose of", "agenda item",
    ]
}
