import Foundation
import Register

/// Records as the JSON that entries hold: keys sorted, nothing escaped without need, so that the same record always
/// gives the same bytes.
enum RecordCoding {
    /// The bodies of some records, in order.
    static func bodies(_ records: some Sequence<Record>) throws -> [String] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try records.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
    }

    static func record(_ body: String) throws -> Record {
        try JSONDecoder().decode(Record.self, from: Data(body.utf8))
    }
}
