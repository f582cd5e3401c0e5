internal import GRDB
import Register

extension AccessBook {
    /// Takes a session that waits for the second factor to its full stage, under a new token: whoever has seen the old one
    /// has nothing.
    /// - Parameters:
    ///   - code: Six digits of the app, or a recovery code, which is used up.
    ///   - client: Where the request comes from; see `signIn`.
    /// - Throws: `AccessError.wrongCode`, `.usedCode`, `.lockedOut` or `.sessionEnded`.
    public func passSecondFactor(
        _ token: SecretToken, code: String, client: String
    ) async throws(AccessError) -> SignIn {
        let (now, rules, next) = (clock(), rules, SecretToken(random))
        // A wrong code is no error of the transaction, which has counted it.
        let outcome: Result<SignIn, AccessError> = try await write { database in
            let sessions = SessionTable(database: database)
            guard let session = try sessions.find(token, now: now, rules: rules), session.stage == .pending,
                session.account.hasSecondFactor
            else { throw AccessError.sessionEnded }
            let attempts = AttemptTable(database: database, now: now)
            let counted = try attempts.count([
                (.code(session.account.id), rules.accountBackOff), (.client(client), rules.clientBackOff),
            ])
            let table = SecondFactorTable(database: database, account: session.account.id)
            if let refusal = try AccessBook.refusal(of: code, table, now: now) { return .failure(refusal) }
            for counted in counted { try attempts.giveBack(counted) }
            try attempts.forget(.code(session.account.id))
            try sessions.end(token)
            return .success(
                try sessions.insert(
                    next, session.account, .full, origin: session.origin, now: now, rules: rules))
        }
        return try outcome.get()
    }

    /// Uses a code; nil where it was right.
    private static func refusal(of code: String, _ table: SecondFactorTable, now: Timestamp) throws -> AccessError? {
        if let digits = sixDigits(code) {
            guard let secret = try table.secrets().secret,
                let step = TOTP(secret: secret).step(of: digits, at: now.seconds)
            else { return .wrongCode }
            return try table.use(step: step) ? nil : .usedCode
        }
        guard let recovery = RecoveryCode(code), try table.use(recovery) else { return .wrongCode }
        return nil
    }

    /// The six digits of a code as apps show it, with or without spaces; nil for anything else.
    private static func sixDigits(_ typed: String) -> String? {
        let bytes = typed.utf8.filter { $0 != UInt8(ascii: " ") }
        guard bytes.count == 6, bytes.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Offers a secret for an authenticator app; nothing changes before `confirmSecondFactor`. Ask for the password first.
    /// - Throws: `AccessError.unknownAccount`.
    public func offerSecondFactor(to account: AccountID) async throws(AccessError) -> SecondFactorOffer {
        let secret = random(TOTP.secretLength)
        return try await write { database in
            let found = try AccountTable(database: database).require(account)
            try SecondFactorTable(database: database, account: account).offer(secret)
            return SecondFactorOffer(secret: secret, address: found.details.address)
        }
    }

    /// The offer that waits for its code, for showing it again; nil where none does.
    public func offeredSecondFactor(to account: AccountID) async throws(AccessError) -> SecondFactorOffer? {
        try await read { database in
            let found = try AccountTable(database: database).require(account)
            return try SecondFactorTable(database: database, account: account).secrets().pending
                .map { SecondFactorOffer(secret: $0, address: found.details.address) }
        }
    }

    /// Turns the offered second factor on, once its code is right; the account's other sessions end.
    /// - Returns: Eight recovery codes, which cannot be had again.
    /// - Throws: `AccessError.wrongCode`, `.noSecondFactorOffered` or `.sessionEnded`.
    public func confirmSecondFactor(of session: Session, code: String) async throws(AccessError) -> [String] {
        let (now, codes) = (clock(), recoveryCodes())
        return try await write { database in
            try SessionTable(database: database).require(session, of: session.account.id)
            let table = SecondFactorTable(database: database, account: session.account.id)
            guard let pending = try table.secrets().pending else { throw AccessError.noSecondFactorOffered }
            guard let digits = AccessBook.sixDigits(code),
                let step = TOTP(secret: pending).step(of: digits, at: now.seconds)
            else { throw AccessError.wrongCode }
            try table.confirm(step: step)
            try table.replaceCodes(codes)
            _ = try SessionTable(database: database).end(of: session.account.id, except: session.id)
            return codes.map(\.text)
        }
    }

    /// How many recovery codes have not been used.
    public func recoveryCodesLeft(of account: AccountID) async throws(AccessError) -> Int {
        try await read { try SecondFactorTable(database: $0, account: account).codesLeft() }
    }

    /// Gives eight new recovery codes in place of those that were left. Ask for the password first.
    /// - Throws: `AccessError.unknownAccount` or `.noSecondFactor`.
    public func renewRecoveryCodes(of account: AccountID) async throws(AccessError) -> [String] {
        let codes = recoveryCodes()
        return try await write { database in
            let table = SecondFactorTable(database: database, account: account)
            guard try table.secrets().secret != nil else { throw AccessError.noSecondFactor }
            try table.replaceCodes(codes)
            return codes.map(\.text)
        }
    }

    /// Turns the second factor off: by its owner, after the password, or by an administrator where the telephone is lost.
    /// - Parameter kept: The session that goes on; all others of the account end.
    /// - Throws: `AccessError.unknownAccount`.
    public func removeSecondFactor(
        of account: AccountID, keeping kept: SessionID? = nil
    ) async throws(AccessError) {
        try await write { database in
            _ = try AccountTable(database: database).require(account)
            try SecondFactorTable(database: database, account: account).remove()
            _ = try SessionTable(database: database).end(of: account, except: kept)
        }
    }

    private func recoveryCodes() -> [RecoveryCode] { (0..<RecoveryCode.count).map { _ in RecoveryCode(random) } }
}
