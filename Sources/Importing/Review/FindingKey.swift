public import Intake
public import Register

/// Names a finding of one paper. The same bytes, read by the same program and lexicon, give the same keys.
///
/// Written "action-42-1-0a1b2c3d": the kind, the line on which it begins, its place among those of its kind on that line,
/// and a check of its words. Where a newer program reads other words in the same place, the key is another, so that no
/// decision is ever taken for a finding that its maker did not see.
public struct FindingKey: Sendable, Hashable {
    /// What the finding is.
    public let kind: FindingKind
    /// The line on which it begins, counted from 1.
    public let line: Int
    /// Its place among the findings of its kind that begin on that line, counted from 1.
    public let ordinal: Int
    /// A check of its words as read: 32 bits of FNV-1a over their UTF-8.
    public let check: UInt32

    /// The key of a finding.
    public init(_ finding: Finding, ordinal: Int) {
        (kind, line, self.ordinal) = (finding.kind, finding.source.line, ordinal)
        check = finding.text.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    }

    /// The keys of all findings of a paper, in their order. Linear in their number and words.
    public static func keys(of intake: Intake) -> [FindingKey] {
        var counts: [FindingKind: [Int: Int]] = [:]
        return intake.findings.map { finding in
            let ordinal = counts[finding.kind, default: [:]][finding.source.line, default: 0] + 1
            counts[finding.kind, default: [:]][finding.source.line] = ordinal
            return FindingKey(finding, ordinal: ordinal)
        }
    }
}

extension FindingKey: LosslessStringConvertible {
    /// "action-42-1-0a1b2c3d".
    public var description: String {
        let digits = String(check, radix: 16)
        return "\(kind.rawValue)-\(line)-\(ordinal)-" + String(repeating: "0", count: 8 - digits.count) + digits
    }

    /// The key that is written so; nil for any other text.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 4, let kind = FindingKind(rawValue: String(parts[0])), let line = Int(parts[1]),
            let ordinal = Int(parts[2]), let check = UInt32(parts[3], radix: 16)
        else { return nil }
        (self.kind, self.line, self.ordinal, self.check) = (kind, line, ordinal, check)
        guard description == text else { return nil }
    }
}

extension FindingKey: Comparable {
    /// In reading order; on one line in the order of kinds.
    public static func < (left: FindingKey, right: FindingKey) -> Bool {
        (left.line, left.kind, left.ordinal, left.check) < (right.line, right.kind, right.ordinal, right.check)
    }
}

extension FindingKey: Codable, CodingKeyRepresentable {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// As it is written in a JSON object.
    public var codingKey: any CodingKey { Key(stringValue: description) }

    /// The key that names a value of a JSON object.
    public init?(codingKey: some CodingKey) { self.init(codingKey.stringValue) }

    /// Reads a key from its text; throws `DecodingError.dataCorrupted` for any other.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let key = FindingKey(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "“\(text)” is no finding's key.")
        }
        self = key
    }

    /// Writes the key as text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
