import Access
import Ledger
import Markup
import Register

// What can be done with a record by whoever looks at it.
extension RecordPage {
    func buttons(_ html: inout HTML) {
        let ways = ways
        guard let first = ways.first else { return }
        html(.div, .class("buttons")) { html in
            for (endpoint, words) in ways {
                html(
                    .a, .class(endpoint == first.0 && endpoint == .update ? "button" : "button quiet"),
                    .href(.to(endpoint, row.reference.description)), text: words)
            }
        }
    }

    /// Whether whoever looks may change the record.
    var canEdit: Bool { visit.asAt == .now && visit.rights.canEdit(councils: record.councils) }

    private var ways: [(Endpoint, String)] {
        if record.kind == .paper { return [(.keptFile, "Save the file")] }
        guard visit.asAt == .now, record.withdrawal == nil else { return [] }
        if record.kind == .import { return visit.may(.editing) ? [(.undoing, "Take it back")] : [] }
        var ways: [(Endpoint, String)] = []
        if record.kind.isTracked {
            let isOpen = record.progress.closure == nil
            if isOpen, visit.rights.canUpdate(councils: record.councils, owners: record.owners) {
                ways.append((.update, "Update"))
            }
            if canEdit {
                ways += isOpen ? [(.reprogramming, "New date"), (.closing, "Close")] : [(.reopening, "Open again")]
                ways += [(.amendment, "Change"), (.linking, "Link")]
            }
        }
        if canEdit, record.mayBeTakenBack { ways.append((.takingBack, "Take it back")) }
        return ways
    }
}
