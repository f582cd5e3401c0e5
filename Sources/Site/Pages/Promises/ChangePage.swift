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

    /// Appends what the form says.
    /// - Throws: `RuleProblem` or `FormProblem` where it says too little.
    func save() async throws
}

/// What is wrong with a form beyond the rules of promises.
struct FormProblem: Error {
    var field: String
    var words: String
}

extension ChangePage {
    var visit: Visit { changing.visit }

    func problem(_ field: String) -> String? { problems.first { $0.field == field }?.words }

    /// Saves what was sent, and leads back to where the form was opened from.
    static func save(_ visit: Visit) async throws -> Response {
        var page = try await read(visit)
        guard !page.changing.isStale else { return Pages.page(page.html, status: .conflict) }
        do {
            try await page.save()
            return page.changing.goBack()
        } catch let problem as RuleProblem {
            page.problems = [problem.onForm]
        } catch let problem as FormProblem {
            page.problems = [(problem.field, problem.words)]
        } catch LedgerError.stale {
            // Somebody saved between the reading and the writing.
            return Pages.page(try await read(visit).html, status: .conflict)
        }
        return Pages.page(page.html, status: .badRequest)
    }
}
