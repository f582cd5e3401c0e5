import Papers

/// One numbered list that runs on under several headings: "Local priorities 1, 2; Money 3, 4, 5; …".
///
/// The first group stands directly below the list's own heading and begins at 1, and every group goes on from the last
/// number. A report whose paragraphs happen to be numbered throughout has words between those two headings.
struct GroupedList {
    /// The index of the block that heads the whole list.
    let heading: Int
    /// Whether a first group has been found.
    private(set) var isGrouped = false
    private var last = 0
    private var hasContent = false

    init(heading: Int) { self.heading = heading }

    /// Whether the heading at `index` opens the list's next group.
    mutating func holds(group index: Int, _ blocks: [Block]) -> Bool {
        guard isGrouped || !hasContent else { return false }
        guard let next = blocks[(index + 1)...].first(where: { !$0.isFurniture }),
            let label = next.marker?.label, Int(label) == last + 1
        else { return false }
        isGrouped = true
        return true
    }

    /// Counts the list's items as they pass.
    mutating func pass(_ block: Block) {
        guard !block.isFurniture, block.shape != .heading else { return }
        hasContent = true
        if let number = block.marker.flatMap({ Int($0.label) }) { last = number }
    }
}
