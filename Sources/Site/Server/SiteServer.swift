import Access
import Foundation
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// Serves a site until it is told to stop, and then ends what it has begun.
public struct SiteServer: Sendable {
    private let site: Site
    private let host: String
    private let port: Int

    /// A server of a site.
    /// - Parameters:
    ///   - host: The network address that it listens on; "0.0.0.0" for all.
    ///   - port: The port; 0 for any that is free.
    public init(_ site: Site, host: String, port: Int) {
        (self.site, self.host, self.port) = (site, host, port)
    }

    /// Serves until a signal to stop comes, or the task is cancelled.
    /// - Parameter ready: Told the port once connections are taken.
    /// - Throws: `PortTaken` where another program listens there; else what the network says.
    public func run(ready: @escaping @Sendable (Int) async -> Void) async throws {
        let limits = site.settings.limits
        var application = Application(
            router: SiteRouter(site: site).router(),
            server: .http1(configuration: .init(additionalChannelHandlers: [ConnectionKeeper(limits)])),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: nil, backlog: 4096,
                availableConnectionsDelegate: .maximum(limits.connections, logger: quiet)),
            onServerRunning: { channel in await ready(channel.localAddress?.port ?? 0) }, logger: quiet)
        application.addServices(Sweeping(site: site), Counting(site: site))
        var configuration = ServiceGroupConfiguration(
            services: [.init(service: application)], gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
        // Connections end by themselves before; this is for one that was being taken when the signal came.
        configuration.maximumGracefulShutdownDuration = .seconds(limits.farewell + 2)
        let group = ServiceGroup(configuration: configuration)
        do {
            try await group.run()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw PortTaken(port: port)
        }
    }

    /// Another program listens on a port.
    public struct PortTaken: Error {
        /// The port that was asked for.
        public let port: Int
    }

    /// The framework's own messages only matter where something is wrong.
    private var quiet: Logger {
        var logger = site.logger
        logger.logLevel = max(logger.logLevel, .warning)
        return logger
    }
}

/// Takes away, once an hour, what accounts no longer need: sessions that ended, links that expired, old drafts.
private struct Sweeping: Service {
    let site: Site

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    _ = try await site.access.sweep()
                } catch {
                    site.logger.warning("sweeping failed", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: .seconds(3600))
            }
        }
    }
}

/// Counts everything once at the start, which takes seconds where a ledger holds a million records, so that whoever comes
/// first need not wait for it.
private struct Counting: Service {
    let site: Site

    func run() async throws {
        do {
            try await site.countEverything()
        } catch {
            site.logger.warning("counting failed", metadata: ["error": "\(error)"])
        }
        // A service that returns ends the others.
        try? await gracefulShutdown()
    }
}
