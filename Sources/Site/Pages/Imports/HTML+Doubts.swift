import Intake
import Markup

extension HTML {
    /// A doubt about who is meant, with the page on which it is resolved once the paper is kept.
    mutating func doubt(_ note: Proposal.Note, _ visit: Visit) {
        switch note {
        case .mayBe(let initials, let name):
            text("\(initials) may be \(name). If so, merge the two once the paper is kept, ")
        case .sharedInitials(let initials):
            text(
                "\(initials) stands in papers of another council too and is taken for one person. If they are two, take them apart once the paper is kept, "
            )
        }
        text("under ")
        if visit.may(Endpoint.people.needs) {
            self(.a, .href(.to(.people)), text: "People and posts")
        } else {
            text("People and posts, which your administrator keeps")
        }
        text(".")
    }
}
