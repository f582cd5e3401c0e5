import Ledger
import Register

/// What became of a record between two moments: one of the things that readers look for, with the record before and after.
struct RecordChange: Sendable {
    let kind: Kind
    var before: Row?
    let after: Row
    /// Its words then and now, where they differ.
    var words: WordDifference?
    /// Who made the last of it, and on which day.
    var made: (by: String, on: Day)?

    /// What can have happened; in the order in which pages tell of it.
    enum Kind: String, CaseIterable, Sendable {
        case added, closed, reopened, slipped, redated, reworded, reported, takenBack = "taken-back"

        var title: String {
            switch self {
            case .added: "Added"
            case .closed: "Finished or closed"
            case .reopened: "Opened again"
            case .slipped: "Put off"
            case .redated: "Given another date"
            case .reworded: "Reworded"
            case .reported: "Reported on"
            case .takenBack: "Taken back"
            }
        }
    }

    /// All that happened to a record; nothing where it is as it was.
    /// - Parameter old: The record before; nil where there was none.
    static func all(from old: Row?, to row: Row) -> [RecordChange] {
        let old = old.flatMap { $0.isWithdrawn ? nil : $0 }
        func change(_ kind: Kind) -> RecordChange { RecordChange(kind: kind, before: old, after: row) }
        if row.isWithdrawn { return old == nil ? [] : [change(.takenBack)] }
        guard let old else { return [change(.added)] }
        var changes: [RecordChange] = []
        if row.isFinished, !old.isFinished { changes.append(change(.closed)) }
        if old.isFinished, !row.isFinished { changes.append(change(.reopened)) }
        if row.slips > old.slips {
            changes.append(change(.slipped))
        } else if row.due != old.due, !row.isFinished {
            changes.append(change(.redated))
        }
        if row.title != old.title {
            var reworded = change(.reworded)
            reworded.words = WordDifference(from: old.title, to: row.title)
            changes.append(reworded)
        }
        // Another status is said with the opening again.
        let isReported = row.updates > old.updates || row.status != old.status && !old.isFinished
        if !row.isFinished, isReported { changes.append(change(.reported)) }
        return changes
    }
}

/// A change for spreadsheets and programs.
struct RecordChangeFacts: ExportRow {
    private let change, reference, title: String
    private let titleBefore, status, statusBefore: String?
    private let due, dueBefore: Day?

    init(_ change: RecordChange) {
        let (before, after) = (change.before, change.after)
        (self.change, reference, title) = (change.kind.rawValue, after.reference.description, after.title)
        (titleBefore, status, statusBefore) = (before?.title, after.status, before?.status)
        (due, dueBefore) = (after.due, before?.due)
    }

    static let titles = [
        "change", "reference", "title", "title before", "due", "due before", "status", "status before",
    ]

    var cells: [String] {
        [
            change, reference, title, titleBefore ?? "", due?.description ?? "", dueBefore?.description ?? "",
            status ?? "", statusBefore ?? "",
        ]
    }
}
