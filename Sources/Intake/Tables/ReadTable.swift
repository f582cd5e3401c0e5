import Papers

/// A table with its columns understood.
struct ReadTable {
    var kind: Kind
    /// What each column stands for; nil where nothing is known.
    var roles: [Role?]
    /// The header's words, column by column; two header rows are joined.
    var headers: [String]
    /// The council that a column speaks of, where the header groups columns by council.
    var councils: [String?]
    /// Body rows, without headers and their repetitions.
    var rows: [TableRow]
    /// Rows that are headers, for the account of what became of each line.
    var headerLines: [Int]
    /// Index of the table's first block.
    var block: Int

    /// What a table lists.
    enum Kind: Sendable, Hashable {
        case plan, risk, measure, saving, workProgramme, service, scale, consulted, agenda, attendance, card, unknown
    }

    func column(_ role: Role) -> Int? { roles.firstIndex(of: role) }

    func has(_ role: Role) -> Bool { roles.contains(role) }

    /// The cell under a role, or an empty one.
    func cell(_ row: TableRow, _ role: Role) -> Cell {
        column(role).map { row[$0] } ?? Cell()
    }

    /// Words under a role, or nil where the cell is empty.
    func text(_ row: TableRow, _ role: Role) -> String? {
        let text = cell(row, role).text
        return text.isEmpty ? nil : text
    }

    /// Gives each row what a cell merged down over it says of who, when and how far: it serves all of them. What they are to
    /// do is the first row's alone.
    mutating func spreadMergedCells() {
        let served: Set<Role> = [.owner, .timescale, .start, .revised, .completedOn, .status, .council, .priority]
        for column in roles.indices where roles[column].map(served.contains) == true {
            for row in rows.indices.dropFirst() where rows[row][column].isMergedDown && rows[row][column].isBlank {
                rows[row].cells[column].parts = rows[row - 1][column].parts
            }
        }
    }
}
