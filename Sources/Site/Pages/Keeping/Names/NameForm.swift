import Ledger
import Markup
import Register

/// The fields of a name, as it stands or as somebody has filled them in.
struct NameForm: Sendable {
    let visit: Visit
    var content: NamedContent
    var problems: [(field: String, words: String)] = []

    /// Longest name, in characters.
    private static let longest = 200
    /// Most other names.
    private static let mostAliases = 50

    func problem(_ field: String) -> String? { problems.first { $0.field == field }?.words }

    // MARK: Reading

    /// Takes what was sent, and says in `problems` what is wrong with it.
    /// - Parameter before: The record as it stood, whose name goes on finding it; nil for a new one.
    mutating func take(over before: (row: Row, content: NamedContent)?, in reader: any LedgerReader) throws {
        content.name = visit.form["name"] ?? ""
        let lines = (visit.form["aliases"] ?? "").split(whereSeparator: \.isNewline).map { String($0).trimmed }
        var aliases: [String] = []
        for alias in lines where !alias.isEmpty && alias != content.name && !aliases.contains(alias) {
            aliases.append(alias)
        }
        if let old = before?.content.name, old != content.name, !aliases.contains(old) { aliases.append(old) }
        content.aliases = aliases
        if content.kind == .person { content.post = visit.form["post"] }
        problems = []
        if !content.name.contains(where: \.isLetter) { problems.append(("name", "Write a name with letters")) }
        if ([content.name, content.post ?? ""] + aliases).contains(where: { $0.count > Self.longest }) {
            problems.append(("name", "Names have at most \(Self.longest) characters"))
        }
        if aliases.count > Self.mostAliases {
            problems.append(("aliases", "Write at most \(Self.mostAliases) other names"))
        }
        if problems.isEmpty, let other = try taken(by: before?.row.id, in: reader) {
            problems.append(
                ("name", "\(content.name) is \(other.reference) already. If the two are one, merge them instead"))
        }
    }

    /// Another record that goes by the name.
    private func taken(by own: RecordID?, in reader: any LedgerReader) throws -> Row? {
        let kinds: [RecordKind] = [.person, .post].contains(content.kind) ? [.person, .post] : [content.kind]
        return try reader.named(content.name, kinds: kinds, .now).first { row in
            row.id != own && row.mergedInto == nil && row.title.lowercased() == content.name.lowercased()
        }
    }

    // MARK: Writing

    func write(to html: inout HTML) {
        html.field("name", "Name", value: content.name) { $0.problem = problem("name") }
        html.area(
            "aliases", "Other names", hint: hint, value: content.aliases.joined(separator: "\n"), rows: 3,
            isRequired: false, problem: problem("aliases"))
        if content.kind == .person {
            html.field("post", "Post", hint: "As papers print it.", value: content.post) { $0.isRequired = false }
        }
    }

    private var hint: String {
        content.kind == .person
            ? "Initials and other ways in which papers write it, one on each line."
            : "Short names and initials that papers use, one on each line."
    }
}
