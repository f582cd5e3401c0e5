public import Register

/// Why something of an access book was not done; for people: what was found, why it matters and what to do. It names no
/// secret, and says nothing that tells an address with an account from one without.
public enum AccessError: Error, Sendable, Hashable, CustomStringConvertible {
    // MARK: Signing in

    /// Address and password do not belong together, or there is no such account.
    case wrongCredentials
    /// Too many failures; nothing is tried before this moment.
    case lockedOut(until: Timestamp)
    /// The account may not sign in any more.
    case accountDisabled
    /// More people sign in than passwords can be hashed for.
    case tooBusy
    /// A password could not be hashed, for want of memory.
    case hashingFailed
    /// A one-time password or recovery code is not right.
    case wrongCode
    /// A one-time password was used before.
    case usedCode
    /// The session has ended, or is not one that may do this.
    case sessionEnded
    /// No second factor is being set up.
    case noSecondFactorOffered
    /// The account has no second factor.
    case noSecondFactor

    // MARK: Accounts

    /// A name that cannot be shown.
    case nameMalformed(longest: Int)
    /// Another account has the address.
    case addressTaken(MailAddress)
    /// A password will not do.
    case passwordRefused([PasswordProblem])
    /// There is no such account.
    case unknownAccount(AccountID)
    /// Somebody else has changed the account since; it is as it stands now.
    case accountMovedOn(seen: Int, current: Account)
    /// Nobody would be left to administer the partnership.
    case lastAdministrator

    // MARK: Links

    /// There is no such link, or it was used or replaced.
    case linkUnknown
    /// The link came too late.
    case linkExpired(ended: Timestamp)
    /// There are accounts already.
    case alreadySetUp

    // MARK: Settings and drafts

    /// A text that is no JSON.
    case notJSON
    /// A setting that the program cannot read.
    case settingUnreadable(name: String)
    /// The account has no such draft.
    case unknownDraft(DraftID)
    /// The draft was changed elsewhere since; this is its version now.
    case draftMovedOn(seen: Int, version: Int)
    /// The account has as many drafts as it may.
    case tooManyDrafts(limit: Int)
    /// A paper is larger than a draft may be, in bytes.
    case draftTooLarge(bytes: Int, limit: Int)
    /// All papers of the account's drafts would be larger than they may be, in bytes.
    case draftsTooLarge(bytes: Int, limit: Int)
    /// The decisions of a review take more room than they may, in bytes.
    case decisionsTooLarge(bytes: Int, limit: Int)

    // MARK: The file

    /// The folder that the file would stand in is not there.
    case noFolder(path: String)
    /// The file is something else.
    case notAnAccessBook(path: String)
    /// A newer program has written it.
    case newerSchema(path: String)
    /// It is the book of another partnership.
    case otherPartnership(path: String)
    /// The file may not be written.
    case readOnly(path: String)
    /// Others may read the file, and that cannot be changed.
    case readableByOthers(path: String)
    /// The disk is full.
    case full(path: String)
    /// Reading or writing failed below the database.
    case inputOutput(path: String, detail: String)
    /// Somebody else has been writing for too long.
    case busy(path: String)
    /// The request was given up on the way.
    case givenUp
    /// The file is damaged.
    case damaged(path: String, detail: String)
    /// Anything else that the database says.
    case database(path: String, detail: String)

    /// Whether the file or the machine failed, so that somebody should look after it; else it is for whoever asked.
    public var isFault: Bool {
        switch self {
        case .hashingFailed, .settingUnreadable, .noFolder, .notAnAccessBook, .newerSchema, .otherPartnership,
            .readOnly, .readableByOthers, .full, .inputOutput, .busy, .damaged, .database:
            true
        default: false
        }
    }
}
