import Papers
import Register

/// Reads the services and projects of status tables.
struct ServiceRecogniser: Recogniser {
    func recognise(_ reading: Reading, into harvest: inout Harvest) {
        for table in reading.tables where table.kind == .service {
            for line in table.headerLines { harvest.setAside(furniture: line) }
            guard let column = table.column(.service) else { continue }
            let kind = kind(of: table, column, reading)
            for row in table.rows where !row[column].isBlank {
                let service = Service(text: row[column].text, table: kind, status: table.text(row, .status))
                harvest.add(
                    .service(service),
                    at: Source(line: row.line, page: row.page, table: row.run, row: max(row.number, 1)))
            }
        }
    }

    /// Live services or projects, by the section, the heading and the column's own head.
    private func kind(of table: ReadTable, _ column: Int, _ reading: Reading) -> Service.Table {
        if reading.sections[table.block] == .projects { return .project }
        let words = Words.key((reading.heading(above: table.block) ?? "") + " " + table.headers[column])
        return words.contains("project") || words.contains("underway") ? .project : .live
    }
}
