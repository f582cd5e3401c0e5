import Foundation

@testable import Site

extension Answer {
    /// What the hidden field of a name holds, as the page's form would send it.
    func hidden(_ name: String) -> String? { words(after: "name=\"\(name)\" value=\"", until: "\"") }

    /// What stands between a mark and the next sign of a kind.
    func words(after mark: String, until end: Character = "<") -> String? {
        guard let start = text.range(of: mark)?.upperBound else { return nil }
        return String(text[start...].prefix { $0 != end })
    }
}
