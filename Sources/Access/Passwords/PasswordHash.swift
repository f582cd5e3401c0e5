import Crypto
import CryptoExtras
import Foundation

/// What is stored of a password: its scrypt key (RFC 7914) with the salt and the cost that it was made with.
///
/// Written as "$scrypt$ln=15,r=8,p=3$salt$key", so that the cost can be raised: a hash of another cost than the book's is
/// made anew at the next sign-in.
struct PasswordHash: Sendable, Hashable {
    static let saltLength = 16
    private static let keyLength = 32

    let cost: ScryptCost
    private let salt: [UInt8]
    private let key: [UInt8]

    /// Works out the hash of a password; slow on purpose.
    init(of password: String, salt: [UInt8], cost: ScryptCost) throws {
        self.cost = cost
        self.salt = salt
        key = try PasswordHash.key(password, salt, cost)
    }

    /// A hash that no password has, for accounts that are not there: trying one takes as long as any other.
    init(matchingNothing random: RandomBytes, cost: ScryptCost) {
        self.cost = cost
        salt = random(PasswordHash.saltLength)
        key = random(PasswordHash.keyLength)
    }

    /// Whether a password has this hash; slow on purpose, and as slow whether it has or not.
    func matches(_ password: String) throws -> Bool {
        ConstantTime.areEqual(try PasswordHash.key(password, salt, cost), key)
    }

    private static func key(_ password: String, _ salt: [UInt8], _ cost: ScryptCost) throws -> [UInt8] {
        // Keyboards write one letter in several ways; the same password has to fit from each (NIST SP 800-63B 3.1.1.2).
        let form = password.precomposedStringWithCompatibilityMapping
        let key = try KDF.Scrypt.deriveKey(
            from: Array(form.utf8), salt: salt, outputByteCount: keyLength, rounds: 1 << cost.logN,
            blockSize: cost.blockSize, parallelism: cost.parallelism)
        return key.withUnsafeBytes(Array.init)
    }
}

extension PasswordHash {
    /// The hash as it is stored.
    var text: String {
        "$scrypt$ln=\(cost.logN),r=\(cost.blockSize),p=\(cost.parallelism)$\(Base64URL.text(salt))$\(Base64URL.text(key))"
    }

    /// Reads a stored hash; nil for any other text.
    init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt" else { return nil }
        let numbers = parts[2].split(separator: ",", omittingEmptySubsequences: false)
        let names = ["ln=", "r=", "p="]
        guard numbers.count == 3, zip(numbers, names).allSatisfy({ $0.hasPrefix($1) }),
            let logN = Int(numbers[0].dropFirst(3)), let blockSize = Int(numbers[1].dropFirst(2)),
            let parallelism = Int(numbers[2].dropFirst(2)),
            let cost = ScryptCost(logN: logN, blockSize: blockSize, parallelism: parallelism),
            let salt = Base64URL.bytes(parts[3]), salt.count == PasswordHash.saltLength,
            let key = Base64URL.bytes(parts[4]), key.count == PasswordHash.keyLength
        else { return nil }
        (self.cost, self.salt, self.key) = (cost, salt, key)
    }
}
