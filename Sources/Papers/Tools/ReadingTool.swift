/// A program from outside that reads papers, as people are told of it.
public struct ReadingTool: Sendable {
    /// What it is called on the command line.
    public let name: String
    /// The Debian package that brings it.
    public let package: String
    /// What cannot be done without it.
    public let purpose: String
    /// Whether it is where programs are looked for.
    public let isInstalled: Bool

    /// A program, installed or not.
    public init(name: String, package: String, purpose: String, isInstalled: Bool) {
        (self.name, self.package, self.purpose, self.isInstalled) = (name, package, purpose, isInstalled)
    }

    private init(_ tool: Tool, _ purpose: String) {
        self.init(name: tool.name, package: tool.package, purpose: purpose, isInstalled: tool.path != nil)
    }

    /// All programs that readers run, as they are found now.
    public static var all: [ReadingTool] {
        [
            ReadingTool(.qpdf, "no PDF can be read"), ReadingTool(.pdftotext, "no PDF can be read"),
            ReadingTool(.pdftohtml, "headings and bold words in PDFs are not recognised"),
            ReadingTool(.ocrmypdf, "scanned papers cannot be read"),
            ReadingTool(.prlimit, "programs that read PDFs have a limit on time and output, but none on memory"),
        ]
    }

    /// Whether the programs can be shut in, away from the network and other files.
    public enum Sandbox: Sendable {
        case usable
        case missing
        /// bubblewrap is installed, and the system does not let it work, as in some containers.
        case forbidden

        /// What holds on this computer; tries it once.
        public static var found: Sandbox {
            guard Tool.bubblewrap.path != nil else { return .missing }
            return Papers.Sandbox.isUsable ? .usable : .forbidden
        }
    }
}
