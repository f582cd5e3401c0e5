public import Register

/// What can go wrong with a ledger; for people: what was found, where, why it matters and what to do.
public enum LedgerError: Error, Sendable, Hashable, CustomStringConvertible {
    /// There is no ledger at a path.
    case missing(path: String)
    /// The folder that the file would stand in is not there.
    case noFolder(path: String)
    /// The file is something else.
    case notALedger(path: String)
    /// A newer program has written it.
    case newerSchema(path: String)
    /// The file may not be written.
    case readOnly(path: String)
    /// The disk is full.
    case full(path: String)
    /// Reading or writing failed below the database.
    case inputOutput(path: String, detail: String)
    /// Somebody else has been writing for too long.
    case busy(path: String)
    /// The file is damaged.
    case damaged(path: String, detail: String)
    /// A record has moved on since the version that a change saw; both versions are here.
    case stale(Conflict)
    /// Others have appended since the head that a commit was worked out from.
    case movedOn(seen: Int, head: Int)
    /// A change speaks of a record that the partnership does not keep.
    case unknownRecord(RecordID)
    /// A new record has the id of one that is there already.
    case duplicate(RecordID)
    /// An entry that has not been made.
    case beyondHead(asked: Int, head: Int)
    /// A body that this program cannot read.
    case unreadable(reference: Reference, sequence: Int, detail: String)
    /// No partnership has the name.
    case noPartnership(name: String?, known: [String])
    /// A partnership's name is taken.
    case partnershipExists(name: String)
    /// Anything else that the database says.
    case database(path: String, detail: String)

    /// A change that came too late.
    public struct Conflict: Sendable, Hashable {
        /// The version that the change was made from; nil where the record was thought to be new.
        public var seen: Entry?
        /// The version that stands now.
        public var current: Entry
    }

    /// The error in words.
    public var description: String {
        switch self {
        case .missing(let path):
            "There is no ledger at \(path). Import a paper to begin one, or name yours with --ledger or GOLDTHREAD_DATABASE."
        case .noFolder(let path):
            "The folder of \(path) is not there, so nothing was written. Make it, or name another place."
        case .notALedger(let path):
            "\(path) is not a Goldthread ledger, so nothing was done to it. Name another file with --ledger."
        case .newerSchema(let path):
            "\(path) was written by a newer version of Goldthread, which may keep things that this one would lose. Use that version, or a newer one."
        case .readOnly(let path):
            "\(path) may not be written, so nothing was changed. Ask its owner for leave to write it and its folder."
        case .full(let path):
            "The disk that holds \(path) is full, so nothing was changed. What was acknowledged before is safe. Make room, then try again."
        case .inputOutput(let path, let detail):
            "\(path) could not be read or written (\(detail)), so nothing was changed. Look at the disk, then run: goldthread doctor"
        case .busy(let path):
            "Somebody else has been writing to \(path) for more than five seconds, so nothing was changed. Try again."
        case .damaged(let path, let detail):
            "\(path) is damaged (\(detail)). Stop using it, keep a copy as it is, and restore your last backup: goldthread restore BACKUP"
        case .stale(let conflict):
            if let seen = conflict.seen {
                "\(conflict.current.reference) has changed since you read it: you saw version \(seen.version), and \(conflict.current.actor) has made version \(conflict.current.version) since (\(conflict.current.reason)). Nothing was changed. Look at it again with: goldthread show \(conflict.current.reference)"
            } else {
                "\(conflict.current.reference) stands at version \(conflict.current.version), and the change was made from one that it never had. Nothing was changed. Look at it with: goldthread show \(conflict.current.reference)"
            }
        case .movedOn(let seen, let head):
            "Somebody else has added to the ledger meanwhile (it was at entry \(seen), and is at \(head) now). Nothing was changed. Do it again, so that what they added is taken into account."
        case .unknownRecord(let id): "This partnership keeps no record \(id). Nothing was changed."
        case .duplicate(let id): "There is a record \(id) already. Nothing was changed."
        case .beyondHead(let asked, let head):
            "There is no entry \(asked) yet: the ledger ends at entry \(head)."
        case .unreadable(let reference, let sequence, let detail):
            "Entry \(sequence) of \(reference) cannot be read (\(detail)). A newer program wrote it, or it was altered. Run: goldthread verify"
        case .noPartnership(_, let known) where known.isEmpty:
            "The ledger holds no partnership yet. Import a paper to begin one."
        case .noPartnership(.some(let name), let known):
            "The ledger has no partnership \"\(name)\". It has: \(known.joined(separator: ", "))."
        case .noPartnership(nil, let known):
            "The ledger holds several partnerships, and nothing is shared between them. Say which with --partnership: \(known.joined(separator: ", "))."
        case .partnershipExists(let name): "There is a partnership \"\(name)\" already. Choose another name."
        case .database(let path, let detail):
            "The database \(path) said: \(detail). Nothing was changed. Run: goldthread doctor"
        }
    }
}
