/// Why no picture of a paper's page was made.
public enum PictureError: Error, Sendable, Hashable {
    /// The file has no pages until somebody prints it, as a workbook or a web page.
    case noPages(name: String, format: String)
    /// The paper has fewer sheets than that.
    case noSheet(name: String, sheet: Int, count: Int)
    /// A program that draws pages is not installed.
    case toolMissing(name: String, tool: String, package: String)
    /// The page could not be drawn; `what` says why.
    case failed(name: String, what: String)

    /// What kept a file from being opened, said of its picture.
    init(_ error: PaperError) {
        switch error {
        case .toolMissing(let name, let tool, let package, _):
            self = .toolMissing(name: name, tool: tool, package: package)
        case .toolFailed(let name, let tool, let what): self = .failed(name: name, what: "\(tool) \(what)")
        case .damaged(let name, let what): self = .failed(name: name, what: "the file is damaged: \(what)")
        case .locked(let name): self = .failed(name: name, what: "the file is locked by a password")
        case .empty(let name), .tooLarge(let name, _, _), .otherFormat(let name, _), .binary(let name, _),
            .archive(let name), .bomb(let name, _), .hostile(let name, _), .tooLong(let name, _, _),
            .scanned(let name, _):
            self = .failed(name: name, what: error.description)
        }
    }
}

extension PictureError: CustomStringConvertible {
    /// For people: what was found, why it is a problem, and what to do.
    public var description: String {
        switch self {
        case .noPages(let name, let format):
            "\(name) (\(format)) has no pages that could be drawn; only a PDF has. Open the file itself at that place."
        case .noSheet(let name, let sheet, let count):
            "\(name) has \(count) \(count == 1 ? "sheet" : "sheets") and no sheet \(sheet). "
                + "Run goldthread verify: the paper or its record may have been altered."
        case .toolMissing(let name, let tool, let package):
            "No picture of \(name) can be made: that takes \(tool), which is not installed here. "
                + "Ask an administrator to run: apt-get install \(package)"
        case .failed(let name, let what):
            "No picture of \(name) could be made: \(what). Open the paper itself at that place."
        }
    }
}
