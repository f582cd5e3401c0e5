import Access
import Hummingbird
import Importing
import Ledger
import Markup
import Register

/// A record that somebody is about to change: as it stands, with the version that the form saw.
struct Changing: Sendable {
    let visit: Visit
    let row: Row
    let record: Record
    let plan: Plan?
    /// Whoever answers for it.
    let owners: [Row]
    /// Where it leads back to: an update to its promise, all else to itself.
    let home: Reference
    /// What was said of it, as lists show it.
    let updates: [Row]
    /// What was said last, by the day that it speaks for.
    let last: Update?
    /// The report that the promise has ended, where there is one and nobody has closed it.
    let report: Update?
    /// The version that the form was made from; what is saved has to have seen it.
    let seen: Int
    /// The record as the form saw it.
    let saw: Record
    /// What others have done to the record since the form was made.
    let meanwhile: Meanwhile?
    /// All names of whoever asks, in small letters: papers and commands know people by their initials, too.
    let ownNames: Set<String>

    static func read(_ visit: Visit) async throws -> Changing {
        guard visit.asAt == .now else {
            throw Refusal.bad("What is past cannot be changed. Look at things as they stand today.")
        }
        return try await visit.read { try Changing(visit, $0) }
    }

    private init(_ visit: Visit, _ reader: any LedgerReader) throws {
        let (row, record, entry) = try visit.kept("reference", nil, reader)
        guard record.kind.isTracked || record.kind == .update else {
            let name = record.kind.name(count: 1).withArticle.capitalisedFirst
            throw Refusal.bad("\(name) is not a promise: nothing can be reported of it.")
        }
        let asked = visit.form["seen"].flatMap { Int($0) }
        (self.visit, self.row, self.record, seen) = (visit, row, record, asked ?? row.version)
        plan = try record.plan.flatMap { try reader.entry($0, .now)?.record().content as? Plan }
        let parent = record.kind == .update ? record.parent : nil
        home = try parent.flatMap { try reader.rows([$0], .now)[$0]?.reference } ?? row.reference
        owners = try RecordNames(record.owners, in: reader, .now).people(record.owners)
        var said = Query(kinds: [.update])
        (said.parent, said.order, said.wantsTotal) = (row.id, .reference, false)
        updates = try reader.list(said).rows
        func newest(_ rows: [Row]) throws -> Update? {
            let newest = rows.compactMap { row in row.due.map { (row, $0) } }.max {
                ($0.1, $0.0.sequence) < ($1.1, $1.0.sequence)
            }
            return try newest.flatMap { try reader.entry($0.0.id, .now)?.record().content as? Update }
        }
        last = try newest(updates)
        ownNames = try visit.ownNames(reader)
        let isReported = record.progress.awaitsClosing
        report = isReported ? try newest(updates.filter { $0.status == record.progress.reported?.status }) : nil
        let older = try asked.flatMap { seen in
            seen < row.version ? try reader.history(row.id, .now).first { $0.version == seen } : nil
        }
        saw = try older?.record() ?? record
        meanwhile = try asked.flatMap { try Meanwhile(of: entry, since: $0, in: reader) }
    }

    var scheme: StatusScheme { plan?.scheme ?? .sixLevel }

    // MARK: Who may

    /// - Throws: `Refusal.forbidden`.
    func requireUpdating() throws(Refusal) {
        guard visit.rights.canUpdate(councils: record.councils, owners: record.owners) else { throw .forbidden }
    }

    /// Whether whoever asks may close and re-programme it.
    var mayEdit: Bool { visit.rights.canEdit(councils: record.councils) }

    /// - Throws: `Refusal.forbidden`.
    func requireEditing() throws(Refusal) {
        guard mayEdit else { throw .forbidden }
    }

    // MARK: Saving

    /// Whether somebody else has changed the record since the form was made.
    var isStale: Bool { seen != row.version }

    /// Appends changes in the name of whoever has signed in.
    func append(_ changes: [Commit.Change], reason: String, papers: [Commit.Paper] = []) async throws {
        let actor = try visit.signedIn().name
        _ = try await visit.ledger.append(Commit(actor: actor, reason: reason, changes: changes, papers: papers))
    }

