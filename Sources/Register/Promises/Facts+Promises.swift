extension Facts {
    /// Indexes a promise's date and the status that its paper prints.
    mutating func note(timescale: Timescale?, status: String?, scheme: [StatusScheme] = StatusScheme.presets) {
        timing = Timing(timescale)
        due = timescale?.due
        self.status = status
        isFinished = timing == .done || status.map { StatusScheme.isFinished($0, in: scheme) } ?? false
    }
}

extension StatusScheme {
    /// "Complete", "Completed July 2025": a finished level of any of the schemes, alone or with a date behind it.
    public static func isFinished(_ status: String, in schemes: [StatusScheme] = presets) -> Bool {
        func isFinal(_ words: String) -> Bool { schemes.contains { $0.level(for: words)?.isFinished == true } }
        let words = status.split(separator: " ", maxSplits: 1).map(String.init)
        return isFinal(status) || words.count == 2 && isFinal(words[0]) && words[1].contains(where: \.isNumber)
    }
}
