/// The pairs of a sparse table of scores that are worth most in all, each row and column used at most once.
///
/// Shortest augmenting paths with prices (Jonker and Volgenant, 1987), over the pairs that are given only; a row may stay
/// alone at no cost. The same table gives the same pairs, whatever else runs.
struct Assignment {
    /// A pair that could be made, and what it is worth.
    struct Edge {
        var row: Int
        var column: Int
        /// Above zero; in millionths, so that sums are exact.
        var worth: Int
    }

    /// The column of each row; nil for one that stays alone.
    private(set) var columns: [Int?]

    private let edges: [[Edge]]
    private var rows: [Int?]
    private var rowPrices: [Int]
    private var columnPrices: [Int]

    /// Finds the best pairs.
    /// - Complexity: O(*r* × *e*) at worst; about linear where few rows want the same column.
    init(rows count: Int, columns width: Int, edges all: [Edge]) {
        var edges = [[Edge]](repeating: [], count: count)
        for edge in all where edge.worth > 0 { edges[edge.row].append(edge) }
        self.edges = edges
        // Each row has a column of its own, beyond the others, in which it stays alone.
        columns = [Int?](repeating: nil, count: count)
        rows = [Int?](repeating: nil, count: width + count)
        columnPrices = [Int](repeating: 0, count: width + count)
        rowPrices = edges.map { -($0.map(\.worth).max() ?? 0) }
        for row in 0..<count { place(row, width) }
        for row in 0..<count { if let column = columns[row], column >= width { columns[row] = nil } }
    }

    private mutating func place(_ start: Int, _ width: Int) {
        var distance: [Int: Int] = [:]
        var reachedFrom: [Int: Int] = [:]
        var scanned: [Int] = []
        var done: Set<Int> = []
        var (row, base) = (start, 0)
        var end: Int?
        while end == nil {
            func reach(_ column: Int, cost: Int) {
                guard !done.contains(column) else { return }
                let reduced = base + cost - rowPrices[row] - columnPrices[column]
                if reduced < distance[column] ?? .max {
                    distance[column] = reduced
                    reachedFrom[column] = row
                }
            }
            for edge in edges[row] { reach(edge.column, cost: -edge.worth) }
            reach(width + row, cost: 0)
            // The own column is always free, so there is always one to go to.
            guard
                let next = distance.lazy.filter({ !done.contains($0.key) }).min(by: {
                    ($0.value, $0.key) < ($1.value, $1.key)
                })
            else { return }
            done.insert(next.key)
            if let taken = rows[next.key] {
                scanned.append(next.key)
                (row, base) = (taken, next.value)
            } else {
                end = next.key
            }
        }
        guard var column = end, let length = distance[column] else { return }
        rowPrices[start] += length
        for passed in scanned {
            let gain = length - (distance[passed] ?? 0)
            columnPrices[passed] -= gain
            if let holder = rows[passed] { rowPrices[holder] += gain }
        }
        while let from = reachedFrom[column] {
            let before = columns[from]
            (columns[from], rows[column]) = (column, from)
            guard from != start, let before else { return }
            column = before
        }
    }
}
