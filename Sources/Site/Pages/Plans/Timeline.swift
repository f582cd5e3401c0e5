import Ledger
import Markup
import Register

/// Promises along time: a bar to the day on which each is due, a mark where it was due at first, a line for today. The table
/// beside it says the same in words.
struct Timeline {
    let rows: [Row]
    let names: RecordNames
    let today: Day
    let asAt: String?

    private static let width = 720.0
    private static let rowHeight = 22.0
    private static let scaleHeight = 34.0
    /// Of the word "today", with room beside it.
    private static let labelWidth = 56.0

    /// The promises that have a day, the earliest first.
    private var dated: [Row] {
        rows.filter { $0.due != nil }.sorted { ($0.due ?? today, $0.reference) < ($1.due ?? today, $1.reference) }
    }

    /// First and last day that is drawn, in whole months.
    private var span: (from: Day, to: Day) {
        let days = dated.flatMap { [$0.due, $0.originalDue] }.compactMap { $0 } + [today]
        let from = (days.min() ?? today).firstOfMonth
        return (from, (days.max() ?? today).lastOfMonth)
    }

    func write(to html: inout HTML) {
        let (dated, span) = (dated, span)
        guard !dated.isEmpty else {
            html(.p, .class("hint"), text: "None of these has a day by which it is due.")
            return
        }
        let whole = Double(max(1, span.from.days(until: span.to)))
        func x(_ day: Day) -> Double { Double(span.from.days(until: day)) / whole * Self.width }
        html(.div, .class("table-box"), .role("region"), .aria("label", "Timeline"), .tabindex(0)) { html in
            html(.table, .class("timeline")) { html in
                html(.caption) { html in
                    html.text("\(span.from.shortWords) to \(span.to.shortWords). ")
                    html.text(
                        "A bar ends on the day by which a promise is due, and a thin line goes on for as long as it is late; a hollow mark is where it was due at first; the dashed line is today, \(today.shortWords)."
                    )
                }
                html(.thead) { html in
                    html(.tr) { html in
                        for title in ["Ref", "What", "First due", "Due"] { html(.th, .scope(.col), text: title) }
                        html(.th, .scope(.col)) { html in scale(&html, span, x) }
                    }
                }
                html(.tbody) { html in for row in dated { write(row, x, to: &html) } }
            }
        }
        let rest = rows.count - dated.count
        if rest > 0 {
            html(.p, .class("hint"), text: "\(rest.words("promise has", "promises have")) no day and cannot be drawn.")
        }
    }

    private func scale(_ html: inout HTML, _ span: (from: Day, to: Day), _ x: (Day) -> Double) {
        html(.span, .class("unseen"), text: "Along time")
        html(
            .svg, .class("scale"), .viewBox(width: Self.width, height: Self.scaleHeight), .aria("hidden", "true")
        ) { html in
            for year in span.from.year...span.to.year {
                guard let first = Day(year: year, month: 1, day: 1), first >= span.from || year == span.from.year else {
                    continue
                }
                let place = max(0, x(first))
                html(.line, .class("grid"), .at(.x1, place), .at(.x2, place), .at(.y2, Self.scaleHeight)) { _ in }
                html(.svgText, .at(.x, place + 3), .at(.y, 12), text: "\(year)")
            }
            // On a line of its own, under the years, and within the drawing wherever today is.
            let place = x(today)
            html(.line, .class("today"), .at(.x1, place), .at(.x2, place), .at(.y1, 18), .at(.y2, Self.scaleHeight)) {
                _ in
            }
            let isLeft = place > Self.width - Self.labelWidth
            html(
                .svgText, .at(.x, isLeft ? place - Self.labelWidth : place + 4), .at(.y, 29),
                text: "today")
        }
    }

    private func write(_ row: Row, _ x: (Day) -> Double, to html: inout HTML) {
        let due = row.due ?? today
        let first = row.originalDue ?? due
        let standing = row.standing(on: today)
        html(.tr) { html in
            html(.td, .class("ref"), text: row.reference.description)
            html(.th, .scope(.row), .class("what")) { html in
                html(.a, .href(.to(row.reference, asAt: asAt)), text: row.title.clipped(to: 90))
            }
            html(.td) { html in if first != due { html.day(first) } }
            html(.td) { html in
                html.day(due)
                html.text(" ")
                html.standing(standing)
            }
            html(.td, .class("drawing")) { html in
                html(
                    .svg, .class("lane"), .viewBox(width: Self.width, height: Self.rowHeight), .role("img"),
                    .aria("label", "Due \(due.words)" + (first == due ? "" : ", first \(first.words)"))
                ) { html in
                    html(
                        .rect, .class("bar-\(standing.look)"), .at(.y, 6), .at(.width, max(2, x(due))), .at(.height, 10)
                    ) { _ in }
                    if standing == .overdue {
                        html(
                            .rect, .class("bar-overdue"), .at(.x, x(due)), .at(.y, 10), .at(.width, x(today) - x(due)),
                            .at(.height, 2)
                        ) { _ in }
                    }
                    if first != due {
                        html(.circle, .class("first"), .at(.cx, x(first)), .at(.cy, 11), .at(.r, 5)) { _ in }
                    }
                    html(.line, .class("today"), .at(.x1, x(today)), .at(.x2, x(today)), .at(.y2, Self.rowHeight)) {
                        _ in
                    }
                }
            }
        }
    }
}
