import Configuration
import Foundation
import Site
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
    /// Servers that stand before it, by their addresses.
    var proxies: [String]
    /// In megabytes.
    var uploadLimit: Int
    /// In megabytes.
    var uploadRoom: Int
    /// Within ten minutes.
    var uploadRate: Int
    /// In megabytes.
    var pagesMemory: Int
    /// How long a connection may take.
    var limits: ServerLimits
    /// Nil for as many as the system lets a program open.
    var connections: Int?
    /// Whether the log is lines of JSON.
    var logsJSON: Bool

    /// The keys, as they stand in a file; in the environment `GOLDTHREAD_` stands before them, and `_` for each dot.
    enum Key: String, CaseIterable {
        case host, port, origin, accounts, proxies
        case uploadLimit = "upload.limit"
        case uploadRoom = "upload.memory"
        case uploadRate = "upload.rate"
        case connections = "connection.limit"
        case idle = "connection.idle"
        case patience = "connection.patience"
        case pace = "connection.pace"
        case farewell = "stop.wait"
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
        func number(_ key: Key, in range: ClosedRange<Int>, _ unit: String) throws -> Int? {
            guard let number = try number(key) else { return nil }
            guard range.contains(number) else {
                throw CommandFailure(
                    "\(key.rawValue) is \(number), and has to be from \(range.lowerBound) to \(range.upperBound)\(unit).",
                    .usage)
            }
            return number
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
        let listed = reader.stringArray(forKey: ConfigKey(Key.proxies.rawValue)) ?? text(.proxies).map { [$0] } ?? []
        proxies = listed.flatMap { $0.split { $0 == "," || $0 == " " } }.map(String.init)
        for proxy in proxies where !Proxies.isAddress(proxy) {
            throw CommandFailure(
                "The proxy \"\(proxy)\" is no network address. Write it as numbers: 127.0.0.1, or ::1.", .usage)
        }
        uploadLimit = try number(.uploadLimit, in: 1...256, " MB") ?? 50
        uploadRoom = try number(.uploadRoom, in: 1...100_000, " MB") ?? 200
        uploadRate = try number(.uploadRate, in: 1...100_000, "") ?? 20
        connections = try number(.connections, in: 1...1_000_000, "")
        let standard = ServerLimits()
        limits = standard
        limits.idle = try number(.idle, in: 1...86_400, " seconds") ?? standard.idle
        limits.patience = try number(.patience, in: 1...3_600, " seconds") ?? standard.patience
        limits.pace = try number(.pace, in: 1...1_000_000, " kB a second").map { $0 * 1_000 } ?? standard.pace
        limits.farewell = try number(.farewell, in: 1...3_600, " seconds") ?? standard.farewell
        pagesMemory = try number(.pagesMemory, in: 0...4096, " MB") ?? 32
        logsJSON = given.logsJSON || reader.bool(forKey: ConfigKey(Key.logsJSON.rawValue), default: false)
    }
}
