import Register

extension AccessError {
    /// The error in words.
    public var description: String {
        switch self {
        case .wrongCredentials:
            "The e-mail address and the password do not belong together. Check both, or ask an administrator for a link to set a new password."
        case .lockedOut(let until):
            "There were too many failed attempts, so none is looked at until \(AccessError.minute(until)). Try again then, or ask an administrator for a link to set a new password."
        case .accountDisabled:
            "This account has been disabled, so it cannot sign in. Ask an administrator if it should not be."
        case .tooBusy: "Too many people are signing in at once. Nothing was changed. Try again in a few seconds."
        case .hashingFailed:
            "The password could not be worked on, most likely because memory ran out. Nothing was changed. Try again; if it happens again, tell whoever looks after the server."
        case .wrongCode:
            "The code is not right. Type the six digits that your app shows now, or one of your recovery codes. If the app's codes are never right, check that your telephone shows the right time."
        case .usedCode: "The code has been used, and each is accepted once. Wait until your app shows the next one."
        case .sessionEnded: "Your session has ended. Nothing was changed. Sign in again."
        case .noSecondFactorOffered:
            "No one-time passwords are being set up for this account. Begin again from your account's page."
        case .noSecondFactor: "This account does not use one-time passwords. Set them up first."
        case .nameMalformed(let longest):
            "The name is empty, longer than \(longest) characters, or holds signs that cannot be shown. Give one that others will know it by."
        case .addressTaken(let address):
            "There is an account with the address \(address) already. Change that one, or use another address."
        case .passwordRefused(let problems):
            "This password will not do. " + problems.map(\.description).joined(separator: " ")
        case .unknownAccount(let id): "There is no account \(id). Somebody may have removed it. Look at the list again."
        case .accountMovedOn(let seen, let current):
            "The account of \(current.details.name) has changed since you looked at it (you saw version \(seen), it is at \(current.version)). Nothing was changed. Look at it again."
        case .lastAdministrator:
            "Nobody else with a password administers the whole partnership, so nobody could let people in any more. Nothing was changed. Make somebody else an administrator first."
        case .linkUnknown:
            "This link does not work: it has been used, or a newer one has taken its place. Ask an administrator for a new one."
        case .linkExpired(let ended):
            "This link worked until \(LondonTime.text(ended)). Ask an administrator for a new one."
        case .alreadySetUp:
            "There are accounts already, so no first administrator can be made. Sign in, or ask an administrator for an account."
        case .notJSON: "The text is not JSON, so it was not kept. This is a fault of Goldthread: please report it."
        case .settingUnreadable(let name):
            "The setting \"\(name)\" holds what this version of Goldthread cannot read. Set it again."
        case .unknownDraft(let id):
            "You have no import \(id) under review. It may have been kept, set aside, or removed because nobody looked at it for a month. Look at the list again."
        case .draftMovedOn(let seen, let version):
            "This review has gone on in another window (you saw version \(seen), it is at \(version)). Nothing was changed. Look at it again."
        case .tooManyDrafts(let limit):
            "You have \(limit) imports under review, and more are not kept. Finish or remove one first."
        case .draftTooLarge(let bytes, let limit):
            "The paper has \(AccessError.size(bytes)), and one under review may have \(AccessError.size(limit)). Split it, or import it by the command line."
        case .draftsTooLarge(let bytes, let limit):
            "With this paper your imports under review would take \(AccessError.size(bytes)), and they may take \(AccessError.size(limit)). Finish or remove one first."
        case .decisionsTooLarge(let bytes, let limit):
            "What you decided in this review takes \(AccessError.size(bytes)), and it may take \(AccessError.size(limit)). Keep what is decided, and import the paper again for the rest."
        default: fileDescription
        }
    }

    private var fileDescription: String {
        switch self {
        case .noFolder(let path):
            "The folder of \(path) is not there, so nothing was written. Make it, or name another place."
        case .notAnAccessBook(let path):
            "\(path) is not a file of accounts that Goldthread made, so nothing was done to it. Name another file."
        case .newerSchema(let path):
            "\(path) was written by a newer version of Goldthread, which may keep things that this one would lose. Use that version, or a newer one."
        case .otherPartnership(let path):
            "\(path) holds the accounts of another partnership, whose people have no business here. Name the file that belongs to this ledger."
        case .readOnly(let path):
            "\(path) may not be read and written, so nothing was changed. Ask its owner for leave to write it and its folder."
        case .readableByOthers(let path):
            "Others on this computer may read \(path), which holds password hashes, and that could not be changed. Let its owner run: chmod 600 \(path)"
        case .full(let path):
            "The disk that holds \(path) is full, so nothing was changed. What was acknowledged before is safe. Make room, then try again."
        case .inputOutput(let path, let detail):
            "\(path) could not be read or written (\(detail)), so nothing was changed. Look at the disk, then try again."
        case .busy(let path):
            "Somebody else has been writing to \(path) for more than five seconds, so nothing was changed. Try again."
        case .givenUp: "The request was given up before it was done, so nothing was changed. Try again."
        case .damaged(let path, let detail):
            "\(path) is damaged (\(detail)). Stop using it, keep a copy as it is, and restore your last backup."
        case .database(let path, let detail):
            "The database \(path) said: \(detail). Nothing was changed. Tell whoever looks after the server."
        default: "Nothing was changed."
        }
    }

    /// The first full minute, as clocks in the United Kingdom show it, that is not before a moment.
    private static func minute(_ moment: Timestamp) -> String {
        LondonTime.text(Timestamp(microseconds: moment.microseconds + 59_999_999))
    }

    private static func size(_ bytes: Int) -> String {
        bytes < 1 << 20 ? "\(bytes) bytes" : "\((bytes + (1 << 20) - 1) >> 20) MB"
    }
}
