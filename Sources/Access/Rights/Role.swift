/// What somebody is for a council, or for the whole partnership.
public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
    /// Reads what the council keeps.
    case reader
    /// Reads, and updates records that they answer for.
    case owner
    /// Reads, edits registers and imports papers.
    case officer
    /// Reads, and keeps meetings: agendas, minutes, decisions, the work programme.
    case clerk
    /// Does all that the others do, and says who else may. Whoever says that could give themselves the other roles, so
    /// keeping them from those would only be a detour.
    case administrator

    /// What the role brings. The whole table of who may do what is here.
    public var rights: Set<Right> {
        switch self {
        case .reader: [.read]
        case .owner: [.read, .updateOwn]
        case .officer: [.read, .updateOwn, .edit, .import]
        case .clerk: [.read, .keepMeetings]
        case .administrator: Set(Right.allCases)
        }
    }
}

/// Something that a role allows.
public enum Right: String, Sendable, Hashable, CaseIterable {
    /// To see records.
    case read
    /// To update records that one answers for.
    case updateOwn
    /// To make, change, update, re-programme and close any record.
    case edit
    /// To bring in papers.
    case `import`
    /// To keep meetings with their agendas, minutes, decisions and work programme.
    case keepMeetings
    /// To keep accounts, people, councils, plans, schemes and settings.
    case administer
}
