import Foundation
import Register
import Yams

/// A lexicon as its file states it.
struct LexiconFile: Decodable {
    var columns: [String: [String]]?
    var sections: [String: [String]]?
    var attendance: [String: [String]]?
    var bodies: [String]?
    var councils: [String]?
    var everyCouncil: [String]?
    var undertakings: [String]?
    var deciders: [String]?
    var asking: [String]?
    var verbs: [String]?
    var postEndings: [String]?
    var postOpenings: [String]?
    var titles: [String]?
    var statuses: [String]?
    var totals: [String]?
    var recountings: [String]?
    var recommendationLabels: [String]?
    var paperWords: [String]?

    /// The capacities that `attendance` may name: the contract's, and one without its hyphen.
    static let capacities: [String: Attendance.Role] = Dictionary(
        Attendance.Role.allCases.map { ($0.rawValue, $0) } + [("viceChair", .viceChair)]
    ) { first, _ in first }

    /// The lists of this file followed by those of another.
    func extended(by other: LexiconFile) -> LexiconFile {
        func merge(_ left: [String: [String]]?, _ right: [String: [String]]?) -> [String: [String]] {
            (left ?? [:]).merging(right ?? [:]) { $1 + $0 }
        }
        func merge(_ left: [String]?, _ right: [String]?) -> [String] { (right ?? []) + (left ?? []) }
        return LexiconFile(
            columns: merge(columns, other.columns), sections: merge(sections, other.sections),
            attendance: merge(attendance, other.attendance), bodies: merge(bodies, other.bodies),
            councils: merge(councils, other.councils), everyCouncil: merge(everyCouncil, other.everyCouncil),
            undertakings: merge(undertakings, other.undertakings),
            deciders: merge(deciders, other.deciders), asking: merge(asking, other.asking),
            verbs: merge(verbs, other.verbs), postEndings: merge(postEndings, other.postEndings),
            postOpenings: merge(postOpenings, other.postOpenings), titles: merge(titles, other.titles),
            statuses: merge(statuses, other.statuses), totals: merge(totals, other.totals),
            recountings: merge(recountings, other.recountings),
            recommendationLabels: merge(recommendationLabels, other.recommendationLabels),
            paperWords: merge(paperWords, other.paperWords))
    }

    /// This file without the headers and sections that another knows: there they may stand for something else.
    func without(phrasesOf other: LexiconFile) -> LexiconFile {
        func less(_ lists: [String: [String]]?, _ others: [String: [String]]?) -> [String: [String]]? {
            let known = Set((others ?? [:]).values.joined().map { Words.key($0) })
            return lists?.mapValues { $0.filter { $0 == "#" || !known.contains(Words.key($0)) } }
        }
        var file = self
        file.columns = less(columns, other.columns)
        file.sections = less(sections, other.sections)
        file.attendance = less(attendance, other.attendance)
        return file
    }

    /// Reads a file's text.
    /// - Throws: `LexiconError` with the place in the file.
    static func parse(_ yaml: String, name: String) throws(LexiconError) -> LexiconFile {
        do {
            guard let file = try YAMLDecoder().decode(LexiconFile?.self, from: yaml) else {
                throw LexiconError.unreadable(name: name, reason: "it holds nothing")
            }
            let names = Mirror(reflecting: file).children.compactMap(\.label)
            if let lists = try Yams.compose(yaml: yaml)?.mapping {
                for key in lists.keys.compactMap(\.string) where !names.contains(key) {
                    throw LexiconError.unknownKey(name: name, key: key, known: names)
                }
            }
            for key in (file.attendance ?? [:]).keys where LexiconFile.capacities[key] == nil {
                throw LexiconError.unknownKey(
                    name: name, key: key, known: Array(LexiconFile.capacities.keys))
            }
            for key in (file.columns ?? [:]).keys where Role(rawValue: key) == nil {
                throw LexiconError.unknownKey(name: name, key: key, known: Role.allCases.map(\.rawValue))
            }
            for key in (file.sections ?? [:]).keys where Section(rawValue: key) == nil {
                throw LexiconError.unknownKey(name: name, key: key, known: Section.allCases.map(\.rawValue))
            }
            return file
        } catch let error as LexiconError {
            throw error
        } catch {
            throw .unreadable(name: name, reason: "\(error)")
        }
    }
}

/// Why a lexicon file cannot be used.
public enum LexiconError: Error, Sendable, Hashable, CustomStringConvertible {
    case unreadable(name: String, reason: String)
    case unknownKey(name: String, key: String, known: [String])

    /// For people: what was found, why it is a problem, and what is accepted.
    public var description: String {
        switch self {
        case .unreadable(let name, let reason):
            "The lexicon \(name) cannot be read: \(reason). A lexicon is YAML with lists of words under "
                + "columns, sections, bodies and so on; docs/lexicon.md describes it."
        case .unknownKey(let name, let key, let known):
            "The lexicon \(name) names \"\(key)\", which stands for nothing here, so its words would be ignored. "
                + "Known names: \(known.sorted().joined(separator: ", "))."
        }
    }
}
