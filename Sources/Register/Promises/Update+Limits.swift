extension Update {
    /// The most characters of a narrative: more belongs into a file that is given as evidence.
    public static let longestNarrative = 4000
    /// The most characters of a cause, and of a corrective action.
    public static let longestCause = 1000
}
