/// What kind of file a paper was read from.
public enum PaperFormat: Sendable, Hashable {
    case text(TextEncoding)
    case pdf, word, openDocument, web, richText, excel, openSheet, delimited

    /// Whether its bytes are its text.
    public var isText: Bool { if case .text = self { true } else { false } }

    /// For people: "PDF", "Word".
    public var name: String {
        switch self {
        case .text(let encoding): "text in \(encoding.rawValue)"
        case .pdf: "PDF"
        case .word: "Word"
        case .openDocument: "OpenDocument text"
        case .web: "web page"
        case .richText: "rich text"
        case .excel: "Excel workbook"
        case .openSheet: "OpenDocument workbook"
        case .delimited: "comma-separated values"
        }
    }
}
