/// The ruling lines of a sheet, pieces of one line put together.
struct Rulings {
    /// How far apart two pieces of one line may lie, in points.
    static let tolerance = 3.0
    /// A sheet with more lines than any table has is a map or a chart.
    private static let limit = 3000

    var horizontals: [Drawing.Rule]
    var verticals: [Drawing.Rule]

    init(_ drawing: Drawing) {
        var rules = drawing.rules
        for fill in drawing.fills where !fill.colour.isWhite && fill.box.height < 600 {
            // The edges of a shaded cell are as good as lines around it.
            rules.append(
                Drawing.Rule(isHorizontal: true, position: fill.box.top, from: fill.box.left, to: fill.box.right))
            rules.append(
                Drawing.Rule(isHorizontal: true, position: fill.box.bottom, from: fill.box.left, to: fill.box.right))
            rules.append(
                Drawing.Rule(isHorizontal: false, position: fill.box.left, from: fill.box.top, to: fill.box.bottom))
            rules.append(
                Drawing.Rule(isHorizontal: false, position: fill.box.right, from: fill.box.top, to: fill.box.bottom))
        }
        horizontals = Rulings.merged(rules.filter(\.isHorizontal))
        verticals = Rulings.merged(rules.filter { !$0.isHorizontal })
        if horizontals.count + verticals.count > Rulings.limit { (horizontals, verticals) = ([], []) }
    }

    private static func merged(_ rules: [Drawing.Rule]) -> [Drawing.Rule] {
        var merged: [Drawing.Rule] = []
        for group in grouped(rules.sorted { $0.position < $1.position }) {
            for rule in group.sorted(by: { $0.from < $1.from }) {
                if let last = merged.indices.last, merged[last].position == group[0].position,
                    rule.from <= merged[last].to + tolerance
                {
                    merged[last].to = max(merged[last].to, rule.to)
                } else {
                    var rule = rule
                    rule.position = group[0].position
                    merged.append(rule)
                }
            }
        }
        return merged
    }

    /// Lines that lie as good as on one another.
    private static func grouped(_ rules: [Drawing.Rule]) -> [[Drawing.Rule]] {
        var groups: [[Drawing.Rule]] = []
        for rule in rules {
            if let last = groups.indices.last, rule.position - groups[last][0].position <= 2 {
                groups[last].append(rule)
            } else {
                groups.append([rule])
            }
        }
        return groups
    }

    /// Lines that touch one another, as those of one table do.
    func frames() -> [Frame] {
        let count = horizontals.count
        var groups = Groups(count + verticals.count)
        let slack = Rulings.tolerance
        for (row, line) in horizontals.enumerated() {
            for (column, upright) in verticals.enumerated()
            where upright.position >= line.from - slack && upright.position <= line.to + slack
                && line.position >= upright.from - slack && line.position <= upright.to + slack
            {
                groups.join(row, to: count + column)
            }
        }
        var frames: [Int: Frame] = [:]
        for (row, line) in horizontals.enumerated() {
            frames[groups.root(row), default: Frame()].horizontals.append(line)
        }
        for (column, line) in verticals.enumerated() {
            frames[groups.root(count + column), default: Frame()].verticals.append(line)
        }
        return frames.values.flatMap(\.sections).sorted { ($0.box.top, $0.box.left) < ($1.box.top, $1.box.left) }
    }
}

/// Ruling lines that hang together.
struct Frame {
    var horizontals: [Drawing.Rule] = []
    var verticals: [Drawing.Rule] = []

    var box: Box {
        let lefts = horizontals.map(\.from) + verticals.map(\.position)
        let rights = horizontals.map(\.to) + verticals.map(\.position)
        let tops = verticals.map(\.from) + horizontals.map(\.position)
        let bottoms = verticals.map(\.to) + horizontals.map(\.position)
        return Box(
            left: lefts.min() ?? 0, top: tops.min() ?? 0, right: rights.max() ?? 0, bottom: bottoms.max() ?? 0)
    }

    /// Edges of columns from left to right. Lines across that reach further than any line down end at an edge too.
    var columnEdges: [Double] { Frame.edges(verticals.map(\.position), within: (box.left, box.right)) }

    /// Edges of rows from the top down.
    var rowEdges: [Double] { Frame.edges(horizontals.map(\.position), within: (box.top, box.bottom)) }

    /// The frame, divided where the lines down it stand elsewhere from one row to the next: two tables that touch.
    var sections: [Frame] {
        let (edges, box) = (rowEdges, box)
        guard edges.count > 2 else { return [self] }
        var sections: [Frame] = []
        var start = 0
        var above = inner(edges[0], edges[1], box)
        for row in 1..<(edges.count - 1) {
            let below = inner(edges[row], edges[row + 1], box)
            let shared = above.count { position in
                below.contains { ($0 - position).magnitude <= Rulings.tolerance }
            }
            if !above.isEmpty, !below.isEmpty, shared * 2 < min(above.count, below.count) {
                sections.append(clipped(edges[start], edges[row]))
                start = row
            }
            // A row that runs across says nothing of the columns.
            if !below.isEmpty { above = below }
        }
        if start == 0 { return [self] }
        return sections + [clipped(edges[start], edges[edges.count - 1])]
    }

    /// Where lines down the frame cross a row, those at its sides left out.
    private func inner(_ top: Double, _ bottom: Double, _ box: Box) -> [Double] {
        let middle = (top + bottom) / 2
        return verticals.filter {
            $0.from <= middle && middle <= $0.to && $0.position > box.left + Rulings.tolerance
                && $0.position < box.right - Rulings.tolerance
        }
        .map(\.position)
    }

    private func clipped(_ top: Double, _ bottom: Double) -> Frame {
        var frame = Frame()
        frame.horizontals = horizontals.filter {
            $0.position >= top - Rulings.tolerance && $0.position <= bottom + Rulings.tolerance
        }
        frame.verticals = verticals.filter { $0.from < bottom - 1 && $0.to > top + 1 }.map {
            var rule = $0
            (rule.from, rule.to) = (max(rule.from, top), min(rule.to, bottom))
            return rule
        }
        return frame
    }

    private static func edges(_ positions: [Double], within outer: (Double, Double)) -> [Double] {
        var edges: [Double] = []
        for position in (positions + [outer.0, outer.1]).sorted() {
            if let last = edges.last, position - last <= Rulings.tolerance { continue }
            edges.append(position)
        }
        return edges
    }
}
