/// A paper written down as plain text, one line for each paragraph, heading, item and row, with the place of each line.
///
/// Text is what every paper becomes: what `show` prints, what search finds lines in, what a line number counts. So a
/// plan means the same whether it was published as text, PDF, Word or a workbook, and one reader understands it.
struct Transcript {
    /// The text in UTF-8, without a byte-order mark.
    var text: [UInt8]
    /// Where each line stands, line 1 first; empty for a paper that was text in the first place.
    var places: [Place] = []
    /// The lines that are printed for the page's sake.
    var furniture: Set<Int> = []
    /// What is known of each line that is a row of a table.
    var rows: [Int: RowNote] = [:]
}

/// What is known of a row beyond its words: of its cells, left to right.
struct RowNote {
    var addresses: [CellAddress?]
    /// The columns whose cells are the lower part of one that begins in a row above.
    var mergedDown: [Int]
    /// The columns whose words finish those of the cell above.
    var goingOn: [Int]

    init(_ cells: [CellNote]) {
        addresses = cells.map(\.address)
        mergedDown = cells.indices.filter { cells[$0].isMergedDown }
        goingOn = cells.indices.filter { cells[$0].goesOn }
    }
}

/// What is known of a cell beyond its words.
struct CellNote {
    var address: CellAddress?
    /// Whether it is the lower part of a cell that begins in a row above, whose words serve it too.
    var isMergedDown = false
    /// Whether its words finish those of the cell above it.
    var goesOn = false
}
