/// A paper written down as plain text, one line for each paragraph, heading, item and row, with the place of each line.
///
/// Text is what every paper becomes: what `show` prints, what search finds lines in, what a line number counts. So a
/// plan means the same whether it was published as text, PDF, Word or a workbook, and one reader understands it.
struct Transcript {
    /// The text in UTF-8, without a byte-order mark.
    var text: [UInt8]
    /// What is known of each line, line 1 first; empty for a paper that was text in the first place.
    var notes: [LineNote] = []
}

/// What is known of a line of a transcript beyond its words.
struct LineNote {
    var place = Place()
    /// Whether it is printed for the page's sake.
    var isFurniture = false
    /// For a row of a table: its cells, left to right.
    var cells: [CellNote] = []
}

/// What is known of a cell beyond its words.
struct CellNote {
    var place = Place()
    /// Whether it is the lower part of a cell that begins in a row above, whose words serve it too.
    var isMergedDown = false
    /// Whether its words finish those of the cell above it.
    var goesOn = false
}
