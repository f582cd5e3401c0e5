import Crypto
import CryptoExtras
import Testing

@testable import Access

@Suite(.serialized) struct PasswordHashTests {
    private static let salt = Array("sixteen bytes of".utf8)

    private static func cost(_ logN: Int = 1, _ blockSize: Int = 1, _ parallelism: Int = 1) throws -> ScryptCost {
        try #require(ScryptCost(logN: logN, blockSize: blockSize, parallelism: parallelism))
    }

    @Test func `the function is the scrypt of RFC 7914 section 12`() throws {
        let key = try KDF.Scrypt.deriveKey(
            from: Array("password".utf8), salt: Array("NaCl".utf8), outputByteCount: 64, rounds: 1024, blockSize: 8,
            parallelism: 16)
        #expect(key.withUnsafeBytes { Array($0.prefix(8)) } == [0xfd, 0xba, 0xbe, 0x1c, 0x9d, 0x34, 0x72, 0x00])
    }

    @Test func `only the password itself matches`() throws {
        let hash = try PasswordHash(of: "three random words", salt: Self.salt, cost: Self.cost())
        #expect(try hash.matches("three random words"))
        for other in ["Three random words", "three random word", "", "three random words "] {
            #expect(try !hash.matches(other))
        }
    }

    @Test func `a password fits from a keyboard that composes letters otherwise`() throws {
        let hash = try PasswordHash(of: "caf\u{E9} and \u{FB01}sh too", salt: Self.salt, cost: Self.cost())
        #expect(try hash.matches("cafe\u{301} and fish too"))
    }

    @Test func `salt and cost change the key`() throws {
        let hash = try PasswordHash(of: "password", salt: Self.salt, cost: Self.cost())
        #expect(try hash != PasswordHash(of: "password", salt: Self.salt.reversed(), cost: Self.cost()))
        for cost in [try Self.cost(2), try Self.cost(1, 2), try Self.cost(1, 1, 2)] {
            let other = try PasswordHash(of: "password", salt: Self.salt, cost: cost)
            #expect(other.text.split(separator: "$").last != hash.text.split(separator: "$").last)
        }
    }

    @Test func `the stored text says how it was made, and is read again`() throws {
        let hash = try PasswordHash(of: "password", salt: Self.salt, cost: Self.cost(3, 2, 1))
        #expect(hash.text.hasPrefix("$scrypt$ln=3,r=2,p=1$c2l4dGVlbiBieXRlcyBvZg$"))
        #expect(PasswordHash(hash.text) == hash)
        #expect(ScryptCost.standard == (try Self.cost(15, 8, 3)))
    }

    @Test func `the standard cost is within the limits of the function`() throws {
        let hash = try PasswordHash(of: "three random words", salt: Self.salt, cost: .standard)
        #expect(try #require(PasswordHash(hash.text)).matches("three random words"))
    }

    @Test func `a text that the program never writes is no hash, nor one that would take all memory`() throws {
        let good = try PasswordHash(of: "password", salt: Self.salt, cost: Self.cost()).text
        var bad = ["", "$", "password", good + "$", String(good.dropLast()), "x" + good, good + "A"]
        for (part, other) in [
            ("ln=1", "ln=30"), ("ln=1", "ln=0"), ("ln=1", "ln=-1"), ("ln=1", "ln=x"), ("r=1", "r=64"), ("p=1", "p=99"),
            ("ln=1,r=1", "r=1,ln=1"), ("ln=1,r=1", "ln=20,r=32"), ("scrypt", "bcrypt"),
        ] { bad.append(good.replacing(part, with: other, maxReplacements: 1)) }
        for text in bad { #expect(PasswordHash(text) == nil, "\(text)") }
    }

    @Test func `nothing matches the hash of nobody`() throws {
        let hash = PasswordHash(matchingNothing: RandomBytes { Array(repeating: 7, count: $0) }, cost: try Self.cost())
        #expect(try !hash.matches(""))
        #expect(try !hash.matches("three random words"))
    }
}
