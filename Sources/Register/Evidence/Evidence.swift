/// What shows that something was done: a file that the ledger keeps, or words that say where to look.
public struct Evidence: Sendable, Hashable, Codable {
    /// What it is, for people: a file's name, an address, a sentence.
    public var text: String
    /// The kept file, where it is one.
    public var paper: RecordID?

    /// Evidence in words, or a kept file with its name.
    public init(text: String, paper: RecordID? = nil) {
        self.text = text
        self.paper = paper
    }
}
