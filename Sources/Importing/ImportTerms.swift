public import Intake
public import Ledger
public import Register

/// What an import goes by besides its papers and the ledger. All of it is passed in, so that the same papers on the same
/// day give the same records.
public struct ImportTerms: Sendable {
    /// By which words papers are understood.
    public var lexicon: Lexicon
    /// The day of the import: what a paper without a date says is said on it.
    public var today: Day
    /// Which plan the papers are to be taken for.
    public var choice: PlanChoice
    /// What of the ledger whoever imports may read: a paper is compared with nothing else.
    public var readable: Readable
    /// Names new records.
    public var ids: RecordIDs

    /// Terms under which any plan may be recognised, unless somebody chooses one.
    public init(
        lexicon: Lexicon, today: Day, choice: PlanChoice = .byRecords, readable: Readable = .everything, ids: RecordIDs
    ) {
        (self.lexicon, self.today, self.choice) = (lexicon, today, choice)
        (self.readable, self.ids) = (readable, ids)
    }
}
