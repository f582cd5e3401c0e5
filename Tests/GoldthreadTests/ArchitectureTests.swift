import Foundation
import Testing

/// Dependencies point down only.
@Suite struct ArchitectureTests {
    private static let allowed: [String: Set<String>] = [
        "Register": [],
        "Papers": ["Foundation", "CArchive", "CXML", "CMalloc", "CZ", "Subprocess", "System", "SystemPackage"],
        "Fuzzing": [], "PaperFuzzing": ["Fuzzing", "Papers", "Foundation", "Synchronization"],
        "Intake": ["Register", "Papers", "Foundation", "Yams"],
        "SQLiteFiles": ["Foundation", "GRDB", "Synchronization"],
        "Ledger": ["Register", "SQLiteFiles", "Foundation", "Crypto", "GRDB", "GRDBSQLite", "Synchronization"],
        "Importing": ["Register", "Papers", "Intake", "Ledger"],
        "Access": ["Register", "SQLiteFiles", "Foundation", "Crypto", "CryptoExtras", "GRDB", "Synchronization"],
        "Markup": [],
        "Site": [
            "Register", "Papers", "Intake", "Ledger", "Importing", "Access", "Markup", "Foundation", "Synchronization",
            "Hummingbird", "HTTPTypes", "NIOCore", "NIOHTTPTypes", "Logging", "ServiceLifecycle", "UnixSignals",
        ],
        "goldthread": [
            "Register", "Papers", "Intake", "Ledger", "Importing", "Access", "Site", "Foundation", "ArgumentParser",
            "Configuration", "Logging", "Synchronization", "SystemPackage",
        ],
        "ledger-writer": ["Register", "Ledger", "Foundation"],
        "goldthread-bench": [
            "Register", "Papers", "Intake", "Ledger", "Access", "Fuzzing", "PaperFuzzing", "Foundation", "GRDBSQLite",
            "Hummingbird", "Logging", "Synchronization",
        ],
    ]

    @Test(arguments: allowed.keys.sorted()) func `a target imports only what stands below it`(target: String) throws {
        let folder = CommandTests.root.appending(path: "Sources/\(target)")
        let files =
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        let sources = files.filter { $0.pathExtension == "swift" }
        #expect(!sources.isEmpty)
        for file in sources {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let words = line.split(separator: " ")
                guard let at = words.firstIndex(of: "import"), at <= 1, at + 1 < words.count, words.count <= 3 else {
                    continue
                }
                #expect(
                    Self.allowed[target]?.contains(String(words[at + 1])) == true, "\(file.lastPathComponent): \(line)")
            }
        }
    }

    @Test func `no source uses Regex on text that people upload`() throws {
        for target in ["Papers", "Intake", "Register"] {
            let folder = CommandTests.root.appending(path: "Sources/\(target)")
            let files =
                FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
                ?? []
            for file in files where file.pathExtension == "swift" {
                let text = try String(contentsOf: file, encoding: .utf8)
                #expect(!text.contains("Regex") && !text.contains("NSRegularExpression"), "\(file.lastPathComponent)")
            }
        }
    }
}
