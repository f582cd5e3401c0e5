/// Laying text out in columns of characters.
extension String {
    /// The text in so many columns, cut with "…" where it is longer.
    func clipped(to room: Int) -> String {
        count <= room ? self : String(prefix(max(1, room - 1))).trimmingTrailing() + "…"
    }

    /// The text with spaces up to so many columns, behind it or, for figures, before it.
    func padded(to room: Int, right: Bool = false) -> String {
        let gap = String(repeating: " ", count: max(0, room - count))
        return right ? gap + self : self + gap
    }

    /// The text in lines of at most so many columns; the first begins with `lead`, the others with as many spaces.
    func wrapped(to width: Int, lead: String = "", indent: Int? = nil) -> [String] {
        let margin = String(repeating: " ", count: indent ?? lead.count)
        var lines: [String] = []
        var line = lead
        var isEmpty = true
        for word in split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            if !isEmpty, line.count + word.count + 1 > width {
                lines.append(line.trimmingTrailing())
                line = margin
                isEmpty = true
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        lines.append(line.trimmingTrailing())
        return lines
    }

    /// The text without the spaces at its end.
    func trimmingTrailing() -> String {
        var text = self[...]
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }
}
