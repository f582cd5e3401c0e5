/// How a finding was found: what in the paper's layout its reading rests on.
public enum Ground: Sendable, Hashable {
    /// A row of a table by the table's header: so many of the columns that it names are known.
    case header(known: Int, of: Int)
    /// A row of a table without a header of its own, whose columns are those of another table of the paper.
    case neighbour
    /// A row of a table whose columns nothing names: what its cells hold says what they are.
    case contents
    /// A form, a box or a paragraph whose labels say what stands beside them.
    case labels
    /// An item of a list, a numbered paragraph or a heading.
    case item
    /// A sentence or paragraph of running text.
    case prose
}
