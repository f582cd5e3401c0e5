import Ledger
import Markup
import Register

// The thread of a record: up to the paper, down to the evidence.
extension RecordPage {
    func thread(_ html: inout HTML) {
        let (up, down) = (thread.links.filter(\.isForward), thread.links.filter { !$0.isForward })
        guard
            !up.isEmpty || !down.isEmpty || record.place != nil || !thread.below.isEmpty
                || !Self.evidence(thread).isEmpty
        else { return }
        html(.section, .class("thread-box")) { html in
            html(.h2, "Thread")
            html(.ol, .class("thread-list")) { html in
                if let place = record.place, let paper = names[place.paper] {
                    html(.li, .class("knot paper")) { html in
                        html(.p, .class("role"), text: "found in")
                        html(.a, .href(.to(paper.reference, asAt: visit.asAtText)), text: paper.title)
                        html(.p, .class("meta"), text: place.source.words)
                    }
                }
                for linked in up { knot(&html, linked) }
                html(.li, .class("knot here"), .aria("current", "true")) { html in
                    html(.p, .class("role"), text: row.reference.description)
                    html(.strong, record.text.clipped(to: 160))
                }
                for linked in down { knot(&html, linked) }
                for row in thread.below.prefix(30) {
                    html(.li, .class("knot")) { html in
                        html(.p, .class("role"), text: "below")
                        html(
                            .a, .href(.to(row.reference, asAt: visit.asAtText)),
                            text: "\(row.reference) \(row.title.clipped(to: 160))")
                    }
                }
                // A file that may not be read is not named either.
                for item in Self.evidence(thread) where item.paper == nil || names[item.paper] != nil {
                    html(.li, .class("knot evidence")) { html in
                        html(.p, .class("role"), text: "evidence")
                        if let paper = names[item.paper] {
                            html(.a, .href(.to(.keptFile, paper.reference.description)), text: item.text)
                        } else {
                            html.text(item.text)
                        }
                    }
                }
            }
            if thread.below.count > 30 { html(.p, .class("hint"), text: "and \(thread.below.count - 30) more below") }
        }
    }

    private func knot(_ html: inout HTML, _ linked: RecordThread.Linked) {
        html(.li, .class("knot")) { html in
            html(.p, .class("role"), text: linked.isForward ? linked.link.role.words : linked.link.role.reversed)
            html(
                .a, .href(.to(linked.row.reference, asAt: visit.asAtText)),
                text: "\(linked.row.reference) \(linked.row.title.clipped(to: 200))")
            if linked.row.reference.kind.isTracked {
                html.text(" ")
                if linked.row.reference.kind.isPromise { html.standing(linked.row.standing(on: visit.day)) }
            }
            if let place = linked.place, let paper = names[place.paper] {
                html(.p, .class("meta"), text: "in \(paper.title), \(place.source.words)")
            }
            for further in linked.further {
                html(.p, .class("meta")) { html in
                    html.text(further.link.role.words + " ")
                    html(
                        .a, .href(.to(further.row.reference, asAt: visit.asAtText)),
                        text: "\(further.row.reference) \(further.row.title.clipped(to: 120))")
                }
            }
        }
    }

    func source(_ html: inout HTML) {
        let isOnSheet = record.place?.source.sheet != nil
        guard printed != nil || isOnSheet else { return }
        html(.section) { html in
            html(.h2, "As printed")
            printed?.write(to: &html)
            if isOnSheet {
                html(.details) { html in
                    html(.summary, "Show the page")
                    html(
                        .img, .class("sheet"), .src(.to(.recordPage, row.reference.description)),
                        .alt("The page on which \(row.reference) was found, its row marked"))
                }
            }
        }
    }
}
