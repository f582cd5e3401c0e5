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
    /// For each line that is a row of a table: its cells, left to right.
    var rows: [Int: [CellNote]] = [:]
}

/// What is known of a cell beyond its words.
struct CellNote {
    var place = Place()
    /// Whether it is the lower part of a cell that begins in a row above, whose words serve it too.
    var isMergedDown = false
    /// Whether its words finish those of the cell above it.
    var goesOn = false
}
