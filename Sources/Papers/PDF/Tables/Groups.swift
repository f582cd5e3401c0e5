/// Things that belong together, put together pair by pair (disjoint sets).
struct Groups {
    private var parent: [Int]

    /// So many things, each by itself.
    init(_ count: Int) { parent = Array(0..<count) }

    /// Puts the group of one thing into that of another.
    mutating func join(_ index: Int, to other: Int) { parent[root(index)] = root(other) }

    /// The thing that stands for all of a group.
    mutating func root(_ index: Int) -> Int {
        var index = index
        while parent[index] != index {
            parent[index] = parent[parent[index]]
            index = parent[index]
        }
        return index
    }
}
