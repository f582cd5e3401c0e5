import Foundation
import Papers

/// Opens a file and reads it as a paper.
enum PaperFile {
    /// Why a file could not be read, for people: what was found, where, and what to do.
    enum Failure: Error, CustomStringConvertible {
        case missing(String)
        case folder(String)
        case forbidden(String)
        case paper(PaperError)

        var description: String {
            switch self {
            case .missing(let path):
                "\(path): there is no such file. Check the name and the folder (this one is \(FileManager.default.currentDirectoryPath))."
            case .folder(let path):
                "\(path) is a folder, not a paper. Name the papers in it, such as \(path)\(path.hasSuffix("/") ? "" : "/")*.txt"
            case .forbidden(let path):
                "\(path) is there but may not be read. Ask its owner for leave to read it, or copy it to where you may."
            case .paper(let error): error.description
            }
        }
    }

    /// A paper as read, with the bytes it was read from.
    struct Read {
        var paper: Paper
        var bytes: [UInt8]
    }

    static func read(_ path: String) async throws(Failure) -> Read {
        let name = path == "-" ? "standard input" : (path as NSString).lastPathComponent
        let bytes = try path == "-" ? readStandardInput(name) : open(path, name: name)
        do {
            return Read(paper: try await PaperReaders.read(bytes, name: name), bytes: bytes)
        } catch {
            throw .paper(error)
        }
    }

    /// Reads no more than a paper may hold: a pipe says nothing of its size.
    private static func readStandardInput(_ name: String) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let piece = FileHandle.standardInput.availableData
            guard !piece.isEmpty else { return bytes }
            bytes.append(contentsOf: piece)
            guard bytes.count <= PaperReaders.sizeLimit else {
                throw .paper(.tooLarge(name: name, bytes: bytes.count, limit: PaperReaders.sizeLimit))
            }
        }
    }

    private static func open(_ path: String, name: String) throws(Failure) -> [UInt8] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .missing(path) }
        guard !isFolder.boolValue else { throw .folder(path) }
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        guard size <= PaperReaders.sizeLimit else {
            throw .paper(.tooLarge(name: name, bytes: size, limit: PaperReaders.sizeLimit))
        }
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else { throw .forbidden(path) }
        return [UInt8](data)
    }
}
