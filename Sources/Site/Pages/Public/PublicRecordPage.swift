import Ledger
import Markup
import Register

/// A record of a published plan: what was promised, and what became of it, for anybody.
struct PublicRecordPage {
    let visit: Visit
    let plan: Row
    let record: PublicRecord

    static func read(_ visit: Visit) async throws -> PublicRecordPage {
        let text = visit.part("reference")
        return try await visit.readWhole { reader in
            // The same words whether there is no such record or it is not published.
            guard let reference = Reference(text), let entry = try reader.entry(reference, .now),
                let row = try reader.rows([entry.id], .now)[entry.id],
                let plan = try Published(in: reader).plan(of: row)
            else { throw Refusal.notFound("There is no published record “\(text)”.") }
            var record = PublicRecord(
                row, plan: plan, names: try PublicNames(for: [row], in: reader), on: visit.today)
            record.events = try events(try entry.record(), row, reader)
            return PublicRecordPage(visit: visit, plan: plan, record: record)
        }
    }

    private static func events(
        _ record: Record, _ row: Row, _ reader: any LedgerReader
    ) throws -> [PublicRecord.Event] {
        var query = Query(kinds: [.update])
        (query.parent, query.order, query.wantsTotal) = (row.id, .reference, false)
        var events: [PublicRecord.Event] = try reader.list(query).rows.compactMap { row in
            guard let update = try reader.entry(row.id, .now)?.record().content as? Update else { return nil }
            return .init(
                on: update.on, what: "Update", status: update.status, percentage: update.percentage,
                words: update.narrative)
        }
        events += record.progress.reprogrammings.map { change in
            .init(
                on: change.on, what: "New date",
                words:
                    "\(change.from?.words ?? "no date") → \(change.to.due?.words ?? change.to.words): \(change.reason)")
        }
        if let closure = record.progress.closure {
            events.append(.init(on: closure.on, what: closure.ending.words, words: closure.reason))
        }
        return events.sorted { $0.on > $1.on }
    }

    var html: HTML {
        Frame(title: "\(record.reference) \(record.title.clipped(to: 80))").page(for: visit) { html in
            html(.nav, .class("crumbs"), .aria("label", "Where it belongs")) { html in
                html(.ol) { html in
                    html(.li) { $0(.a, .href(.to(.publicPlans)), text: "All plans") }
                    html(.li) { $0(.a, .href(.to(.publicPlan, plan.reference.description)), text: plan.title) }
                }
            }
            html.heading(record.title, over: "\(record.kind.capitalisedFirst) \(record.reference)")
            html.summary(facts)
            if let events = record.events, !events.isEmpty {
                html(.section) { html in
                    html(.h2, "What became of it")
                    html(.ol, .class("updates")) { html in for event in events { write(event, to: &html) } }
                }
            }
            html.files(visit)
        }
    }

    private var facts: [(String, (inout HTML) -> Void)] {
        let due = { (day: Day?) -> String? in day.map(\.words) }
        let slipped = record.slips == 0 ? nil : record.slips == 1 ? "once" : "\(record.slips) times"
        let facts: [(String, String?)] = [
            ("Number", record.number), ("Theme", record.theme),
            ("Owner", record.owners.isEmpty ? nil : record.owners.joined(separator: ", ")), ("Due", due(record.due)),
            ("First due", record.originalDue == record.due ? nil : due(record.originalDue)), ("Put off", slipped),
            ("What the dates say", record.standing), ("Reported", record.status), ("Last said", due(record.lastSaid)),
        ]
        return facts.compactMap { name, words in words.map { words in (name, { $0.text(words) }) } }
    }

    private func write(_ event: PublicRecord.Event, to html: inout HTML) {
        html(.li) { html in
            html(.p, .class("meta")) { html in
                html.day(event.on)
                html.text(" · \(event.what)")
                if let status = event.status { html.text(" · \(status)") }
                if let percentage = event.percentage { html.text(" · \(percentage) %") }
            }
            html(.p, event.words)
        }
    }
}
