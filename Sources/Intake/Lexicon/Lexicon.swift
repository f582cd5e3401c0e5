import Register

/// The words by which papers are understood: differences between councils are data, never code.
public struct Lexicon: Sendable {
    let columns: PhraseTable<Role>
    let sections: PhraseTable<Section>
    let attendance: PhraseTable<Attendance.Role>
    let statuses: PhraseTable<Bool>
    let bodies: PhraseTable<Bool>
    let councils: Set<String>
    let everyCouncil: Set<String>
    /// Phrases by which somebody promises, by their first word.
    let undertakings: [(first: String, phrases: [String])]
    let deciders: Set<String>
    let asking: [String]
    let verbs: Set<String>
    let postEndings: Set<String>
    let postOpenings: [String]
    let titles: Set<String>
    let totals: Set<String>
    let recountings: Set<String>
    let recommendationLabels: [String]
    let paperWords: Set<String>

    /// The lexicon that comes with the program.
    /// - Throws: `LexiconError` where the program was built with a broken one.
    public static func standard() throws(LexiconError) -> Lexicon {
        Lexicon(try standardFile())
    }

    /// The program's lexicon with a council's own words added; the council's win where both know a phrase.
    /// - Throws: `LexiconError`, whose description names the place and what is accepted.
    public static func extended(by yaml: String, name: String) throws(LexiconError) -> Lexicon {
        let own = try LexiconFile.parse(yaml, name: name)
        return Lexicon(try standardFile().without(phrasesOf: own).extended(by: own))
    }

    private static func standardFile() throws(LexiconError) -> LexiconFile {
        let yaml = String(decoding: PackageResources.lexicon_yaml, as: UTF8.self)
        return try LexiconFile.parse(yaml, name: "of the program")
    }

    private init(_ file: LexiconFile) {
        func phrases<Value>(_ lists: [String: [String]]?, _ value: (String) -> Value?) -> [(
            phrase: String, value: Value
        )] {
            (lists ?? [:]).sorted { $0.key < $1.key }.flatMap { key, list in
                list.compactMap { phrase in value(key).map { (phrase, $0) } }
            }
        }
        func words(_ list: [String]?) -> Set<String> { Set((list ?? []).map { Words.key($0) }) }
        columns = PhraseTable(phrases(file.columns) { Role(rawValue: $0) })
        sections = PhraseTable(phrases(file.sections) { Section(rawValue: $0) })
        attendance = PhraseTable(
            phrases(file.attendance) { key in
                LexiconFile.capacities[key]
            })
        statuses = PhraseTable((file.statuses ?? []).map { ($0, true) })
        bodies = PhraseTable((file.bodies ?? []).map { ($0, true) })
        councils = words(file.councils)
        everyCouncil = words(file.everyCouncil)
        let promises = (file.undertakings ?? []).map { $0.lowercased() }
        var firsts: [String] = []
        for promise in promises {
            let first = promise.split(separator: " ").first.map(String.init) ?? promise
            if !firsts.contains(first) { firsts.append(first) }
        }
        undertakings = firsts.map { first in (first, promises.filter { $0 == first || $0.hasPrefix(first + " ") }) }
        deciders = words(file.deciders)
        asking = (file.asking ?? []).map { $0.lowercased() }
        verbs = words(file.verbs)
        postEndings = words(file.postEndings)
        postOpenings = (file.postOpenings ?? []).map { $0.lowercased() }
        titles = words(file.titles)
        totals = words(file.totals)
        recountings = words(file.recountings)
        paperWords = words(file.paperWords)
        recommendationLabels = (file.recommendationLabels ?? []).map { $0.lowercased() }
    }
}
