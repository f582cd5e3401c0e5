import Foundation

/// What a query or a form says: names with their values, in their order.
struct Fields: Sendable {
    private(set) var pairs: [(name: String, value: String)] = []

    init() {}

    init(_ pairs: [(name: String, value: String)]) { self.pairs = pairs }

    /// Reads `application/x-www-form-urlencoded` (WHATWG URL, section 5.1), as browsers send queries and plain forms.
    init(urlencoded text: some StringProtocol) {
        for pair in text.utf8.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = parts.first.flatMap({ Fields.decoded($0) }), !name.isEmpty else { continue }
            pairs.append((name, parts.count > 1 ? Fields.decoded(parts[1]) ?? "" : ""))
        }
    }

    /// The value of a name, trimmed; nil where it is not there or blank.
    subscript(_ name: String) -> String? {
        guard let value = pairs.first(where: { $0.name == name })?.value.trimmed, !value.isEmpty else { return nil }
        return value
    }

    /// The value as sent, with the white space around it: of a password.
    func verbatim(_ name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// All values of a name that can be ticked more than once.
    func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    /// The same with a name set anew; nil leaves it out.
    func setting(_ name: String, to value: String?) -> Fields {
        var fields = Fields(pairs.filter { $0.name != name })
        if let value { fields.pairs.append((name, value)) }
        return fields
    }

    /// A part of a path without its percent signs.
    static func plain(_ part: some StringProtocol) -> String {
        part.utf8.contains(UInt8(ascii: "%")) ? part.removingPercentEncoding ?? "" : String(part)
    }

    private static func decoded(_ bytes: some Sequence<UInt8>) -> String? {
        var plain: [UInt8] = []
        var iterator = bytes.makeIterator()
        while let byte = iterator.next() {
            switch byte {
            case UInt8(ascii: "+"): plain.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = iterator.next().flatMap(digit), let low = iterator.next().flatMap(digit) else {
                    return nil
                }
                plain.append(high << 4 | low)
            default: plain.append(byte)
            }
        }
        return String(validating: plain, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 48
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 87
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 55
        default: nil
        }
    }
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
