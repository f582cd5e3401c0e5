import Testing

@testable import Intake

@Suite struct AssignmentTests {
    /// A small generator of its own, so that every run sees the same tables.
    private struct Chance {
        var state: UInt64
        mutating func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(limit))
        }
    }

    /// The most that any choice of pairs is worth, by trying all of them.
    private static func best(_ edges: [Assignment.Edge], rows: Int, row: Int = 0, taken: Set<Int> = []) -> Int {
        guard row < rows else { return 0 }
        var most = best(edges, rows: rows, row: row + 1, taken: taken)
        for edge in edges where edge.row == row && !taken.contains(edge.column) {
            most = max(most, edge.worth + best(edges, rows: rows, row: row + 1, taken: taken.union([edge.column])))
        }
        return most
    }

    @Test func `no choice of pairs is worth more than the one that is made`() {
        var chance = Chance(state: 5)
        for _ in 0..<400 {
            let (rows, columns) = (1 + chance.next(6), 1 + chance.next(6))
            var edges: [Assignment.Edge] = []
            for row in 0..<rows {
                for column in 0..<columns where chance.next(3) > 0 {
                    edges.append(Assignment.Edge(row: row, column: column, worth: 1 + chance.next(9)))
                }
            }
            let made = Assignment(rows: rows, columns: columns, edges: edges).columns
            let used = made.compactMap { $0 }
            #expect(Set(used).count == used.count)
            let worth = made.enumerated().reduce(0) { sum, pair in
                sum + (edges.first { $0.row == pair.offset && $0.column == pair.element }?.worth ?? 0)
            }
            #expect(worth == Self.best(edges, rows: rows))
        }
    }

    @Test func `what is worth nothing stays alone`() {
        #expect(Assignment(rows: 2, columns: 1, edges: []).columns == [nil, nil])
        let edges = [Assignment.Edge(row: 0, column: 0, worth: 0), Assignment.Edge(row: 1, column: 0, worth: 2)]
        #expect(Assignment(rows: 2, columns: 1, edges: edges).columns == [nil, 0])
    }
}
