import Hummingbird
import Ledger
import Markup
import Register

/// A form that changes a record: what was typed comes back with what is wrong with it, or with what others did meanwhile.
protocol ChangePage {
    var changing: Changing { get }
    var problems: [(field: String, words: String)] { get set }
    var html: HTML { get }

    /// The form, for those who may change the record so.
    static func read(_ visit: Visit) async throws -> Self

    /// Whether exactly this is in the ledger already: somebody went back and sent the form once more.
    func isSaved() async throws -> Bool

    /// Appends what the form says.
    /// - Throws: `FormProblems` with all that is wrong with it.
    func save() async throws
}

/// All that is wrong with what was sent, each at its field.
struct FormProblems: Error {
    private(set) var all: [(field: String, words: String)] = []

    mutating func add(_ field: String, _ words: String) { all.append((field, words)) }

    mutating func add(_ others: FormProblems) { all += others.all }

    mutating func add(_ problems: [RuleProblem]) { all += problems.map(\.onForm) }

    /// Fields in the order in which forms show them, and so in which problems are named.
    private static let order = [
        "kind", "status", "ending", "narrative", "cause", "corrective-action", "percentage", "on", "words", "new-owner",
        "number", "due", "council", "reason", "approver", "successor", "evidence", "file", "said-by",
    ]

    /// - Throws: All of them in the order of the form, where anything is wrong.
    func check() throws(FormProblems) {
        guard !all.isEmpty else { return }
        let places = Dictionary(uniqueKeysWithValues: Self.order.enumerated().map { ($1, $0) })
        var sorted = self
        sorted.all.sort { places[$0.field] ?? .max < places[$1.field] ?? .max }
        throw sorted
    }
}

extension ChangePage {
    var visit: Visit { changing.visit }

    func problem(_ field: String) -> String? { problems.first { $0.field == field }?.words }

    func isSaved() async throws -> Bool { false }

    /// Saves what was sent, and leads back to where the form was opened from.
    static func save(_ visit: Visit) async throws -> Response {
        var page = try await read(visit)
        do {
            if try await page.isSaved() { return page.changing.goBack(done: "before") }
            guard !page.changing.isStale else { return Pages.page(page.html, status: .conflict) }
            try await page.save()
            return page.changing.goBack()
        } catch let problem as RuleProblem {
            page.problems = [problem.onForm]
        } catch let problems as FormProblems {
            page.problems = problems.all
        } catch LedgerError.stale {
            // Somebody saved between the reading and the writing.
            return Pages.page(try await read(visit).html, status: .conflict)
        }
        return Pages.page(page.html, status: .badRequest)
    }
}
