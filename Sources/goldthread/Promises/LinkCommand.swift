import ArgumentParser
import Ledger
import Register

/// Says how two records hang together.
struct LinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Says how two records hang together, or lists the links that imports suggest.",
        discussion: """
            Examples:
              goldthread link ACT-104 answers REC-12
              goldthread link PRJ-3 delivers ACT-104
              goldthread link --offered                       links that the words of papers suggest
              goldthread link --remove LNK-7 --reason "REC-12 is about something else"

            What links say: \(Link.Role.allCases.map(\.rawValue).joined(separator: ", ")).
            """)

    @Argument(help: "A record, what the link says, and another record.")
    var words: [String] = []

    @Flag(help: "List links that are only suggested, the likeliest first.")
    var offered = false

    @Option(help: "Take a link back.")
    var remove: String?

    @Option(help: "On what ground.")
    var reason: String?

    @OptionGroup var writing: WritingOptions

    func validate() throws {
        if offered || remove != nil {
            if !words.isEmpty { throw ValidationError("--offered and --remove stand alone.") }
            if remove != nil, reason == nil { throw ValidationError("--remove needs a --reason for the next reader.") }
            return
        }
        guard words.count >= 3 else {
            throw ValidationError(
                "Name a record, what the link says, and another: goldthread link ACT-104 answers REC-12")
        }
        guard Link.Role(words: words[1...(words.count - 2)].joined(separator: " ")) != nil else {
            throw ValidationError(
                "\"\(words[1...(words.count - 2)].joined(separator: " "))\" is nothing that a link can say. Use one of: \(Link.Role.allCases.map(\.rawValue).joined(separator: ", "))."
            )
        }
    }

    func run() async throws {
        try await CommandFailure.reported {
            let session = try await writing.session()
            if offered { return try await list(session) }
            if let remove { return try await take(back: remove, session) }
            try await make(session)
        }
    }

    private func make(_ session: Session) async throws {
        let (from, to) = (try await session.entry(words[0]), try await session.entry(words[words.count - 1]))
        guard let role = Link.Role(words: words[1...(words.count - 2)].joined(separator: " ")) else { return }
        let link = try session.applying(to: from.reference) { () throws(RuleProblem) in
            try Link.between(
                from.id, from.reference.kind, role, to.id, to.reference.kind, ground: reason ?? "by hand")
        }
        for link in try await session.ledger.links(from.id, .now)
        where link.to == to.id && link.role == role && link.from == from.id {
            throw CommandFailure(
                "\(from.reference) \(role.words) \(to.reference) already, by \(link.row.reference).", .declined)
        }
        var ids = Clock.ids()
        let entries = try await session.append(
            [Commit.Change(ids.next(), seen: 0, Record(link))], by: writing.actor,
            reason: "\(from.reference) \(role.words) \(to.reference)")
        Terminal.standardOutput.line(
            "\(from.reference) \(role.words) \(to.reference)\(entries.first.map { " (\($0.reference))" } ?? "").")
    }

    private func take(back text: String, _ session: Session) async throws {
        let entry = try await session.entry(text)
        guard entry.reference.kind == .link else {
            throw CommandFailure(
                "\(entry.reference) is not a link. Links look like LNK-7: goldthread show REF lists them.")
        }
        let record = try entry.record()
        guard record.withdrawal == nil else {
            throw CommandFailure("\(entry.reference) was taken back already.", .declined)
        }
        _ = try await session.append(
            [Commit.Change(entry.id, seen: entry.version, record.withdrawn(because: reason ?? ""))], by: writing.actor,
            reason: "Link taken back: \(reason ?? "")")
        Terminal.standardOutput.line("\(entry.reference) is taken back.")
    }

    /// Suggestions that nobody has made yet, the likeliest first.
    private func list(_ session: Session) async throws {
        var offers: [Import.Offer] = []
        for row in try await session.ledger.list(Query(kinds: [.import])).rows {
            let record = try await session.ledger.entry(row.id, .now)?.record()
            offers += (record?.content as? Import)?.offers ?? []
        }
        let directory = try await RecordNames(offers.flatMap { [$0.from, $0.to] }, in: session)
        var lines: [String] = []
        for offer in offers.sorted(by: { $0.likeness > $1.likeness }) {
            guard let from = directory[offer.from], let to = directory[offer.to], !from.isWithdrawn,
                !to.isWithdrawn
            else { continue }
            let made = try await session.ledger.links(offer.from, .now).contains {
                $0.to == offer.to && $0.role == offer.role
            }
            if made { continue }
            lines.append(
                "goldthread link \(from.reference) \(offer.role.rawValue) \(to.reference)   alike \(offer.likeness) %")
            lines += from.title.clipped(to: Terminal.width - 4).wrapped(to: Terminal.width, lead: "    ")
            lines += to.title.clipped(to: Terminal.width - 4).wrapped(to: Terminal.width, lead: "    ")
        }
        guard !lines.isEmpty else {
            Terminal.standardOutput.line("No links are suggested.")
            return
        }
        Terminal.standardOutput.line("Links that the words suggest; the command makes one:")
        lines.forEach(Terminal.standardOutput.line)
    }
}
