/// An unbroken run of table lines, before runs are joined.
struct TableRun {
    enum Format { case pipes, tabs }

    var format: Format
    /// Counted from 1 in the paper.
    var number: Int
    var page: Int?
    var header: [TableRow] = []
    var rows: [TableRow] = []
    private var hasHeader = false

    init(format: Format, number: Int, page: Int?) {
        self.format = format
        self.number = number
        self.page = page
    }

    /// A line of dashes was met: what stands above the first of them is the header.
    mutating func closeHeader() {
        guard !hasHeader, header.isEmpty, rows.count <= 3 else { return }
        hasHeader = true
        // Dashes under the only row of a run that goes on with a table are the extractor's; the joiner looks again.
        header = rows
        rows = []
    }
}
