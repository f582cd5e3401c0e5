import Access
import Foundation
import GRDB
import Register
import Testing

@testable import struct Access.TOTP

extension TestBook {
    /// Turns the second factor of an account on, by a session that stays open; one step later its first code can be used.
    func secondFactor(of address: String) async throws -> (totp: TOTP, codes: [String]) {
        let session = try await signIn(address).session
        _ = try await book.offerSecondFactor(to: session.account.id)
        let totp = try secret(of: session.account.id, "pending")
        let codes = try await book.confirmSecondFactor(of: session, code: totp.now(clock))
        clock.advance(TOTP.period)
        return (totp, codes)
    }

    func secret(of account: AccountID, _ column: String = "secret") throws -> TOTP {
        let secret = try DatabaseQueue(path: folder.path("access.db")).read {
            try [UInt8](
                Data.fetchOne($0, sql: "SELECT \(column) FROM account WHERE key = ?", arguments: [account.number])
                    ?? Data())
        }
        return TOTP(secret: secret)
    }
}

extension TOTP {
    func now(_ clock: TestClock) -> String { code(step: TOTP.step(at: clock.second)) }
}

@Suite(.serialized) struct SecondFactorTests {
    private static let ann = "ann@harrowmere.example"

    private static func book() async throws -> (test: TestBook, totp: TOTP, codes: [String]) {
        let test = try TestBook()
        try await test.administrator()
        let (totp, codes) = try await test.secondFactor(of: ann)
        return (test, totp, codes)
    }

