import Configuration
import Foundation
import SystemPackage

/// How the site is served: by what the command line says, else the environment, else a file, else what suits a computer on
/// which it is tried. The README lists the keys.
struct ServeConfiguration: Sendable {
    var host: String
    /// Nil for the first that is free from 8080 on.
    var port: Int?
    /// Nil for the address that it listens on.
    var origin: String?
    /// Nil for the ledger's name with ".accounts" behind it.
    var accounts: String?
    /// In megabytes.
    var uploadLimit: Int
    /// In megabytes.
    var pagesMemory: Int
    /// Whether the log is lines of JSON.
    var logsJSON: Bool

    /// The keys, as they stand in a file; in the environment `GOLDTHREAD_` stands before them, and `_` for each dot.
    enum Key: String, CaseIterable {
        case host, port, origin, accounts
        case uploadLimit = "upload.limit"
        case pagesMemory = "pages.memory"
        case logsJSON = "log.json"
    }

    /// What a command line gives; nil for what it leaves to others.
    struct Given: Sendable {
        var host: String?
        var port: Int?
        var origin: String?
        var accounts: String?
        var logsJSON = false
        /// A JSON file of the other keys.
        var file: String?
    }

    /// - Throws: `CommandFailure` where the file cannot be read, or a value is none of its kind.
    init(_ given: Given, environment: [String: String]) async throws {
        var providers: [any ConfigProvider] = [
            EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: "goldthread")
        ]
        let file = given.file ?? environment["GOLDTHREAD_CONFIG"] ?? ""
        if !file.isEmpty {
            do {
                providers.append(try await FileProvider<JSONSnapshot>(filePath: FilePath(file)))
            } catch {
                throw CommandFailure(
                    "The configuration file \(file) cannot be read (\(error)). It has to be JSON, such as {\"port\": 8080}.",
                    .usage)
            }
        }
        let reader = ConfigReader(providers: providers)
        func text(_ key: Key) -> String? { reader.string(forKey: ConfigKey(key.rawValue)) }
        func number(_ key: Key) throws -> Int? {
            if let number = reader.int(forKey: ConfigKey(key.rawValue)) { return number }
            guard let text = text(key) else { return nil }
            throw CommandFailure("\(key.rawValue) is \"\(text)\", and has to be a whole number.", .usage)
        }
        host = given.host ?? text(.host) ?? "127.0.0.1"
        port = try given.port ?? number(.port)
        if let port, !(0...65_535).contains(port) {
            throw CommandFailure(
                "The port \(port) is none. Ports are numbers from 1 to 65535; 0 takes any that is free.", .usage)
        }
        origin = (given.origin ?? text(.origin)).map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        if let origin, !origin.hasPrefix("http://"), !origin.hasPrefix("https://") {
            throw CommandFailure(
                "The origin \"\(origin)\" is no address. Write it as people type it: https://promises.example.gov.uk",
                .usage)
        }
        accounts = given.accounts ?? text(.accounts)
        uploadLimit = try number(.uploadLimit) ?? 50
        guard (1...256).contains(uploadLimit) else {
            throw CommandFailure("upload.limit is \(uploadLimit) MB, and has to be from 1 to 256.", .usage)
        }
        pagesMemory = try number(.pagesMemory) ?? 32
        guard (0...4096).contains(pagesMemory) else {
            throw CommandFailure("pages.memory is \(pagesMemory) MB, and has to be from 0 to 4096.", .usage)
        }
        logsJSON = given.logsJSON || reader.bool(forKey: ConfigKey(Key.logsJSON.rawValue), default: false)
    }
}
