import Papers
import Register

/// Owner and date printed behind a promise in the same paragraph: "… (Owner: HR; by March 2026)", "… Lead: KH Due: May".
struct InlineFields {
    /// The words before them.
    var lead: String
    var owner: String?
    var timescale: String?
    var status: String?

    static func read(_ text: String, _ lexicon: Lexicon) -> InlineFields {
        if let labelled = labelled(text, lexicon) { return labelled }
        if let bracketed = bracketed(text, lexicon) { return bracketed }
        return dashed(text, lexicon)
    }

    // MARK: Labels

    private static func labelled(_ text: String, _ lexicon: Lexicon) -> InlineFields? {
        let found = labels(in: text, lexicon)
        guard let first = found.first, found.contains(where: { $0.role == .owner || $0.role == .timescale }) else {
            return nil
        }
        let bytes = Array(text.utf8)
        func cut(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self).trimmed("([;|–—-*, ") }
        var fields = InlineFields(lead: cut(0..<first.range.lowerBound))
        for (position, label) in found.enumerated() {
            let end = position + 1 < found.count ? found[position + 1].range.lowerBound : bytes.count
            fields.set(label.role, String(decoding: bytes[label.range.upperBound..<end], as: UTF8.self), lexicon)
        }
        return fields.lead.isEmpty ? nil : fields
    }

    private mutating func set(_ role: Role, _ value: String, _ lexicon: Lexicon) {
        // "Performance Manager; by October 2025": a date may follow the owner without a label of its own.
        var pieces = value.components(dividedBy: ";").map { $0.trimmed("()[].,;|–—-* ") }.filter { !$0.isEmpty }
        if role == .owner, pieces.count > 1, let last = pieces.last, ColumnEvidence.isTimescale(last) {
            timescale = timescale ?? last
            pieces.removeLast()
        }
        let whole = (pieces.isEmpty ? value : pieces.joined(separator: "; ")).trimmed("[];|–—-*, ").trimmed(".")
        switch role {
        case .owner: owner = owner ?? (pieces.joined(separator: ", "))
        case .timescale: timescale = timescale ?? whole
        case .status: status = status ?? whole
        default: break
        }
    }

    /// Labels that the lexicon knows, each with the range of its words and colon.
    private static func labels(in text: String, _ lexicon: Lexicon) -> [(role: Role, range: Range<Int>)] {
        let bytes = Array(text.utf8)
        var labels: [(role: Role, range: Range<Int>)] = []
        for colon in bytes.indices where bytes[colon] == UInt8(ascii: ":") {
            var start = colon
            var words = 0
            var best: (role: Role, start: Int)?
            while start > 0, words < 4 {
                var next = start
                while next > 0, bytes[next - 1] == 32 { next -= 1 }
                while next > 0, bytes[next - 1] != 32, !"([;|.".utf8.contains(bytes[next - 1]) { next -= 1 }
                guard next < start else { break }
                start = next
                words += 1
                let label = String(decoding: bytes[start..<colon], as: UTF8.self).trimmed("* ")
                if label.utf8.first.map({ $0 &- 65 < 26 }) ?? false || start == 0,
                    let role = lexicon.columns.match(label),
                    [.owner, .timescale, .status, .revised, .update, .start].contains(role)
                {
                    best = (role, start)
                }
                if start > 0, "([;|.".utf8.contains(bytes[start - 1]) { break }
            }
            // "By when::::" is one label, not four.
            if let best, best.start >= labels.last?.range.upperBound ?? 0 {
                labels.append((best.role, best.start..<(colon + 1)))
            }
        }
        return labels
    }

    // MARK: Brackets and dashes

    private static func bracketed(_ text: String, _ lexicon: Lexicon) -> InlineFields? {
        let (lead, note) = Notes.split(text)
        guard let note, !lead.isEmpty else { return nil }
        let pieces = note.split(whereSeparator: { $0 == ";" || $0 == "," || $0 == "–" }).map { String($0).trimmed() }
        guard let last = pieces.last, ColumnEvidence.isTimescale(last), pieces.count <= 3 else { return nil }
        let who = pieces.dropLast().joined(separator: ", ")
        guard who.isEmpty || Owners.resembles(who, lexicon) else { return nil }
        return InlineFields(lead: lead, owner: who.isEmpty ? nil : who, timescale: last)
    }

    private static func dashed(_ text: String, _ lexicon: Lexicon) -> InlineFields {
        for sign in [" – ", " — ", " - ", " | "] {
            let pieces = text.components(dividedBy: sign).map { $0.trimmed() }
            guard pieces.count >= 3, let last = pieces.last, ColumnEvidence.isTimescale(last) else { continue }
            let who = pieces[pieces.count - 2]
            guard who.wordCount <= 8 else { continue }
            return InlineFields(lead: pieces.dropLast(2).joined(separator: sign), owner: who, timescale: last)
        }
        return InlineFields(lead: text)
    }
}
