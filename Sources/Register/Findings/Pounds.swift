/// An exact amount of money in pounds and pence; negative amounts are costs or shortfalls.
public struct Pounds: Sendable, Hashable, Codable, Comparable {
    /// The whole amount in pence.
    public var pence: Int

    /// An amount of so many pence.
    public init(pence: Int) { self.pence = pence }

    /// The amount as a plain decimal: `246000`, `-1200.5`.
    public var decimal: String {
        let sign = pence < 0 ? "-" : ""
        let (pounds, rest) = (pence.magnitude / 100, pence.magnitude % 100)
        if rest == 0 { return "\(sign)\(pounds)" }
        return rest % 10 == 0 ? "\(sign)\(pounds).\(rest / 10)" : "\(sign)\(pounds).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// The smaller amount first.
    public static func < (left: Pounds, right: Pounds) -> Bool { left.pence < right.pence }
}
