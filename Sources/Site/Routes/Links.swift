import Markup
import Register

/// Addresses of the site's pages. Nothing else makes one.
extension Address {
    /// An endpoint's path with its parts filled in, in their order, and a query.
    /// - Parameter query: What has no value is left out.
    static func to(
        _ endpoint: Endpoint, _ parts: String..., query: [(String, String?)] = [], fragment: String? = nil
    ) -> Address {
        var rest = parts[...]
        let path = endpoint.parts.map { $0 ?? rest.popFirst() ?? "-" }
        let pairs = query.compactMap { pair in pair.1.map { (name: pair.0, value: $0) } }
        return Address(path: path, query: pairs, fragment: fragment)
    }

    /// The page of a record: its own for a plan, that of records for all else.
    static func to(_ reference: Reference, asAt: String? = nil) -> Address {
        let query = [("as-at", asAt)]
        return reference.kind == .plan
            ? to(.plan, reference.description, query: query) : to(.record, reference.description, query: query)
    }

    /// The page of a record, which says what was done.
    static func to(_ reference: Reference, done: String) -> Address {
        to(.record, reference.description, query: [("done", done)])
    }

    /// The list of a kind.
    static func list(_ kind: RecordKind, query: [(String, String?)] = []) -> Address {
        to(.list, kind.rawValue, query: query)
    }
}

extension Endpoint {
    /// The parts of the path; nil for one that differs. A page has hundreds of links, so they are taken apart once.
    var parts: [String?] { Endpoint.parts[self] ?? [] }

    private static let parts: [Endpoint: [String?]] = Dictionary(
        uniqueKeysWithValues: allCases.map { endpoint in
            (endpoint, endpoint.path.split(separator: "/").map { $0.hasPrefix("{") ? nil : String($0) })
        })
}
