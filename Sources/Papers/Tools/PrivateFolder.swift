import Foundation

/// A folder that only its owner may open, for one paper's working files; it goes when nobody holds it any more.
final class PrivateFolder: Sendable {
    let path: String

    /// - Throws: `PaperError.toolFailed` where no folder can be made, as on a full disk.
    init(name: String) throws(PaperError) {
        var template = Array((FileManager.default.temporaryDirectory.path + "/goldthread-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw .toolFailed(
                name: name, tool: "goldthread",
                what: "has no room for working files in \(FileManager.default.temporaryDirectory.path)")
        }
        path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file into the folder.
    func write(_ bytes: consuming [UInt8], as file: String, name: String) throws(PaperError) {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(file)"))
        } catch {
            throw .toolFailed(name: name, tool: "goldthread", what: "has no room for working files in \(path)")
        }
    }

    /// The bytes of a file in the folder; nil where there is none.
    func read(_ file: String) -> [UInt8]? {
        (try? Data(contentsOf: URL(fileURLWithPath: "\(path)/\(file)"))).map { [UInt8]($0) }
    }
}
