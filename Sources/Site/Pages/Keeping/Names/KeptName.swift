import Access
import Ledger
import Markup
import Register

/// A record that is kept by its names, as it stands, if the visitor may keep it.
struct KeptName: Sendable {
    let row: Row
    let record: Record
    let content: NamedContent
    /// Who made the version that stands, for whoever comes too late.
    let actor: String

    /// Reads the record that a part of the path, or a text, names.
    /// - Throws: `Refusal.notFound` or `.forbidden`.
    init(_ text: String, for visit: Visit, in reader: any LedgerReader) throws {
        guard let reference = Reference(text), let entry = try reader.entry(reference, .now),
            let row = try reader.rows([entry.id], .now)[entry.id]
        else { throw Refusal.notFound("There is no record “\(text)”.") }
        let record = try entry.record()
        guard let content = NamedContent(record), record.withdrawal == nil else {
            throw Refusal.notFound("\(reference) is not kept by its name.")
        }
        guard visit.rights.canAdminister(councils: record.councils) else { throw Refusal.forbidden }
        (self.row, self.record, self.content, actor) = (row, record, content, entry.actor)
    }

    /// How it stands, for comparing with what somebody wrote.
    func summary(in html: inout HTML) {
        var rows: [(String, (inout HTML) -> Void)] = [
            ("Name", { $0.text(content.name) }),
            ("Other names", { $0.text(content.aliases.joined(separator: ", ")) }),
        ]
        if content.kind == .person { rows.append(("Post", { $0.text(content.post ?? "") })) }
        html.summary(rows)
    }
}

extension HTML {
    /// Says that somebody was faster, with what they made of it; what the visitor wrote stands below.
    mutating func conflict(by actor: String, _ current: (inout HTML) -> Void) {
        self(.div, .class("warning"), .role("alert")) { html in
            html(
                .p,
                "\(actor) has changed this since you opened it. What you wrote is still below: save it again if it still holds."
            )
            html(.p) { $0(.strong, "As it stands now:") }
            current(&html)
        }
    }
}
