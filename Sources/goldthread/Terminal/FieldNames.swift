extension String {
    /// "sameAs" as words: "same as".
    var spaced: String {
        reduce(into: "") { $0 += $1.isUppercase ? " " + $1.lowercased() : String($1) }
    }
}
