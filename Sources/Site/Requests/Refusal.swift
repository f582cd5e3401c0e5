import Access
import HTTPTypes
import Ledger
import Register

/// Why a request is not carried out, in words for whoever asked.
enum Refusal: Error, Sendable {
    /// Nobody has signed in; where to go on afterwards.
    case signInNeeded(to: String)
    /// The second factor is still to be given.
    case codeNeeded
    /// Whoever asks may not.
    case forbidden
    /// There is no such page or record.
    case notFound(String)
    /// What was sent cannot be understood.
    case bad(String)
    /// A form came from another site, or from a session that has ended.
    case strangeForm
    /// The record was changed meanwhile by somebody else.
    case conflict(Reference, by: String)
    /// Too much was sent.
    case tooLarge(limit: Int)
    /// Less came than was announced.
    case cutOff
    /// Too often; seconds until it may be tried again.
    case tooMany(String, retryAfter: Int)
    /// Others are sending too much at the moment.
    case busy
    /// The ledger could not be read or written; the id by which the log has the details.
    case broken(id: String)

    var status: HTTPResponse.Status {
        switch self {
        case .signInNeeded, .codeNeeded: .seeOther
        case .forbidden, .strangeForm: .forbidden
        case .notFound: .notFound
        case .bad, .cutOff, .broken: .badRequest
        case .conflict: .conflict
        case .tooLarge: .contentTooLarge
        case .tooMany: .tooManyRequests
        case .busy: .serviceUnavailable
        }
    }

    /// Seconds until it may be tried again, where waiting is all that it takes.
    var retryAfter: Int? {
        switch self {
        case .tooMany(_, let seconds): seconds
        case .busy: 30
        default: nil
        }
    }

    /// Whether what was sent is refused for its size, its form or its moment, by whomever it was sent.
    var isOfSending: Bool {
        switch self {
        case .bad, .tooLarge, .cutOff, .tooMany, .busy: true
        case .signInNeeded, .codeNeeded, .forbidden, .notFound, .strangeForm, .conflict, .broken: false
        }
    }

    /// Whether what was sent can be taken in later as it is.
    var canBeSentAgain: Bool {
        switch self {
        case .signInNeeded, .codeNeeded, .strangeForm, .tooMany, .busy, .broken, .tooLarge: true
        case .forbidden, .notFound, .bad, .conflict, .cutOff: false
        }
    }

    var title: String {
        switch self {
        case .signInNeeded, .codeNeeded: "Sign in"
        case .forbidden: "You may not see or do this"
        case .notFound: "Page not found"
        case .broken: "That did not work"
        case .bad, .cutOff: "That could not be understood"
        case .strangeForm: "That form is no longer valid"
        case .conflict: "Somebody else was faster"
        case .tooLarge: "That is too large"
        case .tooMany, .busy: "Please wait"
        }
    }

    var words: String {
        switch self {
        case .signInNeeded, .codeNeeded: "Sign in to go on."
        case .forbidden:
            "Your account has no role that allows it. Whoever keeps accounts in your council can give you one."
        case .notFound(let what): what
        case .bad(let what): what
        case .strangeForm:
            "Nothing was changed. You have signed in again since it was opened, or it came from another site."
        case .conflict(let reference, let by):
            "\(by) has changed \(reference) since you opened it. Nothing of yours was saved over theirs."
        case .tooLarge(let limit):
            "The limit is \(limit >= 1_000_000 ? "\(limit / 1_000_000) MB" : "\(limit / 1000) kB"). Nothing was kept. Send the papers one by one, or a smaller file."
        case .cutOff: "The form was cut off on its way, so nothing of it was kept. Send it again."
        case .tooMany(let what, _): what
        case .broken(let id):
            "The ledger could not be read or written (\(id)). Nothing was changed; try again."
        case .busy:
            "Others are sending large files at the moment, so this was not taken in and nothing was kept. Send it again in half a minute."
        }
    }
}
