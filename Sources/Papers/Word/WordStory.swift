/// A run of blocks as it is read: the body, a cell, a text box, a note.
struct WordStory {
    /// A paragraph whose mark was deleted: it goes on in the next.
    struct Carry {
        var lines: FlowLines
        var properties: WordParagraph
    }

    /// A field within the words: Word stores both what it computes and what came of it.
    struct Field {
        var instruction = ""
        /// Whether what is printed has begun.
        var showsResult = false

        /// Whether it makes a table of contents.
        var isContents: Bool {
            instruction.split(whereSeparator: \.isWhitespace).first?.uppercased() == "TOC"
        }
    }

    var elements: [Layout.Element] = []
    var carry: Carry?
    var fields: [Field] = []
    /// How many tables of contents this is within.
    var contents: Int

    init(contents: Int = 0) { self.contents = contents }

    /// Whether words are printed here, and are not the instruction of a field.
    var isPrinted: Bool { fields.allSatisfy(\.showsResult) }
}