    @Test func `an offer is shown as text and as an address for apps, and counts once its code was typed`() async throws
    {
        let test = try TestBook()
        try await test.administrator()
        let (mine, other) = (try await test.signIn(Self.ann), try await test.signIn(Self.ann))
        let id = mine.session.account.id
        await #expect(throws: AccessError.noSecondFactorOffered) {
            try await test.book.confirmSecondFactor(of: mine.session, code: "123456")
        }
        let offer = try await test.book.offerSecondFactor(to: id)
        #expect(offer.secret.utf8.count == 32)
        #expect(
            offer.url
                == "otpauth://totp/Goldthread:ann%40harrowmere.example?secret=\(offer.secret)&issuer=Goldthread&algorithm=SHA1&digits=6&period=30"
        )
        #expect(try await test.book.offeredSecondFactor(to: id) == offer)
        #expect(try await test.signIn(Self.ann).session.stage == .full)
        let totp = try test.secret(of: id, "pending")
        for wrong in ["", "12345", totp.code(step: 1), "abcdef"] {
            await #expect(throws: AccessError.wrongCode) {
                try await test.book.confirmSecondFactor(of: mine.session, code: wrong)
            }
        }
        let codes = try await test.book.confirmSecondFactor(of: mine.session, code: totp.now(test.clock))
        #expect(Set(codes).count == 8 && codes.allSatisfy { $0.utf8.count == 19 })
        #expect(try await test.book.offeredSecondFactor(to: id) == nil)
        #expect(try await test.book.session(mine.token)?.account.hasSecondFactor == true)
        #expect(try await test.book.session(other.token) == nil)
        #expect(try await test.signIn(Self.ann).session.stage == .pending)
    }

    @Test func `between password and code nothing may be done, and not for long`() async throws {
        let (test, totp, _) = try await Self.book()
        let begun = try await test.signIn(Self.ann)
        let session = try #require(try await test.book.session(begun.token))
        #expect(session.stage == .pending && session.rights() == .none)
        await #expect(throws: AccessError.sessionEnded) {
            try await test.book.confirmSecondFactor(of: session, code: totp.now(test.clock))
        }
        test.clock.advance(599)
        #expect(try await test.book.session(begun.token) != nil)
        test.clock.advance(1)
        #expect(try await test.book.session(begun.token) == nil)
        await #expect(throws: AccessError.sessionEnded) {
            try await test.book.passSecondFactor(begun.token, code: totp.now(test.clock), client: "")
        }
    }

    @Test func `the code opens the session under a new token`() async throws {
        let (test, totp, _) = try await Self.book()
        let begun = try await test.signIn(Self.ann)
        let code = totp.now(test.clock)
        let spaced = "\(code.prefix(3)) \(code.suffix(3))"
        let full = try await test.book.passSecondFactor(begun.token, code: spaced, client: "192.0.2.1")
        #expect(full.token != begun.token && full.session.stage == .full && full.session.rights().canAdminister)
        #expect(full.session.origin == "Firefox on Linux")
        #expect(full.session.ends.microseconds - test.clock.now.microseconds == 12 * 3_600_000_000)
        #expect(try await test.book.session(begun.token) == nil)
        #expect(try await test.book.session(full.token) == full.session)
        await #expect(throws: AccessError.sessionEnded) {
            try await test.book.passSecondFactor(full.token, code: totp.now(test.clock), client: "192.0.2.1")
        }
    }

    @Test func `a code is accepted once, and none older than it afterwards`() async throws {
        let (test, totp, _) = try await Self.book()
        test.clock.advance(60)
        let (old, code) = (totp.code(step: TOTP.step(at: test.clock.second) - 1), totp.now(test.clock))
        _ = try await test.book.passSecondFactor(try await test.signIn(Self.ann).token, code: code, client: "")
        let again = try await test.signIn(Self.ann).token
        for used in [code, old] {
            await #expect(throws: AccessError.usedCode) {
                try await test.book.passSecondFactor(again, code: used, client: "")
            }
        }
        test.clock.advance(30)
        _ = try await test.book.passSecondFactor(again, code: totp.now(test.clock), client: "")
    }

    @Test func `the code that confirmed the offer is used`() async throws {
        let (test, totp, _) = try await Self.book()
        let begun = try await test.signIn(Self.ann)
        await #expect(throws: AccessError.usedCode) {
            let code = totp.code(step: TOTP.step(at: test.clock.second) - 1)
            return try await test.book.passSecondFactor(begun.token, code: code, client: "")
        }
    }

    @Test func `a recovery code stands in once, however it is typed`() async throws {
        let (test, _, codes) = try await Self.book()
        let id = try #require(try await test.book.account(at: .of(Self.ann))).id
        let typed = codes[3].lowercased().replacing("-", with: " ")
        _ = try await test.book.passSecondFactor(try await test.signIn(Self.ann).token, code: typed, client: "")
        #expect(try await test.book.recoveryCodesLeft(of: id) == 7)
        let again = try await test.signIn(Self.ann).token
        for wrong in [typed, String(codes[4].dropLast()), "AAAA-AAAA-AAAA-AAAA", "é"] {
            await #expect(throws: AccessError.wrongCode) {
                try await test.book.passSecondFactor(again, code: wrong, client: "")
            }
        }
        let renewed = try await test.book.renewRecoveryCodes(of: id)
        #expect(Set(renewed).isDisjoint(with: codes))
        await #expect(throws: AccessError.wrongCode) {
            try await test.book.passSecondFactor(again, code: codes[4], client: "")
        }
        test.clock.advance(30)
        _ = try await test.book.passSecondFactor(again, code: renewed[0], client: "")
    }

    @Test func `a code of one account is none of another`() async throws {
        let (test, totp, codes) = try await Self.book()
        _ = try await test.member("ben@a.b")
        _ = try await test.secondFactor(of: "ben@a.b")
        let ben = try await test.signIn("ben@a.b").token
        for code in [totp.now(test.clock), codes[0]] {
            await #expect(throws: AccessError.wrongCode) {
                try await test.book.passSecondFactor(ben, code: code, client: "")
            }
        }
    }

    @Test func `guessing codes locks out, and the password does not help`() async throws {
        let (test, totp, _) = try await Self.book()
        for _ in 1...5 {
            let begun = try await test.signIn(Self.ann)
            await #expect(throws: AccessError.wrongCode) {
                try await test.book.passSecondFactor(begun.token, code: totp.code(step: 7), client: "")
            }
        }
        let begun = try await test.signIn(Self.ann)
        let until = Timestamp(microseconds: test.clock.now.microseconds + 30_000_000)
        await #expect(throws: AccessError.lockedOut(until: until)) {
            try await test.book.passSecondFactor(begun.token, code: totp.now(test.clock), client: "")
        }
        test.clock.advance(30)
        _ = try await test.book.passSecondFactor(begun.token, code: totp.now(test.clock), client: "")
    }

    @Test func `it is turned off with its codes, and the account's other sessions end`() async throws {
        let (test, totp, _) = try await Self.book()
        let token = try await test.signIn(Self.ann).token
        let mine = try await test.book.passSecondFactor(token, code: totp.now(test.clock), client: "")
        let pending = try await test.signIn(Self.ann)
        let id = mine.session.account.id
        try await test.book.removeSecondFactor(of: id, keeping: mine.session.id)
        #expect(try await test.book.session(mine.token)?.account.hasSecondFactor == false)
        #expect(try await test.book.session(pending.token) == nil)
        #expect(try await test.book.recoveryCodesLeft(of: id) == 0)
        #expect(try await test.signIn(Self.ann).session.stage == .full)
        await #expect(throws: AccessError.noSecondFactor) { try await test.book.renewRecoveryCodes(of: id) }
    }

    @Test func `a new offer leaves the old telephone in force until it is confirmed`() async throws {
        let (test, totp, _) = try await Self.book()
        let id = try #require(try await test.book.account(at: .of(Self.ann))).id
        _ = try await test.book.offerSecondFactor(to: id)
        let token = try await test.signIn(Self.ann).token
        _ = try await test.book.passSecondFactor(token, code: totp.now(test.clock), client: "")
    }
}
