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
    /// The version that the form was made from; what is saved has to have seen it.
    let seen: Int
    /// What others have done to the record since the form was made.
    let meanwhile: Meanwhile?

    static func read(_ visit: Visit) async throws -> Changing {
        guard visit.asAt == .now else {
            throw Refusal.bad("What is past cannot be changed. Look at things as they stand today.")
        }
        let asked = visit.form["seen"].flatMap { Int($0) }
        let (row, record, plan, meanwhile) = try await visit.read { reader in
            let (row, record, entry) = try visit.kept("reference", nil, reader)
            let plan = try record.plan.flatMap { try reader.entry($0, .now)?.record().content as? Plan }
            let meanwhile = try asked.flatMap { try Meanwhile(of: entry, since: $0, in: reader) }
            return (row, record, plan, meanwhile)
        }
        guard record.kind.isTracked else {
            let name = record.kind.name(count: 1).withArticle.capitalisedFirst
            throw Refusal.bad("\(name) is not a promise: nothing can be reported of it.")
        }
        return Changing(
            visit: visit, row: row, record: record, plan: plan, seen: asked ?? row.version, meanwhile: meanwhile)
    }

    var scheme: StatusScheme { plan?.scheme ?? .sixLevel }

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

    /// Whether somebody else has changed the record since the form was made.
    var isStale: Bool { seen != row.version }

    /// Appends changes in the name of whoever has signed in.
    func append(_ changes: [Commit.Change], reason: String, papers: [Commit.Paper] = []) async throws {
        let actor = try visit.signedIn().name
        _ = try await visit.ledger.append(Commit(actor: actor, reason: reason, changes: changes, papers: papers))
    }

    /// The evidence that a form sends: files, which are kept, and words. A file that the ledger keeps but that the sender may
    /// not read is kept again: they could not see their own evidence otherwise.
    func evidence() async throws -> KeptEvidence {
        let limit = visit.site.settings.uploadLimit
        var kept = KeptEvidence(
            councils: record.councils, readable: visit.readable, sizeLimit: limit, ids: visit.site.ids())
        for file in visit.files where file.field == "file" && !file.bytes.isEmpty {
            do {
                try await kept.add(file: file.bytes, from: file.name, in: visit.ledger)
            } catch {
                switch error {
                case .tooLarge: throw Refusal.tooLarge(limit: limit)
                case .ledger(let error): throw error
                default: throw Refusal.bad("\(error)")
                }
            }
        }
        if let words = visit.form["where"] { kept.add(words: words) }
        return kept
    }

    /// Back to where the form was opened from.
    func goBack() -> Response {
        visit.form["from"] == "mine"
            ? Pages.go(.to(.myPromises, query: [("done", row.reference.description)]))
            : Pages.go(.to(.record, row.reference.description, query: [("done", "1")]))
    }

    /// What every form of a change begins with: which record it is, and what it must send back.
    func begin(_ html: inout HTML, title: String, problems: [(field: String, words: String)]) {
        html.problems(problems)
        html.heading(title, over: "\(row.reference) · \(record.text.clipped(to: 120))")
        if isStale {
            html(.div, .class("warning"), .role("alert")) { html in
                html(.p) { html in
                    html.text(
                        "This record has changed since you opened the form, and nothing of yours is saved yet. What you wrote is still below: save it if it still holds. "
                    )
                    html(.a, .href(.to(row.reference)), text: "See the record as it stands now")
                }
                meanwhile?.write(to: &html)
            }
        }
    }

    func hiddenFields(_ html: inout HTML) {
        html.token(visit)
        html(.input, .type("hidden"), .name("seen"), .value("\(row.version)"))
        if let from = visit.form["from"] ?? visit.query["from"] {
            html(.input, .type("hidden"), .name("from"), .value(from))
        }
    }
}

extension RuleProblem {
    /// The field of a form that a rule speaks of, and what is wrong there, for whoever fills it in.
    var onForm: (field: String, words: String) {
        switch self {
        case .noNarrative: ("narrative", "Say what was done or found: nothing can be checked without words")
        case .unknownStatus(_, let scheme, _): ("status", "Choose one of the levels of “\(scheme)”")
        case .finishedStatus(let level): ("status", "“\(level)” ends the promise: close it instead, with its reason")
        case .noCause(let level): ("cause", "Say why: “\(level)” needs a cause")
        case .noCorrectiveAction(let level):
            ("corrective-action", "Say what will be done: “\(level)” needs a corrective action")
        case .percentage: ("percentage", "Write a whole number from 0 to 100")
        case .olderThanLast(_, let last):
            ("on", "It was already reported on for \(last.words): choose that day or a later one")
        case .noReason: ("reason", "Give the reason: the next reader will ask for it")
        case .noApprover: ("approver", "Say who approved it: a person or a decision")
        case .dateNotUnderstood: ("due", "Write a date, a month or a quarter, such as 31 March 2027 or Q2 2026/27")
        case .sameDate(let day): ("due", "It is due on \(day.words) already")
        case .datePassed(let day, _): ("due", "\(day.words) has passed: choose a day that lies ahead")
        case .noEvidence: ("evidence", "This plan asks for evidence before a promise is closed")
        case .noSecondPerson: ("confirmed-by", "In this plan somebody else has to confirm")
        case .samePerson: ("confirmed-by", "Somebody else than you has to confirm")
        case .noSuccessor: ("successor", "Name the record that took its place, such as ACT-104")
        default: ("narrative", "\(self)")
        }
    }
}
