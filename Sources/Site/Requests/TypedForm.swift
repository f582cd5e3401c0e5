import HTTPTypes
import Ledger
import Markup
import Register

/// What somebody typed into a form that was not taken in, because they had been signed out or there was no room: it comes back
/// with the refusal, and is sent again from there. It stands in the page alone; the site keeps nothing of it.
struct TypedForm: Sendable {
    /// Where it is sent to.
    let address: Address
    private let fields: [(name: String, value: String)]
    /// The fields for files that were filled in. A page cannot hold a file, so it has to be chosen again.
    private let files: [String]

    /// Fields that nobody typed.
    private static let silent: Set<String> = ["seen", "from", "id"]

    /// What was sent to an endpoint of which people type something; nil where nothing was, and for what is secret.
    init?(_ visit: Visit) {
        guard visit.endpoint.isTypedInto else { return nil }
        self.init(
            address: Address(path: visit.path, query: visit.query.pairs),
            fields: visit.form.pairs.filter { $0.name != "form-token" }, files: visit.files.map(\.field))
    }

    private init?(address: Address, fields: [(name: String, value: String)], files: [String]) {
        (self.address, self.fields) = (address, fields)
        self.files = files.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        guard !files.isEmpty || fields.contains(where: { !$0.value.trimmed.isEmpty && !Self.silent.contains($0.name) })
        else { return nil }
    }

    // MARK: While somebody signs in

    private static let prefix = "typed."

    /// What a form for signing in brought along; nil where it is for no endpoint of this site that people type into, or where
    /// the form stood elsewhere: nobody else puts words into somebody's mouth.
    init?(broughtBy visit: Visit) {
        let form = visit.form
        guard visit.isFromItsSite, let (path, query) = form["to"].flatMap(Address.parts),
            Endpoint.posted(at: path)?.isTypedInto == true
        else { return nil }
        let fields = form.pairs.filter { $0.name.hasPrefix(Self.prefix) }
        self.init(
            address: Address(path: path, query: query),
            fields: fields.map { (String($0.name.dropFirst(Self.prefix.count)), $0.value) },
            files: form.all("typed-file"))
    }

    /// Writes it into a form for signing in.
    func bring(_ html: inout HTML) {
        html(.input, .type("hidden"), .name("to"), .value(address.text))
        for (name, value) in fields {
            html(.input, .type("hidden"), .name(Self.prefix + name), .value(value))
        }
        for file in files { html(.input, .type("hidden"), .name("typed-file"), .value(file)) }
    }

    // MARK: On the page

    /// The form by which it is sent again.
    func write(to html: inout HTML, for visit: Visit) {
        html(.form, .method(.post), .enctype("multipart/form-data"), .action(address)) { html in
            html.token(visit)
            for (name, value) in fields { html(.input, .type("hidden"), .name(name), .value(value)) }
            words(&html)
            for file in files {
                html.file(file, "File", hint: "Choose it again: a page cannot hold a file.")
            }
            html(.div, .class("buttons")) { html in html(.button, .type("submit"), text: "Send it again") }
        }
    }

    /// What was typed, to be read or copied.
    func words(_ html: inout HTML) {
        let typed = fields.filter { !$0.value.trimmed.isEmpty && !Self.silent.contains($0.name) }
        guard !typed.isEmpty else { return }
        html(.h2, "What you wrote")
        html(.div, .class("field")) { html in
            html.summary(
                typed.map { name, value in
                    let words = Day(iso: value)?.words ?? value
                    return (name.replacing("-", with: " ").capitalisedFirst, { $0(.p, .class("said"), text: words) })
                })
        }
    }
}

extension Endpoint {
    /// Whether people type something into its form that must not be lost. What is secret is never shown again: passwords and
    /// codes are asked for by the endpoints for everybody's own account, and by those for signing in. Papers are chosen, not
    /// typed, and too large to wait for from whoever may send none.
    var isTypedInto: Bool {
        method == .post && self != .upload && [.updating, .editing, .administering].contains(needs)
    }

    /// The endpoint that takes forms at a path.
    static func posted(at path: [String]) -> Endpoint? {
        allCases.first { endpoint in
            endpoint.method == .post && endpoint.parts.count == path.count
                && zip(endpoint.parts, path).allSatisfy { $0 == nil || $0 == $1 }
        }
    }
}

extension Address {
    /// The parts of a page of this site, from a text that anybody may have written; nil for any other address.
    static func parts(_ text: String) -> (path: [String], query: [(name: String, value: String)])? {
        guard text.hasPrefix("/"), !text.hasPrefix("//"), !text.contains("\\") else { return nil }
        let parts = text.split(separator: "?", maxSplits: 1)
        return (
            (parts.first ?? "").split(separator: "/").map { Fields.plain($0) },
            parts.count > 1 ? Fields(urlencoded: parts[1]).pairs : []
        )
    }
}
