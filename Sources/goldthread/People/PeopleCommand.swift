import ArgumentParser
import Ledger
import Register

/// Shows who answers for promises, and puts names right.
struct PeopleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people",
        abstract: "Lists who answers for promises, merges two who are one, and gives initials their name.",
        discussion: """
            Examples:
              goldthread people
              goldthread people merge KH "Kate Hall"          both histories stay; the second name counts
              goldthread people name KH "Kate Hall" --post "Head of Housing"
              goldthread people name KH "Kate Hall" --in-public yes      public pages show the name, not the post
            """,
        subcommands: [PeopleList.self, PeopleMerge.self, PeopleName.self], defaultSubcommand: PeopleList.self)
}

/// Lists people and posts with what they answer for.
struct PeopleList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists people and posts with how many promises each answers for.",
        discussion: """
            Examples:
              goldthread people
              goldthread people --as-at 2026-03-31 --format json
            """)

    @OptionGroup var reading: ReadingOptions

    @Option(help: "How to print: table for people, json for programs.")
    var format = ListCommand.Format.table

    func run() async throws {
        try await CommandFailure.reported {
            let session = try await reading.session()
            let parties = try await PartyList(session)
            if format == .json {
                Terminal.standardOutput.line(try JSONText.of(parties.people))
                return
            }
            var table = TextTable(columns: [
                .init(title: "ref"), .init(title: "open", isFigure: true), .init(title: "overdue", isFigure: true),
                .init(title: "name", most: 26), .init(title: "post", most: 24), .init(title: "also known as"),
            ])
            table.rows = parties.people.map {
                [
                    $0.reference, $0.open == 0 ? "" : "\($0.open)", $0.overdue == 0 ? "" : "\($0.overdue)", $0.name,
                    $0.post ?? "", $0.aliases.joined(separator: ", "),
                ]
            }
            table.lines(width: Terminal.isWatched ? Terminal.width : nil).forEach(Terminal.standardOutput.line)
            Terminal.standardOutput.line("\(parties.people.count) people and posts, \(try await session.moment()).")
        }
    }
}

/// People and posts with their promises, those with most first.
private struct PartyList {
    struct Party: Encodable {
        var reference: String
        var name: String
        var post: String?
        var aliases: [String]
        var open: Int
        var overdue: Int
    }

    private(set) var people: [Party] = []

    init(_ session: Session) async throws {
        var query = Query(kinds: [.person, .post])
        (query.asAt, query.order) = (session.asAt, .reference)
        let rows = try await session.ledger.list(query).rows
        let heads = Dictionary(rows.map { ($0.id, $0.isMerged ? $0.parent ?? $0.id : $0.id) }, uniquingKeysWith: { $1 })
        var promises = Query(kinds: RecordKind.allCases.filter(\.isPromise))
        promises.asAt = session.asAt
        promises.standing = StandingFilter(.open, on: session.today)
        var (open, overdue): ([RecordID: Int], [RecordID: Int]) = ([:], [:])
        for row in try await session.ledger.list(promises).rows {
            let isOverdue = row.standing(on: session.today) == .overdue
            for owner in Set(row.owners.map { heads[$0] ?? $0 }) {
                open[owner, default: 0] += 1
                if isOverdue { overdue[owner, default: 0] += 1 }
            }
        }
        for row in rows where !row.isMerged {
            let content = try await session.ledger.entry(row.id, session.asAt)?.record().content
            let (person, post) = (content as? Person, content as? Post)
            people.append(
                Party(
                    reference: row.reference.description, name: row.title, post: person?.post,
                    aliases: person?.aliases ?? post?.aliases ?? [], open: open[row.id] ?? 0,
                    overdue: overdue[row.id] ?? 0))
        }
        people.sort { ($1.open, $0.name) < ($0.open, $1.name) }
    }
}

/// Merges two people, or two posts, who are one.
struct PeopleMerge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Says that two people, or two posts, are one: the second stands for both, and both histories stay.",
        discussion: """
            Examples:
              goldthread people merge KH "Kate Hall"
              goldthread people merge PER-7 PER-2
            """)

    @Argument(help: "Who is also known by another name: initials, a name or a reference.")
    var one: String

    @Argument(help: "The name that counts from now on.")
    var other: String

    @OptionGroup var writing: WritingOptions

    func run() async throws {
        try await CommandFailure.reported {
            let session = try await writing.session()
            let first = try await session.find(one, [.person, .post])
            if Reference(other) == nil, try await session.ledger.named(other, kinds: [.person, .post], .now).isEmpty {
                throw CommandFailure(
                    "The ledger has nobody called \"\(other)\" to merge with. If \(first.title) is \(other): goldthread people name \(first.reference) \"\(other)\""
                )
            }
            let second = try await session.find(other, [.person, .post])
            guard let from = try await session.ledger.entry(first.id, .now),
                let into = try await session.ledger.entry(second.id, .now)
            else { return }
            let (one, other) = (try from.record().text, try into.record().text)
            let merging = try await session.ledger.read { reader -> Result<[Commit.Change], RuleProblem> in
                do {
                    return .success(try reader.merging(from, into: into))
                } catch let problem as RuleProblem {
                    return .failure(problem)
                }
            }
            let changes = try session.applying(to: from.reference) { () throws(RuleProblem) in try merging.get() }
            _ = try await session.append(
                changes, by: writing.actor,
                reason: "\(one) (\(from.reference)) is \(other) (\(into.reference))")
            Terminal.standardOutput.line(
                "\(one) is \(other) (\(into.reference)) from now on; both histories stay.")
        }
    }
}

/// Gives initials their name.
struct PeopleName: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "name", abstract: "Gives a person or post the name that counts; the old one still finds it.",
        discussion: """
            Examples:
              goldthread people name KH "Kate Hall" --post "Head of Housing"
            """)

    @Argument(help: "Who: initials, a name or a reference.")
    var who: String

    @Argument(help: "The full name.")
    var name: String

    @Option(help: "The post held.")
    var post: String?

    @Option(name: .customLong("in-public"), help: "Whether public pages show the name instead of the post: yes or no.")
    var inPublic: PlanCommand.YesNo?

    @OptionGroup var writing: WritingOptions

    func run() async throws {
        try await CommandFailure.reported {
            let session = try await writing.session()
            let row = try await session.find(who, [.person, .post])
            guard name.contains(where: \.isLetter) else { throw CommandFailure("\(RuleProblem.noName)") }
            for other in try await session.ledger.named(name, kinds: [.person, .post], .now)
            where other.id != row.id && other.parent != row.id {
                throw CommandFailure("\(RuleProblem.nameTaken(name: name, by: other.reference.description))")
            }
            guard let entry = try await session.ledger.entry(row.id, .now) else { return }
            var record = try entry.record()
            let before = record.text
            if var person = record.content as? Person {
                if person.name != name { person.aliases.append(person.name) }
                (person.name, person.post) = (name, post ?? person.post)
                if let inPublic { person.isNamedInPublic = inPublic == .yes }
                record.content = person
            } else if var content = record.content as? Post {
                if content.name != name { content.aliases.append(content.name) }
                content.name = name
                record.content = content
            }
            _ = try await session.append(
                [Commit.Change(entry.id, seen: entry.version, record)], by: writing.actor,
                reason: "\(before) is \(name)")
            Terminal.standardOutput.line("\(before) is \(name) (\(entry.reference)) from now on.")
        }
    }
}
