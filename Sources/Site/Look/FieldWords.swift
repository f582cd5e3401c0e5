import Register

/// Names and values of a record's fields as pages show them, where the ledger's own are not for people.
struct FieldWords {
    let label: String
    let value: String

    /// - Parameter kind: What the record is: a size is one of a file there, and of something else elsewhere.
    init(_ name: String, _ value: String, of kind: RecordKind) {
        switch (kind, name) {
        case (.paper, "sha256"): (label, self.value) = ("Fingerprint (SHA-256)", value)
        case (.paper, "size"): (label, self.value) = ("Size", Int(value)?.bytes ?? value)
        case (_, _) where Day(iso: value) != nil:
            (label, self.value) = (name.spaced.capitalisedFirst, Day(iso: value)?.words ?? value)
        default: (label, self.value) = (name.spaced.capitalisedFirst, value)
        }
    }

    /// The words of a field of a record of some kind.
    init(_ field: FindingField, of kind: RecordKind) {
        if case .amount(let amount) = field.value {
            self.init(field.name, amount.words, of: kind)
        } else {
            self.init(field.name, field.value.text, of: kind)
        }
    }
}
