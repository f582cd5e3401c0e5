import Access
import Hummingbird
import Register

/// Pages as they were last made.
typealias KeptPages = Remembered<PageGrounds, PageKey, Response>

/// What all pages follow from.
struct PageGrounds: Hashable, Sendable {
    /// The state of the ledger.
    let mark: Int
    let today: Day
    let hasPublicPages: Bool
}

/// What one page follows from beside that.
struct PageKey: Hashable, Sendable {
    /// The path and query.
    let address: String
    /// Whose page it is: it says their name, carries the token of their forms, and shows what they may read.
    let session: SessionID?
    let account: Account?
    let rights: Rights

    init(_ visit: Visit) {
        (address, rights) = (visit.address, visit.rights)
        (session, account) = (visit.visitor?.session.id, visit.visitor?.account)
    }
}
