import Papers
import Register

/// One promise of a row before it becomes a finding: its words, place, date words and owners.
struct RowItem {
    var text: String
    var line: Int
    /// Nesting in the cell: 0 for a paragraph.
    var depth: Int
    /// Index of the item that it hangs under.
    var parent: Int?
    var timescale: String?
    var owners: [String] = []
}

/// The owners of one paragraph of an owner cell, with the words that print them.
private struct OwnerGroup {
    var names: [String]
    var printed: String
}

/// Pairs the promises of a row with its dates and owners (rules 1, 11 and 12 of the finding contract).
struct RowPairing {
    let lexicon: Lexicon
    /// Owner cells of the whole paper, by their words, to divide owners that run together.
    let seenOwners: [String: Int]

    func items(action: Cell, timescale: Cell, owner: Cell) -> [RowItem] {
        let dates = timescale.parts.flatMap { part in
            Timescale.segments(in: part.text).map { (text: $0.trimmed(), line: part.line) }
        }.filter { !$0.text.isEmpty }
        var items = split(raw(action), dates: dates.count)
        guard !items.isEmpty else { return [] }
        setParents(&items)
        let groups = whole(owner.parts).map { part in
            (owners: OwnerGroup(names: Owners.split(part.text, lexicon), printed: part.text), line: part.line)
        }
        let sheets = Set(items.map(\.line)).union(dates.map(\.line)).sorted()
        if sheets.count > 1, dates.count != items.count, dates.count > 1 || groups.count > 1 {
            // A page break cut the row: what stands on a sheet belongs together.
            for sheet in sheets {
                let range = items.indices.filter { items[$0].line == sheet }
                guard let first = range.first, let last = range.last else { continue }
                pair(
                    &items, first..<(last + 1), dates.filter { $0.line == sheet }.map(\.text),
                    groups.filter { $0.line == sheet }.map(\.owners))
            }
        } else {
            pair(&items, 0..<items.count, dates.map(\.text), groups.map(\.owners))
        }
        return items
    }

    /// Endings that name no post by themselves.
    private static let dependentEndings: Set<String> = [
        "officer", "manager", "team", "coordinator", "adviser", "advisor", "assistant", "analyst", "service",
        "services", "health",
    ]

    /// Parts of an owner cell; "Participation" over "Officer" is one post that a line or page end divided.
    private func whole(_ parts: [CellPart]) -> [CellPart] {
        var whole: [CellPart] = []
        for part in parts {
            if let last = whole.last, part.text.wordCount == 1, lexicon.postEndings.contains(Words.key(part.text)),
                !Namesakes.isInitials(part.text), last.text.wordCount <= 2,
                !Names.isName(last.text), RowPairing.dependentEndings.contains(Words.key(part.text)),
                !Namesakes.isInitials(last.text)
            {
                whole[whole.count - 1].text = last.text + " " + part.text
            } else {
                whole.append(part)
            }
        }
        return whole
    }

    /// The cell's parts as items; a list's numbers are its own and no part of the words.
    private func raw(_ cell: Cell) -> [RowItem] {
        cell.parts.map { part in
            let text =
                cell.parts.count > 1 || !part.text.contains(" 2")
                ? ItemNumber.strip(part.text).text : ItemNumber.stripClause(part.text)
            return RowItem(text: text, line: part.line, depth: part.depth)
        }.filter { ItemNumber.saysSomething($0.text) }
    }

    /// Splits an item whose marks were lost where there are more dates than items.
    private func split(_ items: [RowItem], dates: Int) -> [RowItem] {
        // A lead that ends in a colon needs no date of its own.
        let leads = items.count > 1 && items[0].text.utf8.last == UInt8(ascii: ":") ? 1 : 0
        guard dates > items.count - leads, !items.isEmpty else { return items }
        let wanted = dates - (items.count - leads) + 1
        // The longest item is the one in which several run together.
        guard
            let index = items.indices.dropFirst(leads).max(by: { items[$0].text.utf8.count < items[$1].text.utf8.count }
            ),
            let pieces = ListSplitter.split(items[index].text, into: wanted, verbs: lexicon.verbs)
        else { return items }
        var items = items
        let whole = items[index]
        items.replaceSubrange(
            index...index, with: pieces.map { RowItem(text: $0, line: whole.line, depth: whole.depth) })
        return items
    }

    /// Bullets hang under the paragraph, or the shallower bullet, that leads them in.
    private func setParents(_ items: inout [RowItem]) {
        var leads: [Int] = []
        for index in items.indices {
            while let last = leads.last, items[last].depth >= items[index].depth { leads.removeLast() }
            if items[index].depth > 0 { items[index].parent = leads.last }
            leads.append(index)
        }
    }

    private func pair(_ items: inout [RowItem], _ range: Range<Int>, _ dates: [String], _ groups: [OwnerGroup]) {
        let count = range.count
        // A lead that ends in a colon only introduces its bullets.
        let isIntroduced =
            count > 1 && items[range.lowerBound].text.utf8.last == UInt8(ascii: ":")
            && items[(range.lowerBound + 1)..<range.upperBound].allSatisfy { $0.parent != nil }
        if dates.count == 1 {
            for index in range { items[index].timescale = dates[0] }
        } else {
            let offset = isIntroduced && dates.count < count ? 1 : 0
            for (index, date) in zip(range.dropFirst(offset), dates) { items[index].timescale = date }
        }
        let assigned = owners(groups, count: count, dates: dates.count)
        if assigned.count == 1 {
            for index in range { items[index].owners = assigned[0] }
        } else {
            let offset = isIntroduced && assigned.count < count ? 1 : 0
            for (index, group) in zip(range.dropFirst(offset), assigned) { items[index].owners = group }
        }
    }

    /// Owners grouped for so many items: one group serves all.
    private func owners(_ printed: [OwnerGroup], count: Int, dates: Int) -> [[String]] {
        let groups = printed.map(\.names)
        if count == 1 { return [groups.flatMap { $0 }] }
        if groups.count == 1, dates > 1 || groups[0].count == count, dates == count {
            return Owners.divide(groups[0], printed: printed[0].printed, into: count, seen: seenOwners) ?? groups
        }
        if groups.count > 1, groups.count < count, dates == count, let last = printed.last,
            let divided = Owners.divide(
                last.names, printed: last.printed, into: count - groups.count + 1, seen: seenOwners)
        {
            return groups.dropLast() + divided
        }
        return groups
    }
}
