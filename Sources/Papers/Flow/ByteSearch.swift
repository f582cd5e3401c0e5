extension [UInt8] {
    /// Where a word of ASCII begins, at most so many times, not followed by a letter; linear in the bytes.
    func offsets(of word: String, limit: Int) -> [Int] {
        let word = Array(word.utf8)
        var found: [Int] = []
        withUnsafeBufferPointer { bytes in
            guard let first = word.first, let last = word.last, bytes.count > word.count else { return }
            var index = 0
            while index < bytes.count - word.count, found.count < limit {
                let end = index + word.count
                // Tags differ at their end more often than at their start.
                if bytes[index] == first, bytes[end - 1] == last, bytes[index..<end].elementsEqual(word),
                    !bytes[end].isLetter
                {
                    found.append(index)
                    index = end
                } else {
                    index += 1
                }
            }
        }
        return found
    }
}
