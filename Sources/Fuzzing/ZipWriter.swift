/// Packs files into a zip archive without compressing them, as small as an office file needs.
public enum ZipWriter {
    /// The archive of some texts, in their order.
    public static func pack(_ files: [(name: String, text: String)]) -> [UInt8] {
        pack(files.map { ($0.name, Array($0.text.utf8)) })
    }

    /// The archive of some files, in their order.
    public static func pack(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for file in files {
            let offset = archive.count
            let name = Array(file.name.utf8)
            let common =
                little(20, 2) + little(0x800, 2) + little(0, 2) + little(0, 4) + little(Int(crc(file.bytes)), 4)
                + little(file.bytes.count, 4) + little(file.bytes.count, 4) + little(name.count, 2) + little(0, 2)
            archive += little(0x0403_4B50, 4) + common + name + file.bytes
            directory +=
                little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2)
                + little(0, 4) + little(offset, 4) + name
        }
        let start = archive.count
        return archive + directory + little(0x0605_4B50, 4) + little(0, 4) + little(files.count, 2)
            + little(files.count, 2) + little(directory.count, 4) + little(start, 4) + little(0, 2)
    }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
