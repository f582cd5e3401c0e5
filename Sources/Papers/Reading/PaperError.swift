/// Why a file could not be read as a paper.
public enum PaperError: Error, Sendable, Hashable {
    case empty(name: String)
    case tooLarge(name: String, bytes: Int, limit: Int)
    case otherFormat(name: String, format: String)
    case binary(name: String, offset: Int)
    /// The file is cut short or altered; `what` says where.
    case damaged(name: String, what: String)
    /// It opens with a password only.
    case locked(name: String)
    /// It is an archive of files, each of which may be a paper, where one paper is asked for.
    case archive(name: String)
    /// It unpacks to, or nests beyond, what any paper holds.
    case bomb(name: String, what: String)
    /// It holds what only a file made to do harm holds.
    case hostile(name: String, what: String)
    /// A program that reads this kind of file is not installed.
    case toolMissing(name: String, tool: String, package: String, what: String)
    /// A program that reads this kind of file failed, or took more time, memory or room than it may.
    case toolFailed(name: String, tool: String, what: String)
    /// It has more pages than are read of one file.
    case tooLong(name: String, pages: Int, limit: Int)
    /// It has pages but no text on them, and no OCR is installed.
    case scanned(name: String, pages: Int)
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
            "\(name) is \(format), which is not read. "
                + "Read are PDF, Word (.docx), OpenDocument, Excel (.xlsx), CSV, RTF, web pages and plain text: "
                + "save or print it as one of these, then import that."
        case .binary(let name, let offset):
            "\(name) is not text: byte \(offset + 1) is one that no text holds. "
                + "Read are PDF, Word (.docx), OpenDocument, Excel (.xlsx), CSV, RTF, web pages and plain text: "
                + "save or print it as one of these, then import that."
        case .damaged(let name, let what):
            "\(name) is damaged: \(what). Download or save it again, then import that."
        case .locked(let name):
            "\(name) is locked by a password. Open it, save a copy without a password, and import the copy."
        case .archive(let name):
            "\(name) is an archive of files, not a paper, and archives within archives are not opened. "
                + "Unpack it, then import the papers in it."
        case .bomb(let name, let what):
            "\(name) was refused: \(what). No paper needs that; it may be made to do harm. "
                + "If you trust it, print it to PDF and import that."
        case .hostile(let name, let what):
            "\(name) was refused: \(what). It may be made to do harm. If you trust it, print it to PDF and import that."
        case .toolMissing(let name, let tool, let package, let what):
            "\(name) cannot be read: \(what) is read by \(tool), which is not installed here. "
                + "Ask an administrator to run: apt-get install \(package)"
        case .toolFailed(let name, let tool, let what):
            "\(name) could not be read: \(tool) \(what). Print it to PDF again or save it as text, then import that."
        case .tooLong(let name, let pages, let limit):
            "\(name) has \(pages) pages; papers of up to \(limit) are read. "
                + "Split it, or import the one report that you need."
        case .scanned(let name, let pages):
            "\(name) has no text: its \(pages == 1 ? "page is a picture" : "\(pages) pages are pictures"), as a scanner makes them. "
                + "Install OCR (apt-get install ocrmypdf) and import it again, or ask for the paper that was scanned."
        }
    }
}
