/// Makes a paper of a transcript: blocks, headings, running heads, and tables joined over pages.
struct PaperBuilder {
    var name: String
    var format: PaperFormat
    var byteCount: Int
    var notices: [Notice] = []

    /// - Throws: `PaperError.empty` where the transcript has no words.
    func build(_ transcript: Transcript) throws(PaperError) -> Paper {
        var builder = BlockBuilder(transcript.text, notes: transcript.notes)
        builder.readLines()
        guard !builder.blocks.isEmpty else { throw .empty(name: name) }
        var blocks = builder.blocks
        RunningHeads.mark(in: &blocks)
        PageSplits.heal(&blocks)
        Headings.readBareNumbers(in: &blocks)
        Headings.mark(in: &blocks)
        let tables = TableJoiner.join(builder.runs, blocks: &blocks)
        return Paper(
            name: name, format: format, byteCount: byteCount, lineCount: builder.lineCount, blocks: blocks,
            tables: tables, places: transcript.notes.map(\.place), notices: notices,
            transcript: format.isText ? nil : transcript.text)
    }

    /// The paper that a layout lays out; the layout is let go before blocks are made.
    func build(_ layout: consuming Layout) throws(PaperError) -> Paper {
        var builder = self
        builder.notices += layout.notices
        let transcript = Transcriber.write(StatusColours.named(in: layout))
        _ = consume layout
        return try builder.build(transcript)
    }
}
