import Access
import Ledger
import Markup
import Register

/// Records that may be of one person, post or council, by their names alone, for somebody to judge.
struct LikelySame: Sendable {
    private let pairs: [(less: Row, more: Row)]

    /// The most that are shown; when some are merged, others come.
    private static let most = 10

    /// - Parameter rows: Records that were not merged into others. Nothing is offered to those who may not merge them.
    init(_ rows: [Row], for visit: Visit) {
        guard visit.rights.canAdminister else {
            pairs = []
            return
        }
        pairs = RecordKind.mergeable.flatMap { kind in
            let rows = rows.filter { $0.reference.kind == kind }
            return Namesakes.pairs(among: rows.map(\.title), of: kind).map { (rows[$0.less], rows[$0.more]) }
        }
    }

    func write(to html: inout HTML) {
        guard !pairs.isEmpty else { return }
        html(.section, .class("attention")) { html in
            html(.h2, "May be the same")
            html(.p, .class("hint"), text: "Papers write them in different ways. Merge those that are one.")
            html(.ul, .class("plain-list")) { html in
                for (less, more) in pairs.prefix(Self.most) {
                    html(.li) { html in
                        html(
                            .a,
                            .href(
                                .to(
                                    .merging, less.reference.description,
                                    query: [("into", more.reference.description)])),
                            text: "\(less.title) may be \(more.title)")
                        html(.span, .class("meta"), text: " \(less.reference) and \(more.reference)")
                    }
                }
            }
            if pairs.count > Self.most {
                html(.p, .class("hint"), text: "The first \(Self.most) of \(pairs.count) are shown.")
            }
        }
    }
}
