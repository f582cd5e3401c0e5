import HTTPTypes
import Ledger
import Markup
import Register

/// Who answers for a record, in a form: those who do, each of whom can be left out, and others by their names.
struct OwnersField: Sendable {
    let visit: Visit
    /// Whoever answers for it now, as the record names them; nobody for a new one.
    let now: [RecordID]
    /// Whom the form that was sent could show: somebody who came since was not left out by it.
    let shown: [RecordID]
    let names: RecordNames
    /// Names to choose from.
    let known: [String]

    /// More than this nobody reads through to choose from.
    private static let most = 300

    init(_ visit: Visit, now: [RecordID] = [], shown: [RecordID] = [], in reader: any LedgerReader) throws {
        (self.visit, self.now, self.shown) = (visit, now, shown)
        names = try RecordNames(now + shown, in: reader, .now)
        var everybody = Query(kinds: [.person, .post])
        (everybody.order, everybody.limit, everybody.wantsTotal) = (.reference, Self.most, false)
        known = try reader.list(everybody).rows.filter { $0.mergedInto == nil }.map(\.title).sorted()
    }

    /// The owners that the form names, in their order: those who stay, then those who are new.
    func owners(_ problems: inout FormProblems, in reader: any LedgerReader) throws -> [RecordID] {
        var owners = now.filter(isTicked)
        for text in (visit.form["new-owner"] ?? "").split(separator: ";").map({ String($0).trimmed })
        where !text.isEmpty {
            guard let found = try reader.party(text, "new-owner", &problems) else { continue }
            if !owners.contains(found.id) { owners.append(found.id) }
        }
        return owners
    }

    private func isTicked(_ id: RecordID) -> Bool {
        guard visit.endpoint.method == .post, let owner = names[id] else { return true }
        guard shown.contains(where: { names[$0]?.id == owner.id }) else { return true }
        return visit.form.all("owner").contains(owner.reference.description)
    }

    func write(to html: inout HTML, problem: String?) {
        let people = names.people(now)
        if !people.isEmpty {
            html(.fieldset, .class("group")) { html in
                html(.legend, people.count > 1 ? "Owners" : "Owner")
                html(.p, .class("hint"), text: "Take the tick off whoever does not answer for it any more.")
                for person in people {
                    let reference = person.reference.description
                    html.tick(
                        "owner", value: reference, id: "owner-\(reference)", person.title,
                        isTicked: isTicked(person.id))
                }
            }
        }
        html.field(
            "new-owner", people.isEmpty ? "Owner" : "Another owner",
            hint: "The name of a person or post that the ledger knows. Put a semicolon between several.",
            value: visit.form["new-owner"]
        ) { ($0.isRequired, $0.problem, $0.list) = (false, problem, "known-owners") }
        html(.datalist, .id("known-owners")) { html in for name in known { html(.option, .value(name), text: "") } }
    }
}
