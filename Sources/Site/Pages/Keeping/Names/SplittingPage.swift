import Hummingbird
import Ledger
import Markup
import Register

/// Says that initials which papers of several councils print are two people's: the promises of one council go to somebody
/// else.
struct SplittingPage {
    /// Whoever was taken for both, and stays.
    let one: KeptName
    /// Whoever the others are from now on.
    var form: NameForm
    let promises: PromisesByCouncil
    /// Whoever was merged into them before, in whose names promises may stand too.
    private let names: Set<RecordID>
    var isStale = false

    private var visit: Visit { form.visit }

    static func read(_ visit: Visit) async throws -> SplittingPage {
        try await visit.read { try SplittingPage(visit, $0) }
    }

    private init(_ visit: Visit, _ reader: any LedgerReader) throws {
        one = try KeptName(visit.part("reference"), for: visit, in: reader)
        guard [.person, .post].contains(one.row.reference.kind), one.row.mergedInto == nil else {
            throw Refusal.bad("Only a person or post that stands for itself can turn out to be two.")
        }
        form = NameForm(visit: visit, content: NamedContent(one.row.reference.kind))
        promises = try PromisesByCouncil(of: one.row.id, in: reader)
        names = Set(try reader.identities(of: one.row.id, .now))
    }

    static func save(_ visit: Visit) async throws -> Response {
        let (page, commit) = try await visit.read { reader in
            var page = try SplittingPage(visit, reader)
            try page.form.take(over: nil, in: reader)
            page.check()
            page.isStale = visit.form["seen"].flatMap { Int($0) } != page.one.row.version
            guard !page.isStale, page.form.problems.isEmpty else { return (page, Commit?.none) }
            return (page, try page.commit())
        }
        guard let commit else { return Pages.page(page.html, status: page.isStale ? .conflict : .badRequest) }
        let entries = try await visit.ledger.append(commit)
        return Pages.go(NameList.address(page.one.content.kind, done: entries.first?.reference))
    }

    private var chosen: (council: Row?, entries: [Entry])? {
        promises.councils.first { $0.council?.reference.description == visit.form["council"] }
    }

    /// Two who go by the same name would be mistaken for each other with the next paper.
    private mutating func check() {
        if chosen?.council == nil { form.problems.append(("council", "Choose the council whose promises are theirs")) }
        let taken = Set(([one.content.name] + one.content.aliases).map { $0.lowercased() })
        if form.content.aliases.contains(where: { taken.contains($0.lowercased()) }) {
            form.problems.append(
                (
                    "aliases",
                    "\(one.content.name) goes by one of these names, and papers could mean either. Leave it out"
                ))
        }
    }

    /// The new record, and every promise that moves to it, each in a version of its own.
    private func commit() throws -> Commit {
        var ids = visit.site.ids()
        let id = ids.next()
        var changes = [Commit.Change(id, seen: 0, form.content.record)]
        for entry in chosen?.entries ?? [] {
            var record = try entry.record()
            // A record may name several of those who are one.
            record.owners = record.owners.map { names.contains($0) ? id : $0 }
                .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
            changes.append(Commit.Change(entry.id, seen: entry.version, record))
        }
        let place = chosen?.council?.title ?? ""
        return Commit(
            actor: try visit.signedIn().name,
            reason: "\(one.content.name) (\(one.row.reference)) of \(place) is \(form.content.name)", changes: changes)
    }

    // MARK: The page

    var html: HTML {
        let (name, here) = (one.content.name, one.row.reference.description)
        return Frame(title: "Is \(name) two?", section: .keeping).page(for: visit) { html in
            html.crumbs(NameList.crumbs(one.content.kind) + [(name, .to(.keptName, here))])
            html.problems(form.problems)
            html.heading("Is \(name) two?", over: here)
            if isStale { html.conflict(by: one.actor) { one.summary(in: &$0) } }
            guard promises.councils.count > 1 else {
                html(.p, "All that \(name) answers for is of one council, so there is nothing to tell two apart by.")
                return
            }
            html(
                .p,
                "Papers of \(promises.councils.count) councils name \(name). They were taken for one. If they are two, say whose promises are the other's: these get a new owner, and their history says so."
            )
            html(.form, .method(.post), .action(.to(.split, here))) { html in
                html.token(visit)
                html(.input, .type("hidden"), .name("seen"), .value("\(one.row.version)"))
                html.choices(
                    "council", "Whose promises are the other's?",
                    promises.councils.compactMap { council, entries in
                        council.map {
                            ($0.reference.description, $0.title, entries.count.words("record moves", "records move"))
                        }
                    }, chosen: visit.form["council"], problem: form.problem("council"))
                html(.h2, "Who is the other?")
                html(
                    .p, .class("hint"),
                    text:
                        "Papers find people by their names: give another than \(name). Where you do not know it, write the council behind it, such as “\(name), \(promises.councils.last?.council?.title ?? "the other council")”."
                )
                form.write(to: &html)
                html(.div, .class("buttons")) { html in
                    html(.button, .type("submit"), text: "Make them two")
                    html(.a, .href(.to(.keptName, here)), text: "Cancel")
                }
            }
        }
    }
}
