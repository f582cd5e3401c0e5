import Access
import ArgumentParser
import Foundation
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

    @Option(help: "The file of accounts; else GOLDTHREAD_ACCOUNTS, else the ledger's name with .accounts behind it.")
    var accounts: String?

    @Option(help: "The network address to listen on; 0.0.0.0 for all.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; else 8080, or the next that is free.")
    var port: Int?

    @Option(help: "Where people reach the site, such as https://promises.example.gov.uk.")
    var origin: String?

    @Flag(help: "Log each request as a line of JSON.")
    var json = false

    func run() async throws {
        try await CommandFailure.reported {
            let store = try ledger.open(.existing)
            let kept = try await store.ledger(named: ledger.partnership)
            let ports = port.map { [$0] } ?? Array(8080...8099)
            for port in ports {
                do {
                    return try await serve(kept, port)
                } catch is SiteServer.PortTaken {}
            }
            throw CommandFailure(
                "Other programs listen on \(ports.count == 1 ? "port \(ports[0])" : "ports 8080 to 8099"). Name one that is free with --port.",
                .usage)
        }
    }

    /// Serves on a port until it is told to stop.
    private func serve(_ kept: any Ledger, _ port: Int) async throws {
        let site: Site
        do {
            let book = try AccessBook.open(accountsPath, clock: Clock.now)
            site = try await Site(
                ledger: kept, access: book,
                settings: SiteSettings(origin: origin ?? "http://\(host):\(port)"), clock: Clock.now,
                logger: Logger(label: "goldthread"))
        } catch {
            throw CommandFailure("\(error)", .ledger)
        }
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

    private var accountsPath: String {
        let named = accounts ?? ProcessInfo.processInfo.environment["GOLDTHREAD_ACCOUNTS"] ?? ""
        return named.isEmpty ? ledger.path + ".accounts" : named
    }
}
