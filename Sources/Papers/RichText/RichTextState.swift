/// What holds within a group of rich text; a group's end brings back what held before it.
struct RichTextState {
    /// What becomes of the words.
    enum Destination {
        case text, label, fonts, colours, styles
        case nowhere
    }

    /// What holds for a paragraph.
    struct Paragraph {
        var style = 0
        /// Counted from 0; 9 is body text.
        var outlineLevel: Int?
        var isInTable = false
        /// Counted from 0.
        var listLevel = 0
        var isPageStart = false
        /// How far it is set in, in twentieths of a point.
        var indent = 0
    }

    var destination = Destination.text
    var paragraph = Paragraph()
    var isBold = false
    var isHidden = false
    var isDeleted = false
    var font: Int?
    /// How many letters after a letter by its Unicode number stand in for it in older programs.
    var substitutes = 1
    /// Whether the group is a story of its own: a running head, a note, a text box.
    var story: RichTextStory.Kind?

    mutating func resetLetters() {
        isBold = false
        isHidden = false
        isDeleted = false
        font = nil
    }
}

/// Blocks as they are gathered: of the body, or of a head, a note or a text box within it.
struct RichTextStory {
    enum Kind {
        case furniture, note, box
    }

    var elements: [Layout.Element] = []
    var lines = FlowLines()
    /// The printed label of the paragraph, from where the file repeats it as text.
    var label: String?
    /// Text boxes anchored in the paragraph.
    var boxes: [Layout.Element] = []
    var breaksAfter = 0
    var table = RichTextTable()
    /// What stands in the cell so far.
    var cell: [Layout.Element] = []
}
