import Papers
import Register

/// A paper as the recognisers see it: its blocks with the headings and sections that they stand under.
struct Reading {
    let paper: Paper
    let lexicon: Lexicon
    /// The paper's own date, from which years that are left out are taken.
    var date: Day? { printed?.day }
    /// That date, with how exactly it is known.
    let printed: PaperDate?
    /// For each block, the index of the nearest heading above it.
    let headings: [Int?]
    /// For each block, what the headings above it say of it.
    let sections: [Section?]
    /// For each block within a list of recommendations that is grouped under sub-headings, the heading of that list.
    let lists: [Int?]
    /// The paper's tables, understood, in the order of `paper.tables`; tables within tables follow after them.
    let tables: [ReadTable]

    /// The paper's blocks; "Timescale: March 2026" is no heading, whatever its layout.
    let blocks: [Block]

    init(_ paper: Paper, lexicon: Lexicon) {
        self.paper = paper
        self.lexicon = lexicon
        printed = PaperDate.find(in: paper)
        blocks = paper.blocks.map { Reading.withoutFalseHeading($0, lexicon) }
        let outline = Reading.outline(blocks, lexicon)
        headings = outline.headings
        sections = outline.sections
        lists = outline.lists
        tables = TableSense.read(paper, lexicon: lexicon, outline: outline)
    }

    /// A heading that is a label with its value is a paragraph.
    private static func withoutFalseHeading(_ block: Block, _ lexicon: Lexicon) -> Block {
        guard block.shape == .heading, block.marker == nil, !block.isBold, let colon = block.text.firstIndex(of: ":"),
            colon < block.text.index(before: block.text.endIndex)
        else { return block }
        let label = String(block.text[..<colon])
        guard label.wordCount <= 4, !countedWords.contains(label.lowercased()), lexicon.columns.match(label) != nil,
            section(of: block.text, lexicon) == nil
        else {
            return block
        }
        var block = block
        block.shape = .paragraph
        return block
    }

    typealias Outline = (headings: [Int?], sections: [Section?], lists: [Int?])

    private static func outline(_ blocks: [Block], _ lexicon: Lexicon) -> Outline {
        var headings: [Int?] = []
        var sections: [Section?] = []
        var lists: [Int?] = []
        headings.reserveCapacity(blocks.count)
        sections.reserveCapacity(blocks.count)
        lists.reserveCapacity(blocks.count)
        var groups: GroupedList?
        var nearest: Int?
        var open: (section: Section, depth: Int)?
        for (index, block) in blocks.enumerated() {
            headings.append(nearest)
            if block.shape == .heading {
                let depth = block.depth ?? 4
                if lexicon.sections.match(block.text) == nil, groups?.holds(group: index, blocks) ?? false {
                    // "Money" between items 2 and 3 of one list.
                } else if let section = section(of: block.text, lexicon) {
                    open = (section, depth)
                    groups = section == .recommendations ? GroupedList(heading: index) : nil
                } else if let last = open, depth <= last.depth {
                    (open, groups) = (nil, nil)
                }
                nearest = index
            } else if block.shape == .paragraph,
                block.text.utf8.last == UInt8(ascii: ":") || block.text.hasSuffix(":-"), block.text.wordCount <= 10,
                let section = section(of: block.text, lexicon)
            {
                // "Unallocated Reports:-" is a heading with a colon.
                open = (section, 4)
            } else if block.shape == .paragraph, block.lines.count == 1, block.marker == nil,
                block.text.utf8.count <= 60,
                let section = lexicon.sections.match(block.text.trimmed("*:. "))
            {
                open = (section, 4)
            }
            groups?.pass(block)
            sections.append(open?.section)
            lists.append(groups.flatMap { $0.isGrouped ? $0.heading : nil })
        }
        return (headings, sections, lists)
    }

    /// What a heading's words say, where the lexicon knows them.
    private static func section(of heading: String, _ lexicon: Lexicon) -> Section? {
        let plain = Words.withoutBrackets(heading).trimmed(":-–—. ")
        if let exact = lexicon.sections.match(plain) { return exact }
        let found = lexicon.sections.containedMatch(plain, maximumWords: 12)
        if found == .recommendations {
            let words = Words.list(plain)
            return words.contains { lexicon.recountings.contains(String($0)) } ? nil : found
        }
        return plain.wordCount <= (found == .workProgramme || found == .unallocated ? 10 : 6) ? found : nil
    }

    /// The words of the nearest heading above a block, without its number.
    func heading(above index: Int) -> String? {
        guard index < headings.count, let heading = headings[index] else { return nil }
        return self.heading(heading)
    }

    /// The words of a heading, without its number.
    func heading(_ index: Int) -> String { Reading.withoutLabel(blocks[index].text) }

    /// "THEME 1: HOUSING" is HOUSING: a number and what it counts are no part of a heading's words.
    private static func withoutLabel(_ heading: String) -> String {
        let words = heading.split(separator: " ", maxSplits: 2).map(String.init)
        if let first = words.first, first.last == ":", words.count > 1,
            countedWords.contains(first.dropLast().lowercased())
        {
            return heading.dropFirst(first.count).drop { $0 == " " }.description
        }
        guard words.count == 3, countedWords.contains(words[0].lowercased()) else { return heading }
        let number = words[1].trimmed(":.–—-")
        guard number.utf8.allSatisfy({ $0 &- 48 < 10 }) || number.utf8.count == 1,
            words[1].last.map({ ":.–—-".contains($0) }) ?? false || words[2].first.map({ ":–—-".contains($0) }) ?? false
        else { return heading }
        return words[2].trimmed(":–—- ")
    }

    private static let countedWords: Set<String> = [
        "theme", "priority", "section", "part", "chapter", "strand", "aim", "objective", "workstream", "outcome",
        "goal", "pillar", "appendix",
    ]

    /// The last block of a table that runs over several sheets.
    func lastBlock(of table: ReadTable) -> Int? {
        blocks[table.block].table.flatMap { paper.tables[$0].blocks.last }
    }

    /// The next block that says something, after `index`.
    func next(after index: Int) -> Int? {
        var next = index + 1
        while next < blocks.count, blocks[next].isFurniture { next += 1 }
        return next < blocks.count ? next : nil
    }

    /// The last block that says something, before `index`.
    func previous(before index: Int) -> Int? {
        var previous = index - 1
        while previous >= 0, blocks[previous].isFurniture { previous -= 1 }
        return previous >= 0 ? previous : nil
    }

    /// Where a block stands.
    func source(_ block: Block) -> Source { Source(line: block.line, page: block.page) }
}
