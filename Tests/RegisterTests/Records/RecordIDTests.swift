import Foundation
import Register
import Testing

@Suite struct RecordIDTests {
    private static let id = RecordID(milliseconds: 0x0193_2C07_2A4B, chance: (0xC11, 0x1D3E_5F0A_1B2C_3D4E))

    @Test func `an id is a UUID of version 7 and variant 2, with its time in front (RFC 9562, section 5.7)`() {
        #expect(Self.id.description == "01932c07-2a4b-7c11-9d3e-5f0a1b2c3d4e")
        for chance in [(UInt64.max, UInt64.max), (0, 0), (0x1000, 0xC000_0000_0000_0000)] as [(UInt64, UInt64)] {
            let bytes = RecordID(milliseconds: UInt64.max, chance: chance).bytes
            #expect(bytes.count == 16)
            #expect(bytes[6] >> 4 == 7)
            #expect(bytes[8] >> 6 == 0b10)
            #expect(bytes.prefix(6).allSatisfy { $0 == 255 })
        }
    }

    @Test func `an id comes back from its text, with or without hyphens, its bytes and its code`() throws {
        #expect(RecordID(Self.id.description) == Self.id)
        #expect(RecordID("01932C072A4B7C119D3E5F0A1B2C3D4E") == Self.id)
        #expect(RecordID(bytes: Self.id.bytes) == Self.id)
        let data = try JSONEncoder().encode([Self.id])
        #expect(String(decoding: data, as: UTF8.self) == "[\"01932c07-2a4b-7c11-9d3e-5f0a1b2c3d4e\"]")
        #expect(try JSONDecoder().decode([RecordID].self, from: data) == [Self.id])
    }

    @Test(arguments: [
        "", "-", "01932c07", "01932c07-2a4b-7c11-9d3e-5f0a1b2c3d4", "01932c07-2a4b-7c11-9d3e-5f0a1b2c3d4e0",
        "01932c07-2a4b-7c11-9d3e-5f0a1b2c3d4g", "01932c07 2a4b 7c11 9d3e 5f0a1b2c3d4e", "é1932c07-2a4b-7c11-9d3e",
    ]) func `other text is no id`(text: String) throws {
        #expect(RecordID(text) == nil)
        let data = try JSONEncoder().encode([text])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([RecordID].self, from: data) }
    }

    @Test func `other numbers of bytes are no id`() {
        for count in [0, 15, 17] { #expect(RecordID(bytes: [UInt8](repeating: 1, count: count)) == nil) }
    }

    @Test func `ids of one millisecond, of many, and of a clock that goes backwards sort as they were made`() {
        let moments: [UInt64] = [5, 5, 5, 9, 9, 3, 2, 2, 12] + [UInt64](repeating: 12, count: 9000)
        let place = Steps(moments)
        var ids = RecordIDs(milliseconds: { place.next() }, chance: { 0 })
        let made = moments.map { _ in ids.next() }
        #expect(made == made.sorted())
        #expect(Set(made).count == made.count)
    }

    @Test func `the same clock and chance make the same ids`() {
        var one = RecordIDs(milliseconds: { 7 }, chance: { 42 })
        var two = RecordIDs(milliseconds: { 7 }, chance: { 42 })
        #expect((1...5).map { _ in one.next() } == (1...5).map { _ in two.next() })
    }
}
