import Access
import Importing
import Ledger
import Markup
import Register

/// Records, updates and places in papers by their words.
struct SearchPage {
    let visit: Visit
    let words: SearchWords?
    let found: [FoundWords]
    let names: RecordNames
    /// The record whose reference was typed.
    var named: Row?
    /// People and posts that go by the words and answer for something.
    var people: [PromiseCounts] = []

    private static let most = 50
    private static let mostPeople = 4

    static func read(_ visit: Visit) async throws -> SearchPage {
        guard let words = visit.query["q"].flatMap(SearchWords.init) else {
            return SearchPage(visit: visit, words: nil, found: [], names: RecordNames())
        }
        let asAt = visit.asAt
        return try await visit.read { reader in
            let hits = try reader.search(words, asAt, limit: most)
            return SearchPage(
                visit: visit, words: words, found: try FoundWords.of(hits, words, in: reader, asAt),
                names: try RecordNames(for: hits.map(\.row), in: reader, asAt),
                named: try named(visit, reader), people: try people(words, hits, visit, reader))
        }
    }

    /// Those who go by just these words, then those who were found. Some statements for each of the few that are shown.
    private static func people(
        _ words: SearchWords, _ hits: [Hit], _ visit: Visit, _ reader: any LedgerReader
    ) throws -> [PromiseCounts] {
        let kinds: [RecordKind] = [.person, .post]
        let rows =
            try reader.named(words.typed, kinds: kinds, visit.asAt)
            + hits.filter { $0.line == nil && kinds.contains($0.row.reference.kind) }.map(\.row)
        let ids = rows.prefix(mostPeople).map(\.id)
        return try RecordNames(ids, in: reader, visit.asAt).people(ids).map {
            try PromiseCounts(of: $0, on: visit.day, visit.asAt, in: reader)
        }.filter { $0.all > 0 }
    }

    private static func named(_ visit: Visit, _ reader: any LedgerReader) throws -> Row? {
        guard let reference = visit.query["q"].flatMap({ Reference($0) }),
            let entry = try reader.entry(reference, visit.asAt),
            visit.rights.canRead(councils: try entry.record().councils)
        else { return nil }
        return try reader.rows([entry.id], visit.asAt)[entry.id]
    }

    var html: HTML {
        let title = words.map { "Search: \($0.typed)" } ?? "Search"
        return Frame(title: title).page(for: visit) { html in
            html.heading("Search")
            guard let words else {
                html(
                    .p,
                    "Write a word in the field above. All words have to be there; “words in quotation marks” in that order; word* finds longer ones; -word leaves out what has it."
                )
                return
            }
            if let named {
                html(.p, .class("lead")) { html in
                    html(
                        .a, .href(.to(named.reference, asAt: visit.asAtText)),
                        text: "\(named.reference) \(named.title.clipped(to: 200))")
                }
            }
            for counts in people {
                html(.p, .class("lead")) { html in
                    html(.a, .href(.to(counts.row.reference, asAt: visit.asAtText)), text: counts.row.title)
                    html.text(". ")
                    counts.write(to: &html, asAt: visit.asAtText)
                }
            }
            guard named == nil || !found.isEmpty else { return }
            let count = found.count == Self.most ? "The first \(Self.most)" : found.count.words("place", "places")
            html(
                .p, .class("total"), .role("status"),
                text: found.isEmpty ? "Nothing holds all of these words." : "\(count) for \(words.typed)")
            html(.ol, .class("plain-list results")) { html in
                for found in found { html(.li) { write(found, words, to: &$0) } }
            }
        }
    }

    private func excerpt(_ text: String) -> String {
        words?.excerpt(of: text, room: 300) { $0.clipped(to: $1) } ?? text
    }

    private func write(_ found: FoundWords, _ words: SearchWords, to html: inout HTML) {
        let row = found.hit.row
        let about = row.reference.kind == .update ? names[row.parent] ?? row : row
        html(.p) { html in
            html(.a, .href(.to(about.reference, asAt: visit.asAtText))) { $0.marked(excerpt(found.text), words.terms) }
        }
        if let beside = found.beside { html(.p) { $0.marked(excerpt(beside), words.terms) } }
        html(.p, .class("meta")) { html in
            if let line = found.hit.line {
                html.text("\(row.title), line \(line)")
            } else if row.reference.kind == .update {
                html.text("Update of \(about.reference) \(about.title.clipped(to: 100))")
            } else {
                html.text("\(row.reference.kind.name(count: 1).capitalisedFirst) \(row.reference)")
                if let plan = names[row.plan] { html.text(" · \(plan.title)") }
            }
        }
    }
}

extension HTML {
    /// A text with the words that were looked for marked, in any letters.
    mutating func marked(_ text: String, _ terms: [String]) {
        var rest = text[...]
        while !rest.isEmpty {
            let lower = rest.lowercased()
            // Small letters of some languages are longer: then places do not agree, and nothing is marked.
            guard lower.utf8.count == rest.utf8.count else { return self.text(String(rest)) }
            let found = terms.compactMap { term in lower.utf8Range(of: term).map { ($0, term) } }.min {
                $0.0.lowerBound < $1.0.lowerBound
            }
            guard let found else { return self.text(String(rest)) }
            let start = rest.utf8.index(rest.startIndex, offsetBy: found.0.lowerBound)
            var end = rest.utf8.index(rest.startIndex, offsetBy: found.0.upperBound)
            // To the word's end: "recommend" finds "recommendations".
            while end < rest.endIndex, rest[end].isLetter { end = rest.index(after: end) }
            self.text(String(rest[..<start]))
            self(.mark, String(rest[start..<end]))
            rest = rest[end...]
        }
    }
}

extension String {
    /// Where a word begins that begins so, in bytes.
    fileprivate func utf8Range(of term: String) -> Range<Int>? {
        let (bytes, wanted) = (Array(utf8), Array(term.utf8))
        guard !wanted.isEmpty, bytes.count >= wanted.count else { return nil }
        for start in 0...(bytes.count - wanted.count) where bytes[start..<start + wanted.count].elementsEqual(wanted) {
            let before = start == 0 ? nil : bytes[start - 1]
            let isWithin = before.map { $0 >= 128 || ($0 | 0x20) &- 97 < 26 || $0 &- 48 < 10 } ?? false
            if !isWithin { return start..<start + wanted.count }
        }
        return nil
    }
}
