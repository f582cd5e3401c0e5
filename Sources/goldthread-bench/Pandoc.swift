import Foundation

/// The general-purpose reader that reading is compared with.
struct Pandoc {
    private let path: String

    static func find() -> Pandoc? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/pandoc" }.first { FileManager.default.isExecutableFile(atPath: $0) }.map(
            Pandoc.init)
    }

    private init(path: String) { self.path = path }

    /// Seconds for the text from markdown to its JSON tree; nil where pandoc fails.
    func time(_ text: [UInt8]) -> Double? {
        let file = FileManager.default.temporaryDirectory.appending(
            path: "goldthread-bench-\(ProcessInfo.processInfo.processIdentifier).md")
        defer { try? FileManager.default.removeItem(at: file) }
        do {
            try Data(text).write(to: file)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: path)
            process.arguments = ["-f", "markdown", "-t", "json", "-o", "/dev/null", file.path]
            process.standardError = FileHandle.nullDevice
            let began = Date()
            try process.run()
            process.waitUntilExit()
            return process.terminationStatus == 0 ? Date().timeIntervalSince(began) : nil
        } catch {
            return nil
        }
    }
}
