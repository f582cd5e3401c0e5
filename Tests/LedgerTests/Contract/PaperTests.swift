import Ledger
import Register
import Testing

@Suite(.serialized) struct PaperTests {
    private static let bytes: [UInt8] = [0, 255, 10, 13] + Array("Board report".utf8)

    private static func commit(_ number: Int, _ bytes: [UInt8]) -> Commit {
        let record = Record(KeptPaper(name: "Board.txt", hash: PaperHash.of(bytes), size: bytes.count))
        return Commit(
            actor: "Ann", reason: "import", changes: [Commit.Change(.number(number), seen: 0, record)],
            papers: [Commit.Paper(id: .number(number), bytes: bytes)])
    }

    @Test(arguments: Engine.all)
    func `a paper's bytes come back by their hash, and only by that`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            _ = try await ledger.append(Self.commit(1, Self.bytes))
            let hash = PaperHash.of(Self.bytes)
            #expect(try await ledger.paper(hash) == Self.bytes)
            #expect(try await ledger.paper(hash.uppercased()) == Self.bytes)
            #expect(try await ledger.paper(PaperHash.of([1])) == nil)
            for odd in [
                "", "zz", String(hash.dropLast()), hash + "00", "+" + hash.dropFirst(), "é" + hash.dropFirst(2),
            ] {
                #expect(try await ledger.paper(odd) == nil, "\(odd)")
            }
            #expect(try await ledger.named("SHA256:\(hash)", kinds: [.paper], .now).map(\.id) == [.number(1)])
            #expect(try await ledger.named("board.TXT", kinds: [.paper], .now).map(\.id) == [.number(1)])
        }
    }

    @Test(arguments: Engine.all) func `the same paper twice is kept once`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            _ = try await ledger.append(Self.commit(1, Self.bytes))
            _ = try await ledger.append(Self.commit(2, Self.bytes))
            let verdict = try await ledger.verify(against: nil, progress: { _ in })
            #expect(verdict.papers == 1)
            #expect(verdict.fault == nil)
        }
    }

    @Test(arguments: Engine.all) func `an empty paper is a paper`(engine: Engine) async throws {
        try await engine.withLedger { ledger in
            _ = try await ledger.append(Self.commit(1, []))
            #expect(try await ledger.paper(PaperHash.of([])) == [])
            #expect(try await ledger.fault() == nil)
        }
    }

    @Test func `the hash is that of the standard (FIPS 180-2, appendix B.1)`() {
        #expect(
            PaperHash.of(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
