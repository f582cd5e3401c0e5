extension String {
    /// The pieces between each occurrence of a sign; one piece where there is none.
    func components(dividedBy sign: String) -> [String] {
        guard holds(sign) else { return [self] }
        let needle = Array(sign.utf8)
        let first = needle[0]
        let bytes = Array(utf8)
        var pieces: [String] = []
        var start = 0
        var index = 0
        while index + needle.count <= bytes.count {
            if bytes[index] == first, bytes[index..<(index + needle.count)].elementsEqual(needle) {
                pieces.append(String(decoding: bytes[start..<index], as: UTF8.self))
                index += needle.count
                start = index
            } else {
                index += 1
            }
        }
        pieces.append(String(decoding: bytes[start...], as: UTF8.self))
        return pieces
    }

    /// Whether the sign stands in the text; nothing is allocated.
    func holds(_ sign: String) -> Bool {
        var (text, sign) = (self, sign)
        return sign.withUTF8 { needle in
            guard let first = needle.first else { return false }
            return text.withUTF8 { bytes in
                guard bytes.count >= needle.count else { return false }
                for index in 0...(bytes.count - needle.count) where bytes[index] == first {
                    if (1..<needle.count).allSatisfy({ bytes[index + $0] == needle[$0] }) { return true }
                }
                return false
            }
        }
    }
}
