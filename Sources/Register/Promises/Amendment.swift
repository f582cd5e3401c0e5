/// What somebody puts right in a record: its words, its theme and who answers for it. Its date is moved by a re-programming.
public struct Amendment: Sendable, Hashable {
    /// Its words, or its name.
    public var words: String
    /// The theme that it stands under.
    public var theme: RecordID?
    /// Who answers for it, whoever leads first.
    public var owners: [RecordID]
    /// Why.
    public var reason: String

    /// The most characters of a record's words.
    public static let longestWords = 4000

    /// What a record is to say, and why.
    public init(words: String, theme: RecordID?, owners: [RecordID], reason: String) {
        self.words = words
        self.theme = theme
        self.owners = owners
        self.reason = reason
    }
}
