import HTTPTypes
import Ledger
import Markup
import Register

/// Who answers for a record, in a form: those who do, each of whom can be left out, and others by their names.
struct OwnersField: Sendable {
    let visit: Visit
    /// Whoever answers for it now, as the record names them; nobody for a new one.
    let now: [RecordID]
    let names: RecordNames
    /// Names to choose from.
    let known: [String]

    /// More than this nobody reads through to choose from.
    private static let most = 300

    init(_ visit: Visit, now: [RecordID], in reader: any LedgerReader) throws {
        (self.visit, self.now) = (visit, now)
        names = try RecordNames(now, in: reader, .now)
        var everybody = Query(kinds: [.person, .post])
        (everybody.order, everybody.limit, everybody.wantsTotal) = (.reference, Self.most, false)
        known = try reader.list(everybody).rows.filter { $0.mergedInto == nil }.map(\.title).sorted()
    }

    /// The owners that the form names, in their order: those who stay, then those who are new.
    func owners(_ problems: inout FormProblems, in reader: any LedgerReader) throws -> [RecordID] {
        let ticked = Set(visit.form.all("owner"))
        var owners = now.filter { names[$0].map { ticked.contains($0.reference.description) } ?? true }
        for text in (visit.form["new-owner"] ?? "").split(separator: ";").map({ String($0).trimmed })
        where !text.isEmpty {
            let found = try Self.find(text, in: reader)
            switch found.count {
            case 1: if !owners.contains(found[0].id) { owners.append(found[0].id) }
            case 0:
                problems.add(
                    "new-owner",
                    "Nobody in the ledger is called “\(text)”. Check the name, or ask an administrator to add it")
            default:
                let all = found.map { "\($0.reference) \($0.title)" }.joined(separator: ", ")
                problems.add("new-owner", "“\(text)” could be \(all): write the reference of one")
            }
        }
        return owners
    }

    /// People and posts that go by a reference or a name; of those that were merged, the one that stands for both.
    private static func find(_ text: String, in reader: any LedgerReader) throws -> [Row] {
        let kinds: [RecordKind] = [.person, .post]
        if let reference = Reference(text), kinds.contains(reference.kind) {
            let id = try reader.entry(reference, .now)?.id
            return try RecordNames([id].compactMap(\.self), in: reader, .now).people([id].compactMap(\.self))
        }
        let ids = try reader.named(text, kinds: kinds, .now).map(\.id)
        return try RecordNames(ids, in: reader, .now).people(ids)
    }

    func write(to html: inout HTML, problem: String?) {
        let people = names.people(now)
        if !people.isEmpty {
            let ticked = visit.endpoint.method == .post ? Set(visit.form.all("owner")) : nil
            html(.fieldset, .class("group")) { html in
                html(.legend, people.count > 1 ? "Owners" : "Owner")
                html(.p, .class("hint"), text: "Take the tick off whoever does not answer for it any more.")
                for person in people {
                    let reference = person.reference.description
                    html.tick(
                        "owner", value: reference, id: "owner-\(reference)", person.title,
                        isTicked: ticked?.contains(reference) ?? true)
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
