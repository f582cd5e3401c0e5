/// The number, letter or bullet that leads a block or a part of a cell.
public struct Marker: Sendable, Hashable {
    /// The style of the marker.
    public var style: Style
    /// The marker without list punctuation: `2.1`, `a`, `iv`; empty for a bullet.
    public var label: String

    /// Styles of marker.
    public enum Style: Sendable, Hashable {
        case bullet, number, clause, letter, roman
    }

    /// Whole number of a plain number (2 for `2.0`), or last part of a clause number.
    public var ordinal: Int? {
        switch style {
        case .number: label.split(separator: ".").first.flatMap { Int($0) }
        case .clause: label.split(separator: ".").last.flatMap { Int($0) }
        case .letter: label.utf8.count == 1 ? label.utf8.first.map { Int($0 | 0x20) - 96 } : nil
        case .roman: Marker.romans.firstIndex(of: label.lowercased()).map { $0 + 1 }
        case .bullet: nil
        }
    }

    /// Number of parts of a clause number: 2 for `3.1`.
    public var clauseDepth: Int { label.utf8.reduce(1) { $0 + ($1 == UInt8(ascii: ".") ? 1 : 0) } }

    static let romans = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi",
    ]
}
