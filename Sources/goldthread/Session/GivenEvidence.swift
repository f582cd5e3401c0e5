import Foundation
import Importing
import Register

/// Evidence as given on the command line: files, which are kept, and words.
enum GivenEvidence {
    /// Reads what is given, in its order.
    static func read(_ given: [String], for record: Record, in session: Session) async throws -> KeptEvidence {
        var kept = KeptEvidence(councils: record.councils, ids: Clock.ids())
        for text in given {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: text, isDirectory: &isFolder), !isFolder.boolValue else {
                // A path that is not there is more likely a slip than words.
                if text.hasPrefix("/") || text.hasPrefix("./") || text.hasPrefix("../") || isFileName(text) {
                    throw CommandFailure(
                        "The evidence \(text) is not there. Name a file, or say in words where to look.")
                }
                kept.add(words: text)
                continue
            }
            guard let data = FileManager.default.contents(atPath: text) else {
                throw CommandFailure("The evidence \(text) is there but may not be read. Ask its owner for leave.")
            }
            try await kept.add(file: [UInt8](data), from: text, in: session.ledger)
        }
        return kept
    }

    /// One word with an ending of two to four letters: "photo.jpg".
    private static func isFileName(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, let ending = parts.last, !text.contains(" "), !text.contains("://") else {
            return false
        }
        return (2...4).contains(ending.count) && ending.allSatisfy { $0.isLetter || $0.isNumber }
            && ending.contains(where: \.isLetter)
    }
}
