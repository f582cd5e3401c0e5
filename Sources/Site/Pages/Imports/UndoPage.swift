import Access
import Hummingbird
import Importing
import Ledger
import Markup
import Register

/// Takes an import back by new entries, once somebody has seen what that means.
struct UndoPage {
    let visit: Visit
    let undoing: ImportUndoing

    static func read(_ visit: Visit) async throws -> UndoPage {
        guard let reference = Reference(visit.part("reference")),
            let entry = try await visit.read({ try $0.entry(reference, .now) })
        else {
            throw Refusal.notFound("There is no import “\(visit.part("reference"))”.")
        }
        do {
            return UndoPage(visit: visit, undoing: try await ImportUndoing(entry, in: visit.ledger))
        } catch {
            throw Refusal.bad("\(error)")
        }
    }

    static func save(_ visit: Visit) async throws -> Response {
        let page = try await read(visit)
        for change in page.undoing.changes where change.record.kind.isTracked {
            guard change.record.councils.isEmpty || visit.rights.canEdit(councils: change.record.councils) else {
                throw Refusal.forbidden
            }
        }
        let commit: Commit
        do {
            commit = try page.undoing.commit(by: try visit.signedIn().name, anyway: visit.form["anyway"] != nil)
        } catch {
            return Pages.page(page.html, status: .conflict)
        }
        _ = try await visit.ledger.append(commit)
        return Pages.go(.to(.imports, query: [("undone", page.undoing.reference.description)]))
    }

    var html: HTML {
        let names = undoing.papers.joined(separator: ", ")
        return Frame(title: "Take back \(undoing.reference)", section: .imports).page(for: visit) { html in
            html.heading("Take this import back?", over: "\(undoing.reference) · \(names)")
            guard undoing.later.isEmpty else { return later(&html) }
            html(
                .p,
                "It added or changed \(undoing.changes.count.words("record", "records")). What it added will be in no list any more, what it changed will be as it was before. Nothing is erased: the history shows both."
            )
            form(&html)
        }
    }

    /// What has to be taken back before, with the way there.
    private func later(_ html: inout HTML) {
        html(.div, .class("warning")) { html in
            html(.p) { html in
                html.text("It cannot be taken back yet. More of the same paper was added by ")
                for (index, reference) in undoing.later.enumerated() {
                    if index > 0 { html.text(", ") }
                    html(.a, .href(.to(reference)), text: "\(reference)")
                }
                html.text(
                    ", which would be left without it: take \(undoing.later.count == 1 ? "that" : "those") back first.")
            }
        }
        html(.div, .class("buttons")) { $0(.a, .href(.to(undoing.reference)), text: "Go back") }
    }

    private func form(_ html: inout HTML) {
        html(.form, .method(.post), .action(.to(.undoImport, undoing.reference.description))) { html in
            html.token(visit)
            if !undoing.changedSince.isEmpty {
                html(.div, .class("warning")) { html in
                    let shown = undoing.changedSince.prefix(12).map(\.description).joined(separator: ", ")
                    let more = undoing.changedSince.count > 12 ? " and \(undoing.changedSince.count - 12) more" : ""
                    html(.p, "Others have changed \(shown)\(more) since.")
                    html(.div, .class("choice")) { html in
                        html(.input, .type("checkbox"), .id("anyway"), .name("anyway"), .value("1"), .required())
                        html(.label, .for("anyway"), text: "Take those back too")
                    }
                }
            }
            html(.div, .class("buttons")) { html in
                html(.button, .type("submit"), text: "Take it back")
                html(.a, .href(.to(undoing.reference)), text: "Cancel")
            }
        }
    }
}
