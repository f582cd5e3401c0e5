extension Timescale {
    /// The timescales that one cell runs together, in order (finding contract, rule 12); several dates joined by "and", "–", "/" or
    /// a bracket are one.
    ///
    /// Each piece is a verbatim substring; together they hold everything but the white space between them. A blank cell has none.
    public static func segments(in text: String) -> [String] {
        let reader = PhraseReader(text, reference: nil)
        var cutter = PhraseCutter(reader: reader)
        return cutter.pieces()
    }
}
