import Access
import Ledger
import Markup
import Register

/// Papers that somebody uploaded and that wait for them: read and to be reviewed, or not to be read at all.
struct ReturnedImports: Sendable {
    private let drafts: [Draft]
    private let states: [DraftID: ReadingRoom.State]

    /// The most that are shown.
    private static let most = 5

    /// Those of whoever asks; none where they may not bring papers in, or where the page shows a past day: what is under
    /// review has no past.
    init(_ visit: Visit) async throws {
        guard visit.asAt == .now, visit.may(.editing) else {
            (drafts, states) = ([], [:])
            return
        }
        let all = try await visit.access.drafts(of: try visit.signedIn().account.id)
        let states = await visit.site.readings.states(of: all.map(\.id))
        (drafts, self.states) = (all.filter { states[$0.id] != .reading }, states)
    }

    var isEmpty: Bool { drafts.isEmpty }

    func write(to html: inout HTML) {
        guard !drafts.isEmpty else { return }
        html(.section, .class("attention")) { html in
            html(.h2) { html in
                html.text("Papers for you to review ")
                html(.a, .class("count"), .href(.to(.imports))) { html in
                    html.text(drafts.count)
                    html(.span, .class("unseen"), text: " under review")
                }
            }
            html(.ul, .class("plain-list")) { html in
                for draft in drafts.prefix(Self.most) {
                    html(.li) { $0.draft(draft, states[draft.id] ?? .waiting) }
                }
            }
        }
    }
}

extension HTML {
    /// A paper under review, with how far it has come.
    mutating func draft(_ draft: Draft, _ state: ReadingRoom.State) {
        self(.a, .href(.to(.review, "\(draft.id)")), text: draft.name)
        self(.p, .class("meta")) { html in
            html.text("\(draft.size.bytes) · uploaded ")
            html.day(LondonTime.day(of: draft.created))
            switch state {
            case .waiting: html.text(" · waits for your review")
            case .reading: html.text(" · is being read")
            case .read(let count): html.text(" · \(count.words("finding", "findings")) · waits for your review")
            case .failed: break
            }
        }
        if case .failed(let why) = state { self(.p, .class("problem"), text: "It could not be read: \(why)") }
    }
}
