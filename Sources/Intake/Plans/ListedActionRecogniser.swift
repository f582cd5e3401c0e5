import Papers
import Register

/// Reads actions printed as list items with their owner and date behind them.
struct ListedActionRecogniser: Recogniser {
    func recognise(_ reading: Reading, into harvest: inout Harvest) {
        var parent: (text: String, index: Int, isAdded: Bool)?
        for index in reading.blocks.indices where !harvest.isTaken(index) {
            let block = reading.blocks[index]
            if block.isFurniture || block.shape == .table { continue }
            guard block.shape == .item || block.shape == .paragraph, block.text.wordCount >= 3 else {
                if block.shape == .heading { parent = block.marker == nil ? nil : (block.text, index, false) }
                continue
            }
            // A block of labels is a card, whatever it holds.
            if let card = Card.read(block, index: index, reading.lexicon), card.entries.count > 1 { continue }
            let fields = InlineFields.read(block.text, reading.lexicon)
            guard fields.owner != nil || fields.timescale != nil, fields.lead.wordCount >= 2,
                isAction(fields, block, reading.lexicon)
            else {
                parent = block.marker.map { $0.style != .bullet } ?? false ? (block.text, index, false) : nil
                continue
            }
            let isChild = block.marker?.style == .bullet && parent != nil
            if isChild, let above = parent, !above.isAdded {
                harvest.add(
                    .action(Action(text: above.text, theme: reading.heading(above: above.index))),
                    at: reading.source(reading.blocks[above.index]))
                harvest.take(above.index, of: reading)
                parent?.isAdded = true
            }
            var action = Action(text: fields.lead, theme: reading.heading(above: index))
            action.timescale = fields.timescale.map { Timescale($0, reference: reading.date) }
            action.owners = fields.owner.map { Owners.split($0, reading.lexicon) } ?? []
            action.status = fields.status
            action.parent = isChild ? parent?.text : nil
            harvest.add(.action(action), at: reading.source(block))
            harvest.take(index, of: reading)
            if !isChild { parent = nil }
        }
    }

    /// An owner and a date, or either with a promise's first word.
    private func isAction(_ fields: InlineFields, _ block: Block, _ lexicon: Lexicon) -> Bool {
        if fields.owner != nil, fields.timescale != nil { return true }
        guard block.marker != nil, let first = Words.list(fields.lead).first else { return false }
        return lexicon.verbs.contains(String(first))
    }
}
