extension String {
    /// The pieces between each occurrence of a sign; one piece where there is none.
    func components(dividedBy sign: String) -> [String] {
        let needle = Array(sign.utf8)
        guard let first = needle.first, utf8.contains(first) else { return [self] }
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
        guard start > 0 else { return [self] }
        pieces.append(String(decoding: bytes[start...], as: UTF8.self))
        return pieces
    }
}
