/// Why a file could not be read as a paper.
public enum PaperError: Error, Sendable, Hashable {
    case empty(name: String)
    case tooLarge(name: String, bytes: Int, limit: Int)
    case otherFormat(name: String, format: String)
    case binary(name: String, offset: Int)
}

extension PaperError: CustomStringConvertible {
    /// For people: what was found, why it is a problem, and what to do.
    public var description: String {
        switch self {
        case .empty(let name):
            "\(name) is empty: there is nothing to read. Check that it was saved or downloaded whole."
        case .tooLarge(let name, let bytes, let limit):
            "\(name) has \(bytes / 1_000_000) MB; papers of up to \(limit / 1_000_000) MB are read. "
                + "Split it, or import the one report that you need."
        case .otherFormat(let name, let format):
            "\(name) is \(format), which is not read yet. Save or extract it as plain text "
                + "(for a PDF: pdftotext, or copy its text into a .txt file), then import that."
        case .binary(let name, let offset):
            "\(name) is not text: byte \(offset + 1) is one that no text holds. "
                + "Papers are read as plain text in UTF-8, UTF-16 or Windows-1252."
        }
    }
}
