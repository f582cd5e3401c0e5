import Ledger
import Markup

/// The heads of a table as links that put its rows in order, and in the other direction where they are in it already.
struct SortHeads {
    private let visit: Visit
    private let sort: Sort?

    /// - Parameter sort: The order that the rows are in; nil for the usual one.
    init(_ visit: Visit, by sort: Sort?) { (self.visit, self.sort) = (visit, sort) }

    /// What `aria-sort` says of a head; nil where the rows are in another order.
    func direction(of order: Query.Order) -> String? {
        guard let sort, sort.order == order else { return nil }
        return sort.isDescending ? "descending" : "ascending"
    }

    func address(for order: Query.Order) -> Address {
        let turns = sort?.order == order && sort?.isDescending == false
        return visit.here([("sort", Sort(order: order, isDescending: turns).text), ("page", nil)])
    }
}

/// An order of a list as the address of a page says it: its name, with a sign before it for the other direction.
struct Sort: Sendable, Hashable {
    var order: Query.Order
    var isDescending = false

    var text: String { (isDescending ? "-" : "") + order.rawValue }
}

extension Sort {
    init?(_ text: String) {
        let isDescending = text.hasPrefix("-")
        guard let order = Query.Order(rawValue: isDescending ? String(text.dropFirst()) : text) else { return nil }
        self.init(order: order, isDescending: isDescending)
    }
}
