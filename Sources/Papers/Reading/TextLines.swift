/// Where the lines of a text are: what a line number counts. A line ends at a line feed, a carriage return, or both
/// together, whichever program wrote the file.
extension [UInt8] {
    /// The line that begins at an index, without its end, and where the next one begins.
    func line(at start: Int) -> (line: Range<Int>, next: Int) {
        var end = start
        while end < count, self[end] != .newline, self[end] != .carriageReturn { end += 1 }
        let isBoth = end + 1 < count && self[end] == .carriageReturn && self[end + 1] == .newline
        return (start..<end, Swift.min(count, end + (isBoth ? 2 : 1)))
    }
}
