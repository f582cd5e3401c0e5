import Access
import ArgumentParser
import Foundation
import Intake
import Ledger
import Logging
import Register
import Site

/// Serves the web site.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves the web site: the thread of every promise, updates, and what needs looking at.",
        discussion: """
            Who may sign in is kept in a file of its own beside the ledger. The first start prints a link by which you make \
            the first administrator; it works once, for a day.

            Examples:
              goldthread serve
              goldthread serve --host 0.0.0.0 --origin https://promises.example.gov.uk
            """)

    @OptionGroup var ledger: LedgerOptions

    @Option(help: "The file of accounts; else the ledger's name with .accounts behind it.")
    var accounts: String?

    @Option(help: "The network address to listen on, 0.0.0.0 for all; else 127.0.0.1.")
    var host: String?

    @Option(help: "The port to listen on, 0 for any that is free; else 8080, or the next that is free.")
    var port: Int?

    @Option(help: "Where people reach the site, such as https://promises.example.gov.uk.")
    var origin: String?

    @Option(help: "A JSON file of these and other settings; else GOLDTHREAD_CONFIG.")
    var config: String?

    @Flag(name: .customLong("log-json"), help: "Log each request as a line of JSON.")
    var logsJSON = false

    func run() async throws {
        try await CommandFailure.reported {
            let configuration = try await ServeConfiguration(
                .init(
                    host: host, port: port, origin: origin, accounts: accounts, logsJSON: logsJSON, file: config),
                environment: ProcessInfo.processInfo.environment)
            let store = try ledger.open(.existing)
            let kept = try await store.ledger(named: ledger.partnership)
            let ports = configuration.port.map { [$0] } ?? Array(8080...8099)
            for port in ports {
                do {
                    return try await serve(kept, configuration, port)
                } catch is SiteServer.PortTaken {}
            }
            throw CommandFailure(
                "Other programs listen on \(ports.count == 1 ? "port \(ports[0])" : "ports 8080 to 8099"). Name one that is free with --port.",
                .usage)
        }
    }

    /// Serves on a port until it is told to stop.
    private func serve(_ kept: any Ledger, _ configuration: ServeConfiguration, _ port: Int) async throws {
        let host = configuration.host
        let site = try await site(of: kept, configuration, origin: configuration.origin ?? "http://\(host):\(port)")
        let link = try await site.setUpLink()
        try await SiteServer(site, host: host, port: port).run { port in
            Terminal.standardOutput.line("Goldthread serves \(kept.partnership.name) at http://\(host):\(port)")
            if let link {
                Terminal.standardOutput.line(
                    "Nobody has an account yet. Make the first administrator here, within a day:")
                Terminal.standardOutput.line("  \(link)")
            }
            Terminal.standardOutput.flush()
        }
    }

    private func site(
        of kept: any Ledger, _ configuration: ServeConfiguration, origin: String
    ) async throws -> Site {
        let isJSON = configuration.logsJSON
        let logger = Logger(label: "goldthread") { label -> any LogHandler in
            if isJSON { return JSONLog(label: label) }
            return StreamLogHandler.standardError(label: label)
        }
        let lexicon = try Lexicon.standard()
        do {
            let book = try AccessBook.open(configuration.accounts ?? ledger.path + ".accounts", clock: Clock.now)
            var settings = SiteSettings(
                origin: origin, uploadLimit: configuration.uploadLimit * 1_000_000,
                pagesMemory: configuration.pagesMemory * 1_000_000)
            settings.uploadRoom = configuration.uploadRoom * 1_000_000
            settings.uploadRate = configuration.uploadRate
            settings.proxies = Proxies(configuration.proxies)
            settings.limits = configuration.limits
            settings.limits.connections = connections(configuration, logger)
            return try await Site(
                ledger: kept, access: book, settings: settings, lexicon: lexicon, clock: Clock.now, logger: logger)
        } catch {
            throw CommandFailure("\(error)", .ledger)
        }
    }

    /// How many connections there may be, which the log says where it may be too few.
    private func connections(_ configuration: ServeConfiguration, _ logger: Logger) -> Int {
        let files = OpenFiles.raised()
        let most = OpenFiles.connections(of: files)
        if let asked = configuration.connections, asked <= most { return asked }
        if most < configuration.connections ?? 1_000 {
            logger.warning(
                "few connections: raise the limit of open files (ulimit -Hn)",
                metadata: ["connections": "\(most)", "files": "\(files)"])
        }
        return most
    }
}
