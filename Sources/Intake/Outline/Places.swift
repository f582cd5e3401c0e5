import Papers
import Register

/// Where in its file each finding stands: the sheet, the cell, the box around it.
struct Places {
    private let paper: Paper
    private var rows: [Int: TableRow] = [:]

    init(_ paper: Paper) {
        self.paper = paper
        guard !paper.places.isEmpty else { return }
        for table in paper.tables { for row in table.header + table.rows { rows[row.line] = row } }
    }

    /// The finding with its place in the file; as it is where the file is plain text.
    func located(_ finding: Finding) -> Finding {
        guard !paper.places.isEmpty else { return finding }
        var finding = finding
        let line = finding.source.line
        var place = paper.place(ofLine: line)
        if let row = rows[line] {
            let cell = row.addresses.indices.first { Places.holds(row[$0], finding.text) }
            if let cell { place.cell = row.addresses[cell] }
        }
        finding.source.sheet = place.sheet
        finding.source.worksheet = place.worksheet
        finding.source.cell = place.cell?.description
        finding.source.box = place.box.map { box in
            [box.left, box.top, box.right, box.bottom].map { Int(min(max($0, -1e6), 1e6).rounded()) }
        }
        if finding.source.page == nil { finding.source.page = place.printedPage ?? place.sheet }
        return finding
    }

    /// Whether a cell holds the beginning of a finding's words.
    private static func holds(_ cell: Cell, _ text: String) -> Bool {
        guard !cell.isBlank else { return false }
        let start = text.prefix(40)
        return cell.text.contains(start) || cell.parts.contains { text.hasPrefix($0.text.prefix(40)) }
    }
}
