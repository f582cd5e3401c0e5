/// One field of a finding as the import contract writes it.
public struct FindingField: Sendable, Hashable {
    /// The field's name in the contract, such as `timescale`.
    public var name: String
    /// What the paper says.
    public var value: Value

    /// A field's value in one of the contract's shapes.
    public enum Value: Sendable, Hashable {
        case text(String)
        case number(Int)
        case flag(Bool)
        case list([String])
        case amount(Pounds)
    }

    /// A named value.
    public init(_ name: String, _ value: Value) {
        self.name = name
        self.value = value
    }
}

/// Gathers the fields that are filled in and leaves out those that are not.
public struct FieldList {
    /// The fields so far, in order.
    public private(set) var fields: [FindingField] = []

    /// An empty list.
    public init() {}

    /// Adds a field where there is something to add.
    public mutating func add(_ name: String, _ text: String?) {
        if let text, !text.isEmpty { fields.append(FindingField(name, .text(text))) }
    }

    /// Adds a field where there is something to add.
    public mutating func add(_ name: String, _ number: Int?) {
        if let number { fields.append(FindingField(name, .number(number))) }
    }

    /// Adds a field where there is something to add.
    public mutating func add(_ name: String, _ flag: Bool) {
        if flag { fields.append(FindingField(name, .flag(true))) }
    }

    /// Adds a field where there is something to add.
    public mutating func add(_ name: String, _ list: [String]) {
        if !list.isEmpty { fields.append(FindingField(name, .list(list))) }
    }

    /// Adds a field where there is something to add.
    public mutating func add(_ name: String, _ day: Day?) {
        if let day { fields.append(FindingField(name, .text(day.description))) }
    }

    /// Adds a field where there is something to add.
    public mutating func add(_ name: String, _ amount: Pounds?) {
        if let amount { fields.append(FindingField(name, .amount(amount))) }
    }
}

extension String {
    /// The name of a field in words: "sameAs" as "same as".
    package var spaced: String {
        reduce(into: "") { $0 += $1.isUppercase ? " " + $1.lowercased() : String($1) }
    }

    /// The name of a thing after its article: "an action", "a risk".
    package var withArticle: String { (first.map("aeiou".contains) == true ? "an " : "a ") + self }

    /// The words as a sentence begins with them.
    package var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
