import Foundation
import Intake
import Papers
import Register

/// Compares findings with labels as the finding contract says: same kind, words agree, each used once.
struct Scorer {
    struct Score {
        var labels = 0
        var found = 0
        var matched = 0
        var fields = 0
        var right = 0
        var placed = 0

        var f1: Double { labels + found == 0 ? 1 : 2 * Double(matched) / Double(labels + found) }
        var fieldAccuracy: Double { fields == 0 ? 1 : Double(right) / Double(fields) }
        var placement: Double { matched == 0 ? 1 : Double(placed) / Double(matched) }

        mutating func add(_ other: Score) {
            labels += other.labels
            found += other.found
            matched += other.matched
            fields += other.fields
            right += other.right
            placed += other.placed
        }
    }

    struct Entry {
        var kind: String
        var words: [String]
        var fields: [String: Any]
        var line: Int
        var isSoft: Bool

        init?(_ json: String) {
            guard let object = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any],
                let kind = object["kind"] as? String, let text = object["text"] as? String
            else { return nil }
            self.kind = kind
            words = Scorer.words(text)
            fields = object["fields"] as? [String: Any] ?? [:]
            line = (object["source"] as? [String: Any])?["line"] as? Int ?? 0
            isSoft = object["soft"] as? Bool ?? false
        }
    }

    static func score(labels: [Entry], found: [Entry]) -> [String: Score] {
        var scores: [String: Score] = [:]
        for kind in Set(labels.map(\.kind) + found.map(\.kind)) {
            scores[kind] = score(labels.filter { $0.kind == kind }, found.filter { $0.kind == kind })
        }
        return scores
    }

    private static func score(_ labels: [Entry], _ found: [Entry]) -> Score {
        var candidates: [(dice: Double, distance: Int, label: Int, found: Int)] = []
        for (left, label) in labels.enumerated() {
            for (right, entry) in found.enumerated() {
                let dice = dice(label.words, entry.words)
                if dice >= 0.8 { candidates.append((dice, abs(label.line - entry.line), left, right)) }
            }
        }
        candidates.sort { ($1.dice, $0.distance, $0.label, $0.found) < ($0.dice, $1.distance, $1.label, $1.found) }
        var (usedLabels, usedFound) = (Set<Int>(), Set<Int>())
        var score = Score()
        score.labels = labels.count { !$0.isSoft }
        score.found = found.count
        for pair in candidates where !usedLabels.contains(pair.label) && !usedFound.contains(pair.found) {
            usedLabels.insert(pair.label)
            usedFound.insert(pair.found)
            guard !labels[pair.label].isSoft else {
                score.found -= 1
                continue
            }
            score.matched += 1
            score.placed += pair.distance <= 3 ? 1 : 0
            for (name, value) in labels[pair.label].fields {
                score.fields += 1
                if let own = found[pair.found].fields[name], same(value, own) { score.right += 1 }
            }
        }
        return score
    }

    private static func same(_ label: Any, _ found: Any) -> Bool {
        if let list = label as? [Any] {
            let other = found as? [Any] ?? [found]
            return list.map { words("\($0)").joined(separator: " ") }.sorted()
                == other.map { words("\($0)").joined(separator: " ") }.sorted()
        }
        let (left, right) = (words("\(label)"), words("\(found)"))
        return left == right || (left.count > 8 && dice(left, right) >= 0.95)
    }

    static func words(_ text: String) -> [String] {
        text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "£" || $0 == "%") }.map(
            String.init)
    }

    private static func dice(_ left: [String], _ right: [String]) -> Double {
        guard !left.isEmpty, !right.isEmpty else { return left == right ? 1 : 0 }
        var counts: [String: Int] = [:]
        for word in left { counts[word, default: 0] += 1 }
        var shared = 0
        for word in right where counts[word, default: 0] > 0 {
            counts[word, default: 0] -= 1
            shared += 1
        }
        return 2 * Double(shared) / Double(left.count + right.count)
    }
}
