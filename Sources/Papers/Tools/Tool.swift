import Foundation

/// A program from outside that reads papers, and the Debian package that brings it.
struct Tool: Sendable, Hashable {
    var name: String
    var package: String

    static let pdftotext = Tool(name: "pdftotext", package: "poppler-utils")
    static let pdftoppm = Tool(name: "pdftoppm", package: "poppler-utils")
    static let qpdf = Tool(name: "qpdf", package: "qpdf")
    static let ocrmypdf = Tool(name: "ocrmypdf", package: "ocrmypdf")
    static let bubblewrap = Tool(name: "bwrap", package: "bubblewrap")
    static let prlimit = Tool(name: "prlimit", package: "util-linux")

    /// Where it is installed; nil where it is not.
    var path: String? {
        // A program that somebody keeps in a folder of their own is not for papers from strangers.
        ["/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/bin"].lazy.map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
