/// Typed HTML and SVG, written straight to bytes.
///
/// Words are escaped as they are written, so that nothing a person typed or a paper printed can become markup. There is
/// no way to write a string as it is: `Fixed` holds markup that stands in the program itself.
///
///     var html = HTML()
///     html(.p, .class("lead")) { html in
///         html.text("Owned by ")
///         html(.a, .href(person), "Karen Hughes")
///     }
public struct HTML: Sendable {
    /// What was written, in UTF-8.
    public private(set) var bytes: [UInt8] = []

    /// Nothing yet.
    /// - Parameter capacity: Bytes for which room is made at once.
    public init(capacity: Int = 0) {
        if capacity > 0 { bytes.reserveCapacity(capacity) }
    }

    /// What was written as text; for tests and messages.
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    // MARK: Elements

    /// Writes an element and what is in it.
    public mutating func callAsFunction(
        _ tag: Tag, _ attributes: Attribute..., content: (inout HTML) throws -> Void
    ) rethrows {
        open(tag.name, attributes)
        try content(&self)
        close(tag.name)
    }

    /// Writes an element that holds words only.
    public mutating func callAsFunction(_ tag: Tag, _ attributes: Attribute..., text words: String) {
        open(tag.name, attributes)
        text(words)
        close(tag.name)
    }

    /// Writes an element that holds words only.
    public mutating func callAsFunction(_ tag: Tag, _ words: String) {
        open(tag.name, [])
        text(words)
        close(tag.name)
    }

    /// Writes an element that can hold nothing, such as a field of a form.
    public mutating func callAsFunction(_ tag: VoidTag, _ attributes: Attribute...) {
        open(tag.name, attributes)
    }

    // MARK: Words

    /// Writes words, escaped.
    public mutating func text(_ words: String) { append(escaping: words) }

    /// Writes a number.
    public mutating func text(_ number: Int) { append(number) }

    /// Writes markup that stands in the program.
    public mutating func fixed(_ markup: Fixed) { append(markup.markup) }

    /// Writes what another function wrote.
    public mutating func add(_ other: HTML) { bytes.append(contentsOf: other.bytes) }

    // MARK: Bytes

    private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
        bytes.append(UInt8(ascii: "<"))
        append(name)
        for attribute in attributes { write(attribute) }
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func close(_ name: StaticString) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(UInt8(ascii: "/"))
        append(name)
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func write(_ attribute: Attribute) {
        switch attribute.value {
        case .absent: return
        case .flag:
            bytes.append(.blank)
            append(attribute.name)
        case .fixed(let text):
            begin(attribute)
            append(text)
            bytes.append(.quote)
        case .text(let text):
            begin(attribute)
            append(escaping: text)
            bytes.append(.quote)
        case .number(let number):
            begin(attribute)
            append(number)
            bytes.append(.quote)
        }
    }

    private mutating func begin(_ attribute: Attribute) {
        bytes.append(.blank)
        append(attribute.name)
        if let ending = attribute.ending { append(ending) }
        bytes.append(UInt8(ascii: "="))
        bytes.append(.quote)
    }

    private mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func append(_ number: Int) {
        if number >= 0, number < 10 {
            bytes.append(UInt8(ascii: "0") + UInt8(number))
        } else {
            bytes.append(contentsOf: String(number).utf8)
        }
    }

    /// Most words hold nothing that has to be escaped, and are copied whole.
    private mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { buffer in
            var start = 0
            for index in 0..<buffer.count {
                guard let entity = Self.entity(buffer[index]) else { continue }
                bytes.append(contentsOf: buffer[start..<index])
                entity.withUTF8Buffer { bytes.append(contentsOf: $0) }
                start = index + 1
            }
            bytes.append(contentsOf: buffer[start...])
        }
    }

    private static func entity(_ byte: UInt8) -> StaticString? {
        // All of them lie below the letters.
        guard byte < 63 else { return nil }
        return switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        // What no page may hold.
        case 0..<9, 11, 12, 14..<32: "\u{FFFD}"
        default: nil
        }
    }
}

extension UInt8 {
    fileprivate static let blank = UInt8(ascii: " ")
    fileprivate static let quote = UInt8(ascii: "\"")
}

/// Markup that stands in the program itself: no string that is worked out can become one.
public struct Fixed: Sendable, ExpressibleByStringLiteral {
    let markup: StaticString

    /// Markup as written.
    public init(stringLiteral markup: StaticString) { self.markup = markup }
}
