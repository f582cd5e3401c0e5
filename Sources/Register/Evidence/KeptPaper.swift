/// A paper, or a file shown as evidence, that the ledger keeps whole. The bytes lie beside the entries, under their hash.
public struct KeptPaper: RecordContent {
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.paper
    /// The file's name when it was brought in.
    public var name: String
    /// What the paper calls itself.
    public var title: String?
    /// The paper's own date.
    public var date: Day?
    /// SHA-256 of the bytes, in 64 small hexadecimal digits.
    public var hash: String
    /// Size in bytes.
    public var size: Int
    /// Lines of the text, 0 for what has none.
    public var lines: Int
    /// SHA-256 of its words written down as text, where the file itself is not text: what line numbers count in.
    public var transcript: String?

    /// A file by its name and the hash of its bytes.
    public init(
        name: String, hash: String, size: Int, title: String? = nil, date: Day? = nil, lines: Int = 0,
        transcript: String? = nil
    ) {
        self.name = name
        self.title = title
        self.date = date
        self.hash = hash
        self.size = size
        self.lines = lines
        self.transcript = transcript
    }

    /// Its title, else its name.
    public var text: String { title ?? name }

    /// Lists the file's name, date, size and hash.
    public func describe(into list: inout FieldList) {
        list.add("name", name)
        list.add("date", date)
        list.add("size", size)
        list.add("sha256", hash)
    }

    /// The hash finds it again; its date is the day it is about.
    public func index(into facts: inout Facts) {
        facts.names = ["sha256:" + hash, name.lowercased()] + (transcript.map { ["sha256:" + $0] } ?? [])
        facts.due = date
        facts.words = [name]
    }
}
