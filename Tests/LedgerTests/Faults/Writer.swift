import Foundation
import Ledger
import Register
import Testing

/// The program `ledger-writer`, started on a file and read line by line.
final class Writer {
    struct Acknowledged: Hashable {
        var sequence: Int
        var hash: String
    }

    private let process = Process()
    private let output = Pipe()
    private let complaints = Pipe()
    private var rest = Data()
    private(set) var acknowledged: [Acknowledged] = []

    /// The program stands beside the tests that were built with it.
    static let program: String = {
        let tests = Bundle.allBundles.map(\.bundleURL) + [URL(fileURLWithPath: CommandLine.arguments[0])]
        let folders = tests.map { $0.deletingLastPathComponent() } + [Checkout.root.appending(path: ".build/debug")]
        return folders.map { $0.appending(path: "ledger-writer").path }
            .first { FileManager.default.isExecutableFile(atPath: $0) } ?? "ledger-writer"
    }()

    /// Starts it through a command that ends with the program's own arguments, such as `sh -c '…' sh`.
    init(_ path: String, seed: Int, count: Int, width: Int = 40, through command: [String] = []) throws {
        let words = command + [Self.program, path, "\(seed)", "\(count)", "\(width)"]
        process.executableURL = URL(fileURLWithPath: words[0])
        process.arguments = Array(words.dropFirst())
        (process.standardOutput, process.standardError) = (output, complaints)
        try process.run()
    }

    /// Waits for so many more acknowledgements; false where the output ended before.
    func wait(for count: Int) -> Bool {
        let wanted = acknowledged.count + count
        while acknowledged.count < wanted {
            let data = output.fileHandleForReading.availableData
            if data.isEmpty { return false }
            take(data)
        }
        return true
    }

    func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

    /// Reads to the end and waits; the exit code and what it complained of.
    func finish() -> (code: Int32, complaint: String) {
        take(output.fileHandleForReading.readDataToEndOfFile())
        let complaint = complaints.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: complaint, as: UTF8.self))
    }

    private func take(_ data: Data) {
        rest.append(data)
        while let end = rest.firstIndex(of: 10) {
            let words = String(decoding: rest[rest.startIndex..<end], as: UTF8.self).split(separator: " ")
            rest = Data(rest[rest.index(after: end)...])
            if words.count == 2, let sequence = Int(words[0]) {
                acknowledged.append(Acknowledged(sequence: sequence, hash: String(words[1])))
            }
        }
    }

    /// An empty ledger for writers.
    static func prepare(_ folder: Folder, _ name: String = "ledger.db") async throws -> String {
        let path = folder.path(name)
        let store = try SQLiteStore.open(path, mode: .create, clock: { TestClock().now })
        _ = try await store.addPartnership(named: "Harrowmere", id: .number(900_000))
        return path
    }

    /// Opens the file, expects it whole, and gives the hashes of its entries.
    static func hashes(_ path: String) async throws -> [String] {
        let ledger = try await LedgerFile.open(path)
        let verdict = try await ledger.verify(against: nil, progress: { _ in })
        #expect(verdict.fault == nil, "\(verdict.fault?.description ?? "")")
        #expect(verdict.head == (try await ledger.head()))
        return try await ledger.entries(after: 0, limit: .max).map { "\($0.hash)" }
    }

    /// Whether all that was acknowledged stands in the chain.
    static func expect(_ acknowledged: [Acknowledged], in hashes: [String]) {
        #expect(hashes.count >= acknowledged.map(\.sequence).max() ?? 0)
        for entry in acknowledged where entry.sequence <= hashes.count {
            #expect(hashes[entry.sequence - 1] == entry.hash, "entry \(entry.sequence)")
        }
    }
}
