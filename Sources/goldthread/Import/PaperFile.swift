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
                "\(path) is an empty folder: there are no papers in it."
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

    /// The papers at a path: a file's one, each of a zip archive's, or each in a folder, by name, folders within it
    /// included. What cannot be read of several is told and left out.
    static func read(_ path: String, telling: (Failure) -> Void) async throws(Failure) -> [Read] {
        guard isFolder(path) else { return try await readFile(path, telling: telling) }
        let files = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        var papers: [Read] = []
        for file in files.sorted()
        where !file.split(separator: "/").contains(where: { $0.hasPrefix(".") || $0.hasPrefix("~$") }) {
            let inner = path + (path.hasSuffix("/") ? "" : "/") + file
            if isFolder(inner) { continue }
            do throws(Failure) {
                papers += try await readFile(inner, telling: telling)
            } catch {
                telling(error)
            }
        }
        guard !files.isEmpty else { throw .folder(path) }
        return papers
    }

    private static func readFile(_ path: String, telling: (Failure) -> Void) async throws(Failure) -> [Read] {
        let name = path == "-" ? "standard input" : (path as NSString).lastPathComponent
        let bytes = try path == "-" ? readStandardInput(name) : open(path, name: name)
        do throws(PaperError) {
            guard try PaperReaders.isBundle(bytes, name: name) else {
                return [Read(paper: try await PaperReaders.read(bytes, name: name), bytes: bytes)]
            }
            let files = try PaperReaders.files(inBundle: bytes, name: name)
            guard !files.isEmpty else { throw .otherFormat(name: name, format: "a zip archive that holds no paper") }
            var papers: [Read] = []
            for file in files {
                do throws(PaperError) {
                    papers.append(
                        Read(paper: try await PaperReaders.read(file.bytes, name: file.name), bytes: file.bytes))
                } catch {
                    telling(.paper(error))
                }
            }
            return papers
        } catch {
            throw .paper(error)
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
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
        guard FileManager.default.fileExists(atPath: path) else { throw .missing(path) }
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        guard size <= PaperReaders.sizeLimit else {
            throw .paper(.tooLarge(name: name, bytes: size, limit: PaperReaders.sizeLimit))
        }
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path)) else { throw .forbidden(path) }
        return [UInt8](data)
    }
}
