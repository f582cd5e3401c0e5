import CZ

/// Packs files into a zip archive and compresses them, which small archives of much need.
enum Zip {
    static func pack(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for file in files {
            let (offset, name) = (archive.count, Array(file.name.utf8))
            let packed = deflated(file.bytes)
            let sum = file.bytes.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
            let common =
                little(20, 2) + little(0x800, 2) + little(8, 2) + little(0, 4) + little(Int(sum), 4)
                + little(packed.count, 4) + little(file.bytes.count, 4) + little(name.count, 2) + little(0, 2)
            archive += little(0x0403_4B50, 4) + common + name + packed
            directory +=
                little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 6) + little(0, 4) + little(offset, 4) + name
        }
        let start = archive.count
        return archive + directory + little(0x0605_4B50, 4) + little(0, 4) + little(files.count, 2)
            + little(files.count, 2) + little(directory.count, 4) + little(start, 4) + little(0, 2)
    }

    /// Without the two bytes before and the four behind that zlib adds.
    private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var size = compressBound(UInt(bytes.count))
        var packed = [UInt8](repeating: 0, count: Int(size))
        guard compress2(&packed, &size, bytes, UInt(bytes.count), 9) == Z_OK else { return [] }
        return Array(packed[2..<(Int(size) - 4)])
    }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}
