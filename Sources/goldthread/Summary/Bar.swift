/// Bars of text: what is overdue is filled, what is not is light, so that the two differ by shape.
enum Bar {
    static func sign(overdue: Bool) -> String { overdue ? "█" : "░" }

    /// A bar whose length says how many, against the most of any.
    static func text(_ count: Int, overdue: Int, most: Int, room: Int) -> String {
        let length = max(1, (count * room + most / 2) / most)
        let filled = count == 0 ? 0 : (overdue * length + count / 2) / count
        return String(repeating: sign(overdue: true), count: filled)
            + String(repeating: sign(overdue: false), count: length - filled)
    }

    /// A share as a percentage; what is there at all is never shown as nothing.
    static func percent(_ share: Double) -> String {
        if share > 0, share < 0.01 { return "<1 %" }
        return "\(Int((share * 100).rounded())) %"
    }
}
