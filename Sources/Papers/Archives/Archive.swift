import CArchive

/// The files in a zip archive that lies in memory, read by libarchive within limits that stop zip bombs.
struct Archive {
    /// What is read of one archive at most.
    struct Limits {
        /// Files, whether wanted or not.
        var entries = 20_000
        /// Bytes of one file once unpacked.
        var entryBytes = 256_000_000
        /// Bytes of all wanted files once unpacked.
        var totalBytes = 512_000_000
        /// How many times larger than the archive all wanted files may be once unpacked; small archives are let be.
        var ratio = 200
    }

    /// A file in the archive.
    struct Entry {
        var name: String
        var bytes: [UInt8]
    }

    /// The wanted files, in the archive's order.
    private(set) var entries: [Entry] = []

    /// Unpacks the files whose names are wanted.
    /// - Throws: `PaperError` where the archive is damaged, locked by a password or larger than the limits.
    init(
        _ bytes: [UInt8], name: String, limits: Limits = Limits(), wanted: (String) -> Bool
    ) throws(PaperError) {
        guard Archive.hasDirectory(bytes) else {
            throw .damaged(name: name, what: "its end is missing, and with it the list of what it holds")
        }
        guard let reader = archive_read_new() else { throw .damaged(name: name, what: "the archive cannot be opened") }
        defer { archive_read_free(reader) }
        archive_read_support_format_zip(reader)
        var failure: PaperError?
        bytes.withUnsafeBytes { memory in
            guard archive_read_open_memory(reader, memory.baseAddress, memory.count) == ARCHIVE_OK else {
                failure = .damaged(name: name, what: Archive.problem(reader))
                return
            }
            do throws(PaperError) {
                try readEntries(reader, bytes.count, name, limits, wanted)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    /// Whether the mark is there with which every zip archive ends, before a remark of 65,535 bytes at most.
    private static func hasDirectory(_ bytes: [UInt8]) -> Bool {
        var index = bytes.count - 22
        let first = max(0, index - 65_535)
        while index >= first {
            if bytes[index] == 0x50, bytes[index...].starts(with: [0x50, 0x4B, 5, 6]) { return true }
            index -= 1
        }
        return false
    }

    /// The bytes of a file by its whole name.
    subscript(name: String) -> [UInt8]? { entries.first { $0.name == name }?.bytes }

    /// The names of all files in an archive, without unpacking any.
    /// - Throws: `PaperError` where the archive is damaged or holds more files than any paper.
    static func names(in bytes: [UInt8], name: String, limits: Limits = Limits()) throws(PaperError) -> [String] {
        var names: [String] = []
        _ = try Archive(bytes, name: name, limits: limits) { path in
            names.append(path)
            return false
        }
        return names
    }

    private mutating func readEntries(
        _ reader: OpaquePointer, _ size: Int, _ name: String, _ limits: Limits, _ wanted: (String) -> Bool
    ) throws(PaperError) {
        var entry: OpaquePointer?
        var count = 0
        var total = 0
        while true {
            let status = archive_read_next_header(reader, &entry)
            if status == ARCHIVE_EOF { return }
            guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else {
                throw .damaged(name: name, what: Archive.problem(reader))
            }
            count += 1
            guard count <= limits.entries else {
                throw .bomb(name: name, what: "it holds more than \(limits.entries) files")
            }
            guard let path = Archive.path(of: entry), wanted(path) else { continue }
            if archive_entry_is_encrypted(entry) != 0 { throw .locked(name: name) }
            let room = min(limits.entryBytes, limits.totalBytes - total, max(size * limits.ratio, 20_000_000) - total)
            let unpacked = try Archive.unpack(reader, path, room, name)
            total += unpacked.count
            entries.append(Entry(name: path, bytes: unpacked))
        }
    }

    private static func path(of entry: OpaquePointer) -> String? {
        guard let path = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else { return nil }
        return String(cString: path)
    }

    private static func unpack(
        _ reader: OpaquePointer, _ path: String, _ room: Int, _ name: String
    ) throws(PaperError) -> [UInt8] {
        var unpacked: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = buffer.withUnsafeMutableBytes { archive_read_data(reader, $0.baseAddress, $0.count) }
            if count == 0 { return unpacked }
            guard count > 0 else { throw .damaged(name: name, what: "\(path): \(problem(reader))") }
            guard unpacked.count + count <= room else {
                throw .bomb(name: name, what: "\(path) unpacks to more than \(room / 1_000_000) MB")
            }
            unpacked.append(contentsOf: buffer[..<count])
        }
    }

    private static func problem(_ reader: OpaquePointer) -> String {
        archive_error_string(reader).map { String(cString: $0) } ?? "it is cut short or altered"
    }
}
