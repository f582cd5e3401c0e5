/// Pairs that are sure, by which the place of others is judged.
struct Anchors {
    private(set) var pairs: [(held: Int, found: Int)] = []
    private let held: Int
    private let found: Int
    /// For each record, the last anchored one before it and the next one after it, as indices into `pairs`.
    private var beforeHeld: [Int?] = []
    private var afterHeld: [Int?] = []
    private var beforeFound: [Int?] = []

    init(held: Int, found: Int) {
        (self.held, self.found) = (held, found)
        set([])
    }

    /// Takes other pairs for sure.
    mutating func set(_ sure: [(Int, Int)]) {
        pairs = sure.map { (held: $0.0, found: $0.1) }.sorted { $0.held < $1.held }
        (beforeHeld, afterHeld) = Anchors.around(held, pairs.map(\.held))
        (beforeFound, _) = Anchors.around(found, pairs.map(\.found))
    }

    /// How well a pair stands between the same neighbours: 1 where it is next to both of them, less the further away.
    func fit(_ old: Int, _ new: Int) -> Double {
        let before = beforeHeld[old].map { pairs[$0] }
        let after = afterHeld[old].map { pairs[$0] }
        let left = closeness(old - (before?.held ?? -1), new - (before?.found ?? -1))
        let right = closeness((after?.held ?? held) - old, (after?.found ?? found) - new)
        return (left + right) / 2
    }

    /// Where in the list that is kept the neighbours of a new record let it be expected.
    func expected(_ new: Int) -> Int {
        guard let before = beforeFound[new].map({ pairs[$0] }) else { return new }
        return before.held + new - before.found
    }

    /// Steps from a common neighbour, in the one list and in the other: 1 for as many, less for a few more.
    private func closeness(_ old: Int, _ new: Int) -> Double {
        guard old > 0, new > 0 else { return 0 }
        switch abs(old - new) {
        case 0: return 1
        case 1: return 0.6
        case 2...4: return 0.3
        default: return 0
        }
    }

    private static func around(_ count: Int, _ anchored: [Int]) -> (before: [Int?], after: [Int?]) {
        var (before, after) = ([Int?](repeating: nil, count: count), [Int?](repeating: nil, count: count))
        var at: [Int: Int] = [:]
        for (place, index) in anchored.enumerated() { at[index] = place }
        var last: Int?
        for index in 0..<count {
            before[index] = last
            if let own = at[index] { last = own }
        }
        last = nil
        for index in stride(from: count - 1, through: 0, by: -1) {
            after[index] = last
            if let own = at[index] { last = own }
        }
        return (before, after)
    }
}
