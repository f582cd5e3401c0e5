/// Somebody named as present at, or absent from, a meeting.
public struct Attendance: FindingContent {
    /// The person's name as printed, without "Councillor".
    public var text: String
    /// In what capacity.
    public var role: Role

    /// Capacities in which people attend.
    public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
        case chair, viceChair = "vice-chair", member, observer, invitee, officer, apologies
    }

    /// A person in a capacity.
    public init(text: String, role: Role) {
        self.text = text
        self.role = role
    }

    var kind: FindingKind { .attendance }
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.attendance

    /// Lists what the paper fills in.
    public func describe(into list: inout FieldList) {
        list.add("role", role.rawValue)
    }
}
