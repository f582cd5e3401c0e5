import Access
import Testing

@Suite(.serialized) struct DraftTests {
    private static func book(_ change: (inout AccessRules) -> Void = { _ in }) async throws
        -> (test: TestBook, ann: AccountID)
    {
        let test = try TestBook(change)
        return (test, try await test.administrator().id)
    }

    @Test func `an import under review keeps its paper and what is decided`() async throws {
        let (test, ann) = try await Self.book()
        let draft = try await test.book.makeDraft(of: ann, name: " plan.pdf", bytes: [0, 1, 255])
        #expect(draft.name == "plan.pdf" && draft.size == 3 && draft.version == 1 && draft.account == ann)
        #expect(try await test.book.draft(draft.id, of: ann) == (draft, "{}"))
        #expect(try await test.book.paper(ofDraft: draft.id, of: ann) == [0, 1, 255])
        test.clock.advance(9)
        let next = try await test.book.updateDraft(draft.id, of: ann, seen: 1, decisions: #"{"1":"accept"}"#)
        #expect(next.version == 2 && next.changed == test.clock.now && next.created == draft.created)
        #expect(try await test.book.draft(draft.id, of: ann) == (next, #"{"1":"accept"}"#))
        let other = try await test.book.makeDraft(of: ann, name: "other.txt", bytes: [])
        #expect(try await test.book.drafts(of: ann) == [other, next])
        try await test.book.removeDraft(draft.id, of: ann)
        #expect(try await test.book.drafts(of: ann) == [other])
        await #expect(throws: AccessError.unknownDraft(draft.id)) { try await test.book.draft(draft.id, of: ann) }
    }

    @Test func `a late change is refused and nothing is lost`() async throws {
        let (test, ann) = try await Self.book()
        let draft = try await test.book.makeDraft(of: ann, name: "plan.pdf", bytes: [1])
        _ = try await test.book.updateDraft(draft.id, of: ann, seen: 1, decisions: "[1]")
        await #expect(throws: AccessError.draftMovedOn(seen: 1, version: 2)) {
            try await test.book.updateDraft(draft.id, of: ann, seen: 1, decisions: "[2]")
        }
        #expect(try await test.book.draft(draft.id, of: ann).decisions == "[1]")
    }

    @Test func `nobody sees, changes or removes another's`() async throws {
        let (test, ann) = try await Self.book()
        let draft = try await test.book.makeDraft(of: ann, name: "exempt.pdf", bytes: [1])
        let ben = try await test.member("ben@a.b", [Grant(.administrator)]).id
        let (book, unknown) = (test.book, AccessError.unknownDraft(draft.id))
        #expect(try await book.drafts(of: ben).isEmpty)
        await #expect(throws: unknown) { try await book.draft(draft.id, of: ben) }
        await #expect(throws: unknown) { try await book.paper(ofDraft: draft.id, of: ben) }
        await #expect(throws: unknown) { try await book.updateDraft(draft.id, of: ben, seen: 1, decisions: "{}") }
        await #expect(throws: unknown) { try await book.removeDraft(draft.id, of: ben) }
        #expect(try await book.draft(draft.id, of: ann).draft == draft)
    }

    @Test func `number and sizes have limits, each account its own`() async throws {
        let (test, ann) = try await Self.book {
            ($0.draftCount, $0.draftBytes, $0.draftTotalBytes, $0.draftDecisionBytes) = (3, 10, 15, 8)
        }
        let ben = try await test.member("ben@a.b").id
        func add(_ count: Int, _ decisions: String = "{}", of account: AccountID) async -> AccessError? {
            do throws(AccessError) {
                _ = try await test.book.makeDraft(
                    of: account, name: "x", bytes: Array(repeating: 0, count: count), decisions: decisions)
                return nil
            } catch { return error }
        }
        #expect(await add(11, of: ann) == .draftTooLarge(bytes: 11, limit: 10))
        #expect(await add(10, of: ann) == nil)
        #expect(await add(6, of: ann) == .draftsTooLarge(bytes: 16, limit: 15))
        #expect(await add(5, "[1,2,3,4]", of: ann) == .decisionsTooLarge(bytes: 9, limit: 8))
        #expect(await add(5, "[1,2,3]", of: ann) == nil)
        #expect(await add(0, of: ann) == nil)
        #expect(await add(0, of: ann) == .tooManyDrafts(limit: 3))
        #expect(await add(10, of: ben) == nil)
        #expect(await add(0, "{", of: ben) == .notJSON)
        let last = try #require(try await test.book.drafts(of: ann).first)
        await #expect(throws: AccessError.decisionsTooLarge(bytes: 9, limit: 8)) {
            try await test.book.updateDraft(last.id, of: ann, seen: 1, decisions: "[1,2,3,4]")
        }
        await #expect(throws: AccessError.notJSON) {
            try await test.book.updateDraft(last.id, of: ann, seen: 1, decisions: "nope")
        }
        await #expect(throws: AccessError.nameMalformed(longest: 255)) {
            try await test.book.makeDraft(of: ben, name: "", bytes: [])
        }
        await #expect(throws: AccessError.unknownAccount(AccountID(99))) {
            try await test.book.makeDraft(of: AccountID(99), name: "x", bytes: [])
        }
    }

    @Test func `a draft that nobody has touched for thirty days is swept, with its paper`() async throws {
        let (test, ann) = try await Self.book()
        let old = try await test.book.makeDraft(of: ann, name: "old", bytes: [1])
        let used = try await test.book.makeDraft(of: ann, name: "used", bytes: [2])
        test.clock.advance(30 * 86_400 - 1)
        #expect(try await test.book.sweep().drafts == 0)
        let next = try await test.book.updateDraft(used.id, of: ann, seen: 1, decisions: "[]")
        test.clock.advance(1)
        #expect(try await test.book.sweep().drafts == 1)
        #expect(try await test.book.drafts(of: ann) == [next])
        await #expect(throws: AccessError.unknownDraft(old.id)) { try await test.book.paper(ofDraft: old.id, of: ann) }
    }
}
