import Access
import Ledger
import Markup
import Register

/// The fields of an account, as it stands or as somebody has filled them in.
struct AccountForm: Sendable {
    let visit: Visit
    /// Councils at which the visitor may give roles.
    let councils: [Row]
    /// People and posts that an account can be.
    let people: [Row]
    /// Councils, people and posts that were merged into others, by their ids.
    let merged: [RecordID: RecordID]
    var name = ""
    var address = ""
    var person: RecordID?
    var grants: Set<Grant> = []
    var isDisabled = false
    var problems: [(field: String, words: String)] = []

    /// An empty form; or one of an account.
    static func read(_ visit: Visit, of account: Account? = nil) async throws -> AccountForm {
        var form = try await visit.read { reader in
            func rows(_ kinds: [RecordKind]) throws -> [Row] {
                var query = Query(kinds: kinds)
                (query.order, query.wantsTotal) = (.reference, false)
                return try reader.list(query).rows
            }
            let (councils, people) = (try rows([.council]), try rows([.person, .post]))
            return AccountForm(
                visit: visit,
                councils: councils.filter {
                    $0.mergedInto == nil && visit.rights.canGive(Grant(.reader, at: $0.id))
                },
                people: people.filter { $0.mergedInto == nil }
                    .sorted { $0.title.lowercased() < $1.title.lowercased() },
                merged: Dictionary(
                    (councils + people).compactMap { row in row.mergedInto.map { (row.id, $0) } },
                    uniquingKeysWith: { $1 }))
        }
        if let details = account?.details {
            (form.name, form.address) = (details.name, details.address.text)
            form.person = details.person.map(form.standing)
            (form.grants, form.isDisabled) = (Set(details.grants.map(form.standing)), details.isDisabled)
        }
        return form
    }

    /// The record that stands for another that was merged into it: what the form shows, and is chosen from.
    private func standing(_ id: RecordID) -> RecordID { merged[id] ?? id }

    /// A role as it is at the council that stands.
    private func standing(_ grant: Grant) -> Grant { Grant(grant.role, at: grant.council.map(standing)) }

    private func problem(_ field: String) -> String? { problems.first { $0.field == field }?.words }

    // MARK: Reading

    /// Takes what was sent.
    /// - Returns: The details; nil where something is wrong, which `problems` then says.
    /// - Throws: `Refusal.forbidden` where a role is given or taken that is not the visitor's to give.
    mutating func take(over current: Account?) throws -> AccountDetails? {
        let form = visit.form
        (name, address) = (form["name"] ?? "", form["address"] ?? "")
        person = form["person"].flatMap { text in people.first { $0.reference.description == text }?.id }
        let stored = current?.details
        isDisabled = form["disabled"] != nil
        // What the form does not show, such as a role at a council that was taken back, stays as it is.
        let known = Set(councils.map { Optional($0.id) } + [nil])
        let before = Set((stored?.grants ?? []).map(standing))
        let unseen = before.filter { !known.contains($0.council) }
        let ticked = try form.all("role").map { try grant($0) }
        grants = unseen.union(ticked)
        let changed = grants.symmetricDifference(before)
        guard changed.allSatisfy(visit.rights.canGive) else { throw Refusal.forbidden }
        problems = []
        if name.isEmpty { problems.append(("name", "Write the name that others know them by")) }
        let mail = MailAddress(address)
        if mail == nil { problems.append(("address", "Write the e-mail address in full, such as name@example.gov.uk")) }
        if grants.isEmpty, !visit.rights.canAdminister {
            problems.append(("roles", "Give at least one role: an account without any is not of your council"))
        }
        guard problems.isEmpty, let mail else { return nil }
        // What nobody has chosen anew stays at the record where it was given, for when two are taken apart again.
        let kept = (stored?.grants ?? []).filter { grants.contains(standing($0)) }
        return AccountDetails(
            address: mail, name: name, person: stored?.person.map(standing) == person ? stored?.person : person,
            grants: kept.union(grants.subtracting(kept.map(standing))), isDisabled: isDisabled)
    }

    /// A role as a tick of the form says it: "officer@COU-1", or "officer@" in the whole partnership.
    private func grant(_ text: String) throws(Refusal) -> Grant {
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let role = Role(rawValue: String(parts[0])) else {
            throw .bad("“\(text)” is no role.")
        }
        if parts[1].isEmpty { return Grant(role) }
        // Councils where the visitor may give none are not in the list.
        guard let council = councils.first(where: { $0.reference.description == parts[1] }) else { throw .forbidden }
        return Grant(role, at: council.id)
    }

    /// Says what the book of accounts refuses, at its field; nil where it is about something else.
    static func problem(_ error: AccessError) -> (field: String, words: String)? {
        switch error {
        case .addressTaken: ("address", "\(error)")
        case .nameMalformed: ("name", "\(error)")
        case .lastAdministrator: ("roles", "\(error)")
        default: nil
        }
    }

    // MARK: Writing

    func write(to html: inout HTML) {
        html.field("name", "Name", value: name) { $0.problem = problem("name") }
        html.field("address", "E-mail address", hint: "They sign in by it.", value: address) {
            ($0.type, $0.problem) = ("email", problem("address"))
        }
        html.select(
            "person", "Who they are in the ledger", hint: "Whose promises are theirs.",
            [("", "Nobody")] + people.map { ($0.reference.description, "\($0.title) (\($0.reference))") },
            chosen: people.first { $0.id == person }?.reference.description)
        html(.h2, "Roles")
        html(.ul, .class("hint")) { html in
            for role in Role.allCases { html(.li, "\(role.words) \(role.meaning)") }
        }
        html(.div, .id("roles"), .class(problem("roles") == nil ? nil : "wrong")) { html in
            if let problem = problem("roles") { html(.p, .class("problem"), text: problem) }
            if visit.rights.canAdminister { place(&html, nil) }
            for council in councils { place(&html, council) }
        }
    }

    private func place(_ html: inout HTML, _ council: Row?) {
        let key = council?.reference.description ?? ""
        html(.fieldset, .class("group")) { html in
            html(.legend, council?.title ?? "The whole partnership, with every council that joins it")
            html(.div, .class("ticks")) { html in
                for role in Role.allCases {
                    html.tick(
                        "role", value: "\(role.rawValue)@\(key)", id: "role-\(role.rawValue)-\(key)", role.words,
                        isTicked: grants.contains(Grant(role, at: council?.id)))
                }
            }
        }
    }
}
