import Ledger
import Markup
import Register

// What was said of a record and what was changed.
extension RecordPage {
    func updates(_ html: inout HTML) {
        guard !thread.updates.isEmpty else { return }
        html(.section) { html in
            html(.h2, "Updates")
            html(.ol, .class("updates")) { html in
                for (row, update) in thread.updates {
                    html(.li) { html in
                        html(.p, .class("meta")) { html in
                            html.day(update.on)
                            html.text(" · \(update.by) ")
                            if update.status != nil { html.status(update.status, scheme: scheme) }
                            if let percentage = update.percentage { html.text(" \(percentage) %") }
                            if canEdit {
                                html.text(" · ")
                                html(.a, .href(.to(.takingBack, row.reference.description))) { html in
                                    html.text("Take back")
                                    html(.span, .class("unseen"), text: " \(row.reference)")
                                }
                            }
                        }
                        html(.p, .class("said"), text: update.narrative)
                        if let cause = update.cause {
                            html(.p) { html in
                                html(.strong, "Cause: "); html.text(cause)
                            }
                        }
                        if let action = update.correctiveAction {
                            html(.p) { html in
                                html(.strong, "Corrective action: "); html.text(action)
                            }
                        }
                    }
                }
            }
        }
    }

    /// What is shown elsewhere on the page.
    private static let shown: Set<String> = [
        "text", "due", "start", "timescale", "openEnded", "owners", "status", "theme", "reportedStatus", "reportedOn",
        "percentage",
        "reprogrammed", "update", "closed", "closedOn", "closedBecause", "confirmedBy",
    ]

    func details(_ html: inout HTML) {
        let fields = record.fields.filter {
            // An id that has no name is of a record that may not be read.
            !Self.shown.contains($0.name) && !$0.value.text.isEmpty
                && (RecordID($0.value.text).map { names[$0] != nil } ?? true)
        }
        let changes = record.progress.reprogrammings
        let councils = names.people(record.councils)
        guard !fields.isEmpty || !changes.isEmpty || !councils.isEmpty else { return }
        html(.section) { html in
            html(.h2, "Details")
            var rows: [(String, (inout HTML) -> Void)] = changes.map { change in
                (
                    "New date",
                    { html in
                        html.text(
                            "\(change.from?.shortWords ?? "no date") → \(change.to.due?.shortWords ?? change.to.words): \(change.reason). Approved by \(change.approver.text), "
                        )
                        html.day(change.on)
                    }
                )
            }
            rows += fields.map { field in
                let words = FieldWords(field, of: record.kind)
                return (
                    words.label,
                    { html in
                        if let id = RecordID(field.value.text), let row = names[id] {
                            html(.a, .href(.to(row.reference, asAt: visit.asAtText)), text: row.title)
                        } else {
                            html.text(words.value)
                        }
                    }
                )
            }
            if !councils.isEmpty {
                rows.append(
                    (
                        councils.count == 1 ? "Council" : "Councils",
                        { $0.text(councils.map(\.title).joined(separator: ", ")) }
                    ))
            }
            html.summary(rows)
        }
    }

    func history(_ html: inout HTML) {
        html(.section) { html in
            html(.h2, "History")
            html(.ol, .class("history")) { html in
                var before: Record?
                for (entry, record) in thread.versions {
                    html(.li) { html in
                        html(.p) { html in
                            html(.strong, "Version \(entry.version)")
                            html.text(" · \(LondonTime.words(entry.at)) · \(entry.actor): \(entry.reason)")
                        }
                        guard let record else {
                            html(.p, .class("warning"), text: "This version cannot be read.")
                            return
                        }
                        if let before {
                            html.summary(RecordChanges(from: before, to: record, names).rows)
                        }
                        before = record
                    }
                }
            }
        }
    }
}

extension LondonTime {
    /// "30 Jun 2026, 14:05", as clocks in the United Kingdom show it.
    static func words(_ moment: Timestamp) -> String { "\(day(of: moment).shortWords), \(text(moment).suffix(5))" }
}
