import CZ

/// Unpacks what zlib packed.
enum Inflate {
    /// The bytes of a zlib stream; what was unpacked before an error stands, as viewers show it too.
    static func unpack(_ packed: UnsafeBufferPointer<UInt8>, limit: Int) -> [UInt8] {
        var stream = z_stream()
        guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return [] }
        defer { inflateEnd(&stream) }
        stream.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
        stream.avail_in = UInt32(clamping: packed.count)
        var unpacked = [UInt8](repeating: 0, count: min(max(packed.count * 4, 4096), limit))
        var count = 0
        while true {
            let status = unpacked.withUnsafeMutableBufferPointer { buffer -> Int32 in
                guard let base = buffer.baseAddress else { return Z_BUF_ERROR }
                stream.next_out = base + count
                stream.avail_out = UInt32(clamping: buffer.count - count)
                let status = inflate(&stream, Z_NO_FLUSH)
                count = buffer.count - Int(stream.avail_out)
                return status
            }
            if status != Z_OK || count < unpacked.count || unpacked.count >= limit { break }
            unpacked.append(contentsOf: repeatElement(0, count: min(unpacked.count, limit - unpacked.count)))
        }
        unpacked.removeLast(unpacked.count - count)
        return unpacked
    }
}