    /// The evidence that a form sends: files, which are kept, and words. A file that the ledger keeps but that the sender may
    /// not read is kept again: they could not see their own evidence otherwise.
    func evidence(_ problems: inout FormProblems) async throws -> KeptEvidence {
        let limit = visit.site.settings.uploadLimit
        var kept = KeptEvidence(
            councils: record.councils, readable: visit.readable, sizeLimit: limit, ids: visit.site.ids())
        for file in visit.files where file.field == "file" && !file.bytes.isEmpty {
            do {
                try await kept.add(file: file.bytes, from: file.name, in: visit.ledger)
            } catch {
                switch error {
                case .tooLarge:
                    problems.add("file", "“\(file.name)” is larger than \(limit.bytes). Choose a smaller file")
                case .ledger(let error): throw error
                default: problems.add("file", "\(error)")
                }
            }
        }
        if let words = visit.form["where"] {
            if words.count > Record.longestReason {
                problems.add("evidence", "Say in at most \(Record.longestReason.grouped) characters where to look")
            } else {
                kept.add(words: words)
            }
        }
        return kept
    }

    /// Back to where the form was opened from.
    /// - Parameter done: What the page says of it.
    func goBack(done: String = "1") -> Response {
        visit.form["from"] == "mine"
            ? Pages.go(.to(.myPromises, query: [("done", row.reference.description)]))
            : Pages.go(.to(.record, home.description, query: [("done", done)]))
    }
}

extension Visit {
    /// All names of whoever asks, in small letters: that of the account, and those of the person that it is.
    fileprivate func ownNames(_ reader: any LedgerReader) throws -> Set<String> {
        guard let details = visitor?.account.details else { return [] }
        let identities = try details.person.map { try reader.identities(of: $0, .now) } ?? []
        return try identities.reduce(into: [details.name.lowercased()]) { names, id in
            names.formUnion(try reader.entry(id, .now)?.record().facts.names ?? [])
        }
    }
}

extension RuleProblem {
    /// The field of a form that a rule speaks of, and what is wrong there, for whoever fills it in.
    var onForm: (field: String, words: String) {
        switch self {
        case .noNarrative: ("narrative", "Say what was done or found: nothing can be checked without words")
        case .tooLong(let field, let count, let limit):
            (field.name, "Shorten it by \(count - limit): at most \(limit.grouped) characters are kept")
        case .unknownStatus(_, let scheme, _): ("status", "Choose one of the levels of “\(scheme)”")
        case .noCause(let level): ("cause", "Say why: “\(level)” needs a cause")
        case .noCorrectiveAction(let level):
            ("corrective-action", "Say what will be done: “\(level)” needs a corrective action")
        case .percentage: ("percentage", "Write a whole number from 0 to 100")
        case .olderThanLast(_, let last):
            ("on", "It was already reported on for \(last.words): choose that day or a later one")
        case .noReason: ("reason", "Give the reason: the next reader will ask for it")
        case .noApprover: ("approver", "Say who approved it: a person or a decision")
        case .dateNotUnderstood: ("due", "Write a date, a month or a quarter, such as 31 March 2027 or Q2 2026/27")
        case .noDateOfKind: ("due", "\(self)")
        case .sameDate(let day): ("due", "It is due on \(day.words) already")
        case .datePassed(let day, _): ("due", "\(day.words) has passed: choose a day that lies ahead")
        case .noEvidence:
            ("evidence", "This plan asks for evidence before a promise ends: give a file, or say where to look")
        case .noSecondPerson: ("said-by", "In this plan somebody else has to say that it has ended")
        case .samePerson: ("said-by", "You confirm it, so somebody else has to say that it has ended")
        case .noSuccessor: ("successor", "Name the record that took its place, such as ACT-104")
        case .linkToItself: ("successor", "A record cannot take its own place: name another one")
        case .linkKinds: ("successor", "That record cannot take the place of this one: name another promise")
        case .noWords: ("words", "Write what is promised")
        case .wordsStay: ("words", "\(self)")
        case .unchanged: ("words", "Nothing is changed: change the words, the theme or the owners")
        case .notClosed: ("reason", "\(self)")
        default: ("narrative", "\(self)")
        }
    }
}

extension RuleProblem.Field {
    /// What the field is called in forms.
    fileprivate var name: String {
        switch self {
        case .narrative: "narrative"
        case .cause: "cause"
        case .correctiveAction: "corrective-action"
        case .reason: "reason"
        case .words: "words"
        case .number: "number"
        case .due: "due"
        case .approver: "approver"
        }
    }
}
