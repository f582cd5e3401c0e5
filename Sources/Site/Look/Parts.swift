import Ledger
import Markup
import Register

// Parts of which pages are made, after the patterns of the GOV.UK Design System.
extension HTML {
    /// A status with its sign, so that nobody has to tell it by colour.
    mutating func status(_ words: String, tone: StatusLevel.Tone, sign: String) {
        self(.span, .class("tag tag-\(tone.rawValue)")) { html in
            html(.span, .class("sign"), .aria("hidden", "true"), text: sign)
            html.text(words)
        }
    }

    /// A reported status by the plan's scheme.
    mutating func status(_ words: String?, scheme: StatusScheme?) {
        status(words, level: words.flatMap { StatusScheme.level(for: $0, in: scheme) })
    }

    /// A reported status of a level, where one is known.
    mutating func status(_ words: String?, level: StatusLevel?) {
        guard let words else {
            self(.span, .class("none"), text: "nothing reported")
            return
        }
        status(words, tone: level?.tone ?? .neutral, sign: level?.shape.sign ?? StatusLevel.Shape.ring.sign)
    }

    /// What was last reported of a record; words alone report no status.
    mutating func reported(_ row: Row, level: StatusLevel?) {
        guard row.status == nil, row.updates > 0 else { return status(row.status, level: level) }
        self(.span, .class("none"), text: "no status")
        guard let said = row.lastSaid else { return }
        text(", last said ")
        day(said)
    }

    /// How dates stand; with the day that something was due and the day on which that is judged, how late it is.
    mutating func standing(_ standing: Standing, due: Day? = nil, on today: Day? = nil) {
        self(.span, .class("standing standing-\(standing.look)")) { html in
            html(.span, .class("sign"), .aria("hidden", "true"), text: standing.sign)
            html.text(standing.words)
        }
        guard standing == .overdue, let due, let today, due < today else { return }
        text(" ")
        self(.span, .class("late"), text: "by " + due.length(until: today))
    }

    /// A day as people write it, for machines too.
    mutating func day(_ day: Day, isShort: Bool = true) {
        self(.time, .datetime(day.description), text: isShort ? day.shortWords : day.words)
    }

    /// A link whose words say more to those who do not see what stands around it.
    mutating func link(_ address: Address, _ words: String, unseen more: String) {
        self(.a, .href(address)) { html in
            html.text(words)
            html(.span, .class("unseen"), text: more)
        }
    }

    /// Rows of a name and what it is.
    mutating func summary(_ rows: [(String, (inout HTML) -> Void)]) {
        self(.dl, .class("summary")) { html in
            for (name, write) in rows {
                html(.div) { html in
                    html(.dt, name)
                    html(.dd) { write(&$0) }
                }
            }
        }
    }

    /// A page's heading with a line above it.
    mutating func heading(_ title: String, over caption: String? = nil) {
        if let caption { self(.span, .class("caption"), text: caption) }
        self(.h1, .class(title.utf8.count > 90 ? "long" : nil), text: title)
    }

    /// What went wrong with a form, above it, each with a link to its field.
    mutating func problems(_ problems: [(field: String, words: String)]) {
        guard !problems.isEmpty else { return }
        self(.div, .class("problems"), .role("alert"), .tabindex(-1), .data("focus", "")) { html in
            html(.h2, "There is a problem")
            html(.ul) { html in
                for problem in problems {
                    html(.li) { html in html(.a, .href(Address(fragment: problem.field)), text: problem.words) }
                }
            }
        }
    }

    /// Says that something was done.
    mutating func done(_ words: String?) {
        guard let words else { return }
        self(.div, .class("done"), .role("status")) { html in html(.p, words) }
    }

    /// Ways to the pages of a long list.
    /// - Parameter together: Words of the link to all of them on one page; nil where there is none.
    mutating func pages(_ visit: Visit, page: Int, of count: Int, together: String? = nil) {
        guard count > 1 else { return }
        self(.nav, .class("pages"), .aria("label", "Pages")) { html in
            html(.ul) { html in
                if page > 1 {
                    html(.li) { $0(.a, .rel("prev"), .href(visit.here([("page", "\(page - 1)")])), text: "Previous") }
                }
                for number in Self.shown(page, of: count) {
                    html(.li) { html in
                        guard let number else {
                            html.text("…")
                            return
                        }
                        html(
                            .a, .href(visit.here([("page", "\(number)")])),
                            .aria("label", "Page \(number)"), .aria("current", number == page ? "page" : nil),
                            text: "\(number)")
                    }
                }
                if page < count {
                    html(.li) { $0(.a, .rel("next"), .href(visit.here([("page", "\(page + 1)")])), text: "Next") }
                }
                if let together {
                    html(.li) {
                        $0(.a, .href(visit.here([("page", nil), ("rows", "all")])), text: together)
                    }
                }
            }
        }
    }

    /// First, last and those around a page; nil for a gap.
    private static func shown(_ page: Int, of count: Int) -> [Int?] {
        let near = Set([1, page - 1, page, page + 1, count].filter { (1...count).contains($0) }).sorted()
        var shown: [Int?] = []
        for number in near {
            if case .some(.some(let last)) = shown.last, number > last + 1 { shown.append(nil) }
            shown.append(number)
        }
        return shown
    }
}

extension Standing {
    /// The part of its class that says how it looks.
    var look: String {
        switch self {
        case .finished: "finished"
        case .overdue: "overdue"
        case .dueSoon: "soon"
        case .inTime, .recurring: "time"
        case .openEndedWithoutReview, .impossibleDate, .undated, .noDate: "open"
        }
    }

    var sign: String {
        switch self {
        case .finished: "✓"
        case .overdue: "■"
        case .dueSoon: "▲"
        case .inTime, .recurring: "●"
        case .openEndedWithoutReview, .impossibleDate, .undated, .noDate: "○"
        }
    }
}

extension Int {
    /// "1 action", "12 actions".
    func words(_ one: String, _ many: String) -> String { "\(self) \(self == 1 ? one : many)" }
}

extension StatusScheme {
    /// The level that words stand for in a scheme, or else in one that many councils use.
    static func level(for words: String, in scheme: StatusScheme?) -> StatusLevel? {
        scheme?.level(for: words) ?? presets.lazy.compactMap { $0.level(for: words) }.first
    }
}
