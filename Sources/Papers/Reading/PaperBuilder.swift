/// Makes a paper of a transcript: blocks, headings, running heads, and tables joined over pages.
struct PaperBuilder {
    var name: String
    var format: PaperFormat
    var byteCount: Int
    var sheets: [SheetSize] = []
    var notices: [Notice] = []

    /// - Throws: `PaperError.empty` where the transcript has no words.
    func build(_ transcript: consuming Transcript) throws(PaperError) -> Paper {
        let (text, places) = (transcript.text, transcript.places)
        // Nothing else holds what is known of the cells, so that it goes row by row.
        var builder = BlockBuilder(consume transcript)
        builder.readLines()
        guard !builder.blocks.isEmpty else { throw .empty(name: name) }
        var blocks = builder.takeBlocks()
        RunningHeads.mark(in: &blocks)
        PageSplits.heal(&blocks)
        Headings.readBareNumbers(in: &blocks)
        Headings.mark(in: &blocks)
        let tables = TableJoiner.join(builder.takeRuns(), blocks: &blocks)
        return Paper(
            name: name, format: format, byteCount: byteCount, lineCount: builder.lineCount, blocks: blocks,
            tables: tables, places: places, sheets: sheets, notices: notices,
            transcript: format.isText ? nil : text)
    }

    /// The paper that a layout lays out; the layout is let go before blocks are made.
    func build(_ layout: consuming Layout) throws(PaperError) -> Paper {
        var builder = self
        builder.notices += layout.notices
        builder.sheets = layout.sheets
        let transcript = Transcriber.write(StatusColours.named(in: consume layout))
        Memory.giveBack()
        return try builder.build(consume transcript)
    }
}
