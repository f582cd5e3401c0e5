/// A value as PDF files write them (ISO 32000-1, 7.3).
enum PDFValue {
    case null
    case bool(Bool)
    case number(Double)
    case name(String)
    /// A string: the words on a page are poppler's to read, so it is passed over.
    case string
    case array([PDFValue])
    case dictionary([String: PDFValue])
    /// An object elsewhere in the file, by its number.
    case reference(Int)

    var number: Double? { if case .number(let number) = self { number } else { nil } }
    var name: String? { if case .name(let name) = self { name } else { nil } }
    var array: [PDFValue]? { if case .array(let array) = self { array } else { nil } }
    var dictionary: [String: PDFValue]? { if case .dictionary(let entries) = self { entries } else { nil } }

    /// A whole number within what a file can hold; nil for any other number.
    var integer: Int? {
        guard let number, number.magnitude < 1e15 else { return nil }
        return Int(number)
    }
}
