import Access
import Register
import Testing

/// Every role × every right, at every kind of record, against a table that is written out.
@Suite(.serialized) struct RightsTests {
    private static let (here, there) = (RecordID.number(1), RecordID.number(2))
    private static let me = RecordID.number(9)

    /// A record as seen by somebody with a role here.
    enum Place: String, CaseIterable, Sendable {
        case here, sharedLedHere, sharedLedThere, there, whole
        var councils: [RecordID] {
            switch self {
            case .here: [RightsTests.here]
            case .sharedLedHere: [RightsTests.here, RightsTests.there]
            case .sharedLedThere: [RightsTests.there, RightsTests.here]
            case .there: [RightsTests.there]
            case .whole: []
            }
        }
    }

    /// What may be asked of rights for a record.
    private static let questions: [(name: String, ask: @Sendable (Rights, [RecordID]) -> Bool)] = [
        ("read", { $0.canRead(councils: $1) }),
        ("update mine", { $0.canUpdate(councils: $1, owners: [.number(5), me]) }),
        ("update another's", { $0.canUpdate(councils: $1, owners: [.number(5)]) }),
        ("edit", { $0.canEdit(councils: $1) }),
        ("import", { $0.canImport(councils: $1) }),
        ("keep meetings", { $0.canKeepMeetings(councils: $1) }),
        ("administer", { $0.canAdminister(councils: $1) }),
    ]

    /// What each role may do with a record that its council leads; all else is refused there.
    private static let lead: [Role: Set<String>] = [
        .reader: ["read"],
        .owner: ["read", "update mine"],
        .officer: ["read", "update mine", "update another's", "edit", "import"],
        .clerk: ["read", "keep meetings"],
        .administrator: [
            "read", "update mine", "update another's", "edit", "import", "keep meetings", "administer",
        ],
    ]

    @Test(arguments: Role.allCases, Place.allCases)
    func `a role at a council does what the table says, and no more`(role: Role, place: Place) throws {
        let rights = Rights(grants: [Grant(role, at: Self.here)], parties: [Self.me])
        let allowed: Set<String> =
            switch place {
            case .here, .sharedLedHere: try #require(Self.lead[role])
            case .sharedLedThere, .whole: ["read"]
            case .there: []
            }
        for (name, ask) in Self.questions {
            #expect(ask(rights, place.councils) == allowed.contains(name), "\(role) \(place): \(name)")
        }
    }

    @Test(arguments: Role.allCases, Place.allCases)
    func `a role in the whole partnership does the same with every record`(role: Role, place: Place) throws {
        let rights = Rights(grants: [Grant(role)], parties: [Self.me])
        let allowed = try #require(Self.lead[role])
        for (name, ask) in Self.questions {
            #expect(ask(rights, place.councils) == allowed.contains(name), "\(role) \(place): \(name)")
        }
    }

    @Test(arguments: Place.allCases) func `nobody may do anything without a grant`(place: Place) {
        for rights in [Rights.none, Rights(grants: [], parties: [Self.me])] {
            for (name, ask) in Self.questions { #expect(!ask(rights, place.councils), "\(place): \(name)") }
            #expect(!rights.canImport && !rights.canKeepMeetings && !rights.canAdminister)
        }
    }

    @Test(arguments: Role.allCases) func `pages that belong to no record open by role`(role: Role) {
        let (local, wide) = (Rights(grants: [Grant(role, at: Self.here)]), Rights(grants: [Grant(role)]))
        for rights in [local, wide] {
            #expect(rights.canImport == [.officer, .administrator].contains(role))
            #expect(rights.canKeepMeetings == [.clerk, .administrator].contains(role))
        }
        #expect(!local.canAdminister)
        #expect(wide.canAdminister == (role == .administrator))
    }

    @Test func `roles at several councils do not run together`() {
        let rights = Rights(grants: [Grant(.officer, at: Self.here), Grant(.reader, at: Self.there)])
        #expect(rights.canEdit(councils: [Self.here, Self.there]))
        #expect(!rights.canEdit(councils: [Self.there, Self.here]))
        #expect(rights.scope(of: .read) == .councils([Self.here, Self.there]))
        #expect(rights.scope(of: .edit) == .councils([Self.here]))
        #expect(rights.scope(of: .administer) == .nowhere)
    }

    @Test(arguments: [false, true]) func `a grant in the whole partnership is not narrowed by another`(isFirst: Bool) {
        let grants = [Grant(.officer), Grant(.officer, at: Self.here)]
        let rights = Rights(grants: isFirst ? grants : grants.reversed())
        #expect(rights.scope(of: .edit) == .partnership)
        #expect(rights.canEdit(councils: [Self.there]) && rights.canEdit(councils: []))
    }

    @Test func `an owner updates as any of the people and posts that they are`() {
        let post = RecordID.number(8)
        let rights = Rights(grants: [Grant(.owner, at: Self.here)], parties: [Self.me, post])
        #expect(rights.canUpdate(councils: [Self.here], owners: [post]))
        #expect(!rights.canUpdate(councils: [Self.here], owners: []))
        let unknown = Rights(grants: [Grant(.owner)])
        #expect(!unknown.canUpdate(councils: [Self.here], owners: [Self.me]))
    }

    @Test func `an administrator of one council gives roles there, and keeps accounts that have no others`() {
        let rights = Rights(grants: [Grant(.administrator, at: Self.here)])
        #expect(rights.canGive(Grant(.administrator, at: Self.here)))
        #expect(!rights.canGive(Grant(.reader, at: Self.there)) && !rights.canGive(Grant(.reader)))
        #expect(rights.canKeepAccount(grants: [Grant(.officer, at: Self.here)]))
        #expect(!rights.canKeepAccount(grants: [Grant(.officer, at: Self.here), Grant(.reader, at: Self.there)]))
        #expect(!rights.canKeepAccount(grants: [Grant(.administrator)]))
        #expect(!rights.canKeepAccount(grants: [Grant]()))
        let wide = Rights(grants: [Grant(.administrator)])
        #expect(wide.canGive(Grant(.administrator)) && wide.canGive(Grant(.reader, at: Self.there)))
        #expect(wide.canKeepAccount(grants: [Grant]()) && wide.canKeepAccount(grants: [Grant(.administrator)]))
    }

    @Test(arguments: Role.allCases.filter { $0 != .administrator })
    func `nobody else gives roles or keeps accounts`(role: Role) {
        let rights = Rights(grants: [Grant(role)])
        #expect(!rights.canGive(Grant(.reader)) && !rights.canKeepAccount(grants: [Grant(.reader, at: Self.here)]))
    }
}
