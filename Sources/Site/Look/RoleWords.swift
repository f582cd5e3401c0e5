import Access

extension Role {
    /// For people.
    var words: String {
        switch self {
        case .reader: "Reader"
        case .owner: "Owner"
        case .officer: "Officer"
        case .clerk: "Clerk"
        case .administrator: "Administrator"
        }
    }

    /// What the role is for.
    var meaning: String {
        switch self {
        case .reader: "reads what the council keeps"
        case .owner: "reads, and updates the promises that they answer for"
        case .officer: "reads, edits registers and brings in papers"
        case .clerk: "reads, and keeps meetings, minutes and decisions"
        case .administrator: "does all of these, and says who else may"
        }
    }
}
