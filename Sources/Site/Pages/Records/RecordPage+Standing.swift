import Ledger
import Markup
import Register

// How a record stands, and how it ended.
extension RecordPage {
    func standing(_ html: inout HTML) {
        guard record.kind.isTracked else { return }
        html(.div, .class("two-statuses")) { html in
            html(.div) { html in
                html(.h2, "Reported")
                html(.p) { html in
                    if facts.status == nil, facts.lastSaid != nil, facts.updates > 0 {
                        html(.span, .class("none"), text: "no status")
                    } else {
                        html.status(facts.status, scheme: scheme)
                    }
                }
                html(.p, .class("meta")) { html in
                    if let said = facts.lastSaid {
                        html.text(facts.status == nil ? "last spoken of on " : "on ")
                        html.day(said)
                    }
                    if let percentage = record.progress.reported?.percentage { html.text(" · \(percentage) % done") }
                }
            }
            if record.kind.isPromise {
                html(.div) { html in
                    html(.h2, "What the dates say")
                    html(.p) { html in
                        html.standing(Standing(of: facts, on: visit.day), due: facts.due, on: visit.day)
                    }
                    html(.p, .class("meta"), text: "judged on \(visit.day.shortWords)")
                }
            }
            html(.div) { html in
                html(.h2, "Due")
                html(.p) { html in
                    if let due = facts.due { html.day(due, isShort: false) } else { html.text("no day") }
                }
                if let words = record.fields.first(where: { $0.name == "timescale" })?.value.text, !words.isEmpty {
                    html(.p, .class("meta"), text: "printed as “\(words)”")
                }
                if let first = facts.originalDue, first != facts.due {
                    html(.p, .class("meta")) { html in
                        html.text("first ")
                        html.day(first)
                        html.text(", put off \(facts.slips == 1 ? "once" : "\(facts.slips) times")")
                    }
                }
            }
            html(.div) { html in
                html(.h2, "Owner")
                let people = names.people(record.owners)
                if people.isEmpty { html(.p, .class("none"), text: "Nobody") }
                for person in people {
                    html(.p) { $0(.a, .href(.to(person.reference, asAt: visit.asAtText)), text: person.title) }
                }
            }
        }
    }

    /// Says that it was reported as ended, and who closes it.
    func awaiting(_ html: inout HTML) {
        guard record.progress.awaitsClosing, let reported = record.progress.reported else { return }
        let report = thread.updates.first { $0.update.status == reported.status }?.update
        html(.div, .class("warning")) { html in
            html(.p) { html in
                html.text("\(report?.by ?? "Somebody") reported on ")
                html.day(report?.on ?? reported.on, isShort: false)
                html.text(
                    " that it is “\(reported.status ?? "ended")”. It stays open until an officer, a second person, confirms that and closes it."
                )
            }
            if canEdit {
                html(.p) { $0(.a, .href(.to(.closing, row.reference.description)), text: "Close it") }
            }
        }
    }

    /// How it ended, who said so and who confirmed it.
    func ending(_ html: inout HTML) {
        guard let closure = record.progress.closure else { return }
        html(.section) { html in
            html(.h2, "How it ended")
            var rows: [(String, (inout HTML) -> Void)] = [
                (
                    closure.ending.words,
                    { html in
                        html.day(closure.on, isShort: false)
                        if let row = names[closure.successor] {
                            html.text(", by ")
                            html(
                                .a, .href(.to(row.reference, asAt: visit.asAtText)),
                                text: "\(row.reference) \(row.title.clipped(to: 120))")
                        }
                    }
                ), ("Reason", { $0.text(closure.reason) }),
            ]
            if let second = closure.confirmedBy {
                rows += [("Said by", { $0.text(closure.by) }), ("Confirmed by", { $0.text(second) })]
            } else {
                rows.append(("Closed by", { $0.text(closure.by) }))
            }
            html.summary(rows)
        }
    }
}
