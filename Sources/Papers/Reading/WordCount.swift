extension String {
    /// Number of words between spaces; texts are read with their white space folded. O(*n*), nothing allocated.
    package var wordCount: Int {
        var count = 0
        var isInWord = false
        for byte in utf8 {
            let isBlank = byte == .space
            if !isBlank, !isInWord { count += 1 }
            isInWord = !isBlank
        }
        return count
    }
}
