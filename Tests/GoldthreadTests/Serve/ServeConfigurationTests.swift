import Foundation
import Site
import Testing

@testable import goldthread

@Suite struct ServeConfigurationTests {
    private func made(
        _ given: ServeConfiguration.Given = .init(), _ environment: [String: String] = [:]
    ) async throws -> ServeConfiguration {
        try await ServeConfiguration(given, environment: environment)
    }

    private func file(_ text: String) throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "goldthread-\(UUID().uuidString).json").path
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test func `what nobody sets suits a computer on which it is tried`() async throws {
        let made = try await made()
        #expect(made.host == "127.0.0.1" && made.port == nil && made.origin == nil)
        #expect(made.accounts == nil && made.uploadLimit == 50 && !made.logsJSON)
        #expect(made.uploadRoom == 200 && made.uploadRate == 20 && made.connections == nil && made.proxies.isEmpty)
        #expect(made.limits == ServerLimits())
    }

    @Test func `limits and servers that stand before it are set by any of them`() async throws {
        let path = try file(
            #"{"proxies": ["127.0.0.1", "::1"], "connection": {"idle": 9, "pace": 4}, "stop": {"wait": 3}}"#)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let environment = ["GOLDTHREAD_CONNECTION_PATIENCE": "5", "GOLDTHREAD_CONNECTION_LIMIT": "77"]
        let made = try await made(.init(file: path), environment)
        #expect(made.proxies == ["127.0.0.1", "::1"] && made.connections == 77)
        #expect(made.limits.idle == 9 && made.limits.pace == 4_000 && made.limits.farewell == 3)
        #expect(made.limits.patience == 5)
        let named = try await self.made(.init(), ["GOLDTHREAD_PROXIES": "127.0.0.1, 10.0.0.7"])
        #expect(named.proxies == ["127.0.0.1", "10.0.0.7"])
    }

    @Test func `connections leave files for the ledger`() {
        #expect(OpenFiles.connections(of: 1_024) == 896)
        #expect(OpenFiles.connections(of: 64) == 8)
        #expect(OpenFiles.raised() > 0)
    }

    @Test func `the command line goes before the environment, and that before the file`() async throws {
        let path = try file(#"{"port": 1111, "host": "file.example", "upload": {"limit": 7}, "log": {"json": true}}"#)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let environment = ["GOLDTHREAD_PORT": "2222", "GOLDTHREAD_HOST": "env.example", "GOLDTHREAD_CONFIG": path]
        let made = try await made(.init(host: "line.example"), environment)
        #expect(made.host == "line.example" && made.port == 2222 && made.uploadLimit == 7 && made.logsJSON)
    }

    @Test(arguments: [
        ["GOLDTHREAD_PORT": "eighty"], ["GOLDTHREAD_PORT": "70000"], ["GOLDTHREAD_ORIGIN": "promises.example"],
        ["GOLDTHREAD_UPLOAD_LIMIT": "0"], ["GOLDTHREAD_CONNECTION_IDLE": "0"], ["GOLDTHREAD_PROXIES": "nginx"],
        ["GOLDTHREAD_CONFIG": "/no/such/file.json"],
    ]) func `what means nothing is refused in words`(environment: [String: String]) async throws {
        await #expect(throws: CommandFailure.self) { try await made(.init(), environment) }
    }

    @Test func `every key stands in the README`() throws {
        let readme = try String(contentsOf: CommandTests.root.appending(path: "README.md"), encoding: .utf8)
        for key in ServeConfiguration.Key.allCases {
            let name = "GOLDTHREAD_" + key.rawValue.uppercased().replacing(".", with: "_")
            #expect(readme.contains("`\(key.rawValue)`") && readme.contains("`\(name)`"), "\(key.rawValue)")
        }
    }
}
