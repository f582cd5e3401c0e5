public import Access
public import Intake
public import Ledger
public import Logging
public import Register
import Synchronization

/// The web site of one partnership: its ledger, its accounts, and what they are asked through.
public struct Site: Sendable {
    /// What is kept.
    public let ledger: any Ledger
    /// Who may sign in.
    public let access: AccessBook
    let settings: SiteSettings
    let clock: @Sendable () -> Timestamp
    let logger: Logger
    let publicPages: PublicPages
    let lexicon: Lexicon
    let readings: ReadingRoom
    let bodyRoom: BodyRoom
    let uploads: UploadCount
    let pages: KeptPages
    let memory = LedgerMemory()
    let writtenTables = WrittenTables(room: 24_000_000)
    /// What the rows of lists speak of, by the state of the ledger.
    let names = Remembered<Grounds, NamesKey, RecordNames>(room: 30_000)
    /// Plans, by the state of the ledger.
    let plans = Remembered<Grounds, KnownPlan.Key, KnownPlan>(room: 2000)
    /// What lists can be narrowed by, by the state of the ledger.
    let choices = Remembered<Grounds, FilterChoices.Key, FilterChoices>(room: 30_000)
    /// What home says to all who may read the same, by the state of the ledger.
    let overviews = Remembered<Grounds, Overview.Key, Overview>(room: 100)
    /// Whoever was merged into the person that an account is, by the state of the ledger.
    let parties = Remembered<Int, RecordID, Set<RecordID>>(room: 10_000)
    /// Records of a kind that were merged, each with all that are one with it, by the state of the ledger.
    let merged = Remembered<Int, RecordKind, [RecordID: Set<RecordID>]>(room: 16)

    /// A site.
    /// - Parameters:
    ///   - settings: How it is reached, and its limits.
    ///   - lexicon: By which words papers are understood.
    ///   - clock: What time it is.
    /// - Throws: `AccessError` where the accounts cannot be read, or belong to another partnership.
    public init(
        ledger: any Ledger, access: AccessBook, settings: SiteSettings = SiteSettings(),
        lexicon: Lexicon, clock: @escaping @Sendable () -> Timestamp, logger: Logger
    ) async throws(AccessError) {
        (self.lexicon, readings) = (lexicon, ReadingRoom(lexicon: lexicon))
        bodyRoom = BodyRoom(size: max(settings.uploadRoom, settings.uploadLimit + SentForm.plainLimit))
        uploads = UploadCount(limit: settings.uploadRate)
        pages = KeptPages(room: settings.pagesMemory)
        (self.ledger, self.access, self.settings, self.clock, self.logger) = (ledger, access, settings, clock, logger)
        try await access.bind(to: ledger.partnership.id)
        publicPages = PublicPages(try await access.setting(.publicPages))
    }

    var hasPublicPages: Bool { publicPages.areOn }

    /// Counts all promises as they stand today, for the pages that say how many there are.
    func countEverything() async throws(LedgerError) {
        let (memory, mark, today) = (memory, try ledger.mark(), LondonTime.day(of: clock()))
        try await ledger.read { _ = try memory.reader($0, mark: mark).tally(TallyQuestion(on: today)) }
    }

    /// The link by which the first administrator is made, for whoever starts the site; nil where there is an account.
    /// - Throws: `AccessError` where the accounts cannot be written.
    public func setUpLink() async throws(AccessError) -> String? {
        guard try await access.needsSetUp() else { return nil }
        let link = try await access.makeSetUpLink()
        return settings.origin + "/welcome/" + link.token.text
    }
}

/// Whether published plans may be read by anybody; asked by every page, and changed by hand once a year.
final class PublicPages: Sendable {
    private let state: Mutex<Bool>

    init(_ areOn: Bool) { state = Mutex(areOn) }

    var areOn: Bool {
        get { state.withLock { $0 } }
        set { state.withLock { $0 = newValue } }
    }
}

extension SettingKey<Bool> {
    /// Whether published plans may be read by anybody.
    static var publicPages: SettingKey<Bool> { SettingKey("public-pages", standard: false) }
}
