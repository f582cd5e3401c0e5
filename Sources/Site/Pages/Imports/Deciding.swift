import Hummingbird
import Importing
import Intake
import Ledger
import Register

/// What was sent of a finding and could not be done.
struct ReturnedFinding: Sendable {
    let key: FindingKey
    /// All that was sent, as it was typed.
    let form: Fields
    /// The field that is wrong; nil where it is none of them.
    var field: String?
    let words: String
    /// Records that hold the words by which one was looked for.
    var found: [Row] = []

    /// Where on the page it can be put right.
    var anchor: String { "finding-\(key)" + (field.map { "-\($0)" } ?? "") }
}

/// Decides of one finding. What cannot be done comes back on the finding's own card, with all that was typed.
enum Deciding {
    /// What is wrong with what was sent.
    private struct Wrong: Error {
        var field: String?
        var words: String
        var found: [Row] = []
    }

    static func answer(_ visit: Visit) async throws -> Response {
        let reviewed = try await ReviewedDraft.read(visit)
        var review = try reviewed.ready()
        guard let key = visit.form["key"].flatMap(FindingKey.init), let item = review[key] else {
            throw Refusal.bad("That finding is not in the paper any more. Load the page again.")
        }
        let shown = visit.form["show"].flatMap(ReviewPage.Shown.init(rawValue:)) ?? .all
        let before = review.items.filter(shown.includes).map(\.key)
        do {
            try review.decide(try await decision(visit, of: item, in: review), of: key)
            try await reviewed.keep(review.decisions)
        } catch let wrong as Wrong {
            return try await sentBack(visit, key, wrong)
        } catch let problem as ReviewProblem {
            return try await sentBack(visit, key, Wrong(field: problem.field, words: "\(problem)"))
        } catch let refusal as Refusal where refusal.isOfSending {
            return try await sentBack(visit, key, Wrong(words: refusal.words))
        }
        // Where a finding is not shown any more, its reviewer goes on at the next, else at the last; where none is left, at
        // what is left to do.
        let isShown = review[key].map(shown.includes) ?? false
        let place = before.firstIndex(of: key) ?? 0
        let next = before.dropFirst(place + 1).first ?? before.prefix(place).last
        return Reviewing.back(visit, to: (isShown ? key : next).map { "finding-\($0)" } ?? ReviewPage.left)
    }

    /// The page with the card as it was sent, of the review as it stands now.
    private static func sentBack(_ visit: Visit, _ key: FindingKey, _ wrong: Wrong) async throws -> Response {
        let returned = ReturnedFinding(
            key: key, form: visit.form, field: wrong.field, words: wrong.words, found: wrong.found)
        let page = try await ReviewPage.read(visit, try await ReviewedDraft.read(visit), returned: returned)
        return Pages.page(page.html, status: .badRequest)
    }

    // MARK: What was decided

    private static func decision(
        _ visit: Visit, of item: Review.Item, in review: Review
    ) async throws -> Importing.Decision {
        let edits = edits(visit.form, of: item)
        switch visit.form["decision"] {
        case "accept" where visit.form[FindingForm.into] == nil: return edits.isEmpty ? .accepted : .edited(edits)
        case "undecided": return .undecided
        case "set-aside": return .setAside(reason: visit.form["reason"])
        // Whoever names a record and presses Enter means to merge.
        case "accept", "merge": return .merged(into: try await record(visit, of: item, in: review), edits: edits)
        default: throw Wrong(words: "Choose what becomes of the finding.")
        }
    }

    /// The record that is named by what was typed, else by what was chosen.
    private static func record(_ visit: Visit, of item: Review.Item, in review: Review) async throws -> RecordID {
        let (field, kind) = (FindingForm.into, item.recordKind)
        guard let words = visit.form[field] ?? visit.form["near"] else {
            throw Wrong(
                field: field,
                words:
                    "Nothing says which record it is. Choose one, or give its reference, such as \(kind.prefix)-104, or some of its words."
            )
        }
        guard let reference = Reference(words) else { throw try await looked(for: words, kind, visit) }
        guard let entry = try await visit.read({ try $0.entry(reference, .now) }) else {
            throw Wrong(
                field: field,
                words: "There is no record \(reference). Look at the reference again, or give words of the record.")
        }
        let kept = Holdings.Kept(
            id: entry.id, reference: reference, version: entry.version, record: try entry.record())
        try review.requireMergeable(item, into: kept)
        return kept.id
    }

    /// Records to choose from that are looked for by words, and those that are looked at for them.
    private static let (most, mostFound) = (8, 200)

    /// Words name no record for sure: those that hold them are offered.
    private static func looked(for words: String, _ kind: RecordKind, _ visit: Visit) async throws -> Wrong {
        var query = Query(kinds: [kind])
        (query.text, query.order, query.limit, query.wantsTotal) = (SearchWords(words), .changed, mostFound, false)
        let (asked, terms) = (query, query.text?.terms ?? [])
        let rows = terms.isEmpty ? [] : try await visit.read { try $0.list(asked).rows }
        // The words may stand in what was said of a record; those that bear them themselves come first.
        let bearing = rows.filter { row in terms.allSatisfy(row.title.lowercased().contains) }
        let found = Array((bearing + rows.filter { !bearing.contains($0) }).prefix(most))
        let name = kind.name(count: 1)
        return Wrong(
            field: FindingForm.into,
            words: found.isEmpty
                ? "No \(name) holds all of the words “\(words)”. Give fewer of them, or its reference, such as \(kind.prefix)-104."
                : "“\(words)” is no reference. Choose the \(name) that you mean from those above that hold these words.",
            found: found)
    }

    /// What of a form differs from what was read.
    private static func edits(_ form: Fields, of item: Review.Item) -> FindingEdits {
        func sent(_ field: EditableField) -> String? {
            form.verbatim(field.rawValue).map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        }
        return FindingEdits(
            text: sent(.text), reference: sent(.reference),
            owners: sent(.owners).map { $0.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty } },
            timescale: sent(.timescale), revised: sent(.revised), status: sent(.status), theme: sent(.theme)
        ).differing(from: item.found.editable)
    }
}

extension ReviewProblem {
    /// The field of a finding's form that it is about.
    fileprivate var field: String? {
        switch self {
        case .noWords: EditableField.text.rawValue
        case .notEditable(let field, _): field.rawValue
        case .noRecord, .otherKind, .mergedTwice, .notMergeable: FindingForm.into
        case .otherPaper, .noFinding, .known, .takenBack, .importing: nil
        }
    }
}
