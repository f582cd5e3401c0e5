/// Somebody named with an address or a telephone number.
public struct Contact: FindingContent {
    /// Name.
    public var text: String
    /// Post.
    public var post: String?
    /// E-mail address.
    public var email: String?
    /// Telephone number.
    public var telephone: String?
    /// Author or adviser.
    public var role: Role?

    /// Why somebody is named as a contact.
    public enum Role: String, Sendable, Hashable, Codable { case author, adviser }

    /// What the paper fills in; all else is absent.
    public init(text: String, post: String? = nil, email: String? = nil, telephone: String? = nil, role: Role? = nil) {
        self.text = text
        self.post = post
        self.email = email
        self.telephone = telephone
        self.role = role
    }

    var kind: FindingKind { .contact }
    /// The kind of record that keeps it.
    public static let recordKind = RecordKind.contact

    /// Lists what the paper fills in.
    public func describe(into list: inout FieldList) {
        list.add("post", post)
        list.add("email", email)
        list.add("telephone", telephone)
        list.add("role", role?.rawValue)
    }
}
