import Foundation
import Register

/// Records as the JSON that entries hold: keys sorted, nothing escaped without need, so that the same record always
/// gives the same bytes.
enum RecordCoding {
    static func body(_ record: Record) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(record), as: UTF8.self)
    }

    static func record(_ body: String) throws -> Record {
        try JSONDecoder().decode(Record.self, from: Data(body.utf8))
    }
}
