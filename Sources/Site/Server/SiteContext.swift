import Foundation
import Hummingbird
import NIOCore

/// What the server knows of a request beside its head and body.
struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The network address at the other end of the connection.
    let peer: String

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress.map(SiteContext.plain) ?? "unknown"
    }

    /// Where a request comes from; of IPv6 the first 64 bits, since one household has all that begin so.
    static func client(_ address: String) -> String {
        let address = plain(address)
        guard address.contains(":") else { return address }
        // "::" stands for as many groups of nothing as make eight.
        let ends = address.split(separator: "%").first.map(String.init) ?? address
        let halves = ends.components(separatedBy: "::").map { $0.split(separator: ":").map(String.init) }
        let given = halves.reduce(0) { $0 + $1.count }
        let gap = halves.count > 1 ? Array(repeating: "0", count: max(0, 8 - given)) : []
        return (halves[0] + gap + halves.dropFirst().joined()).prefix(4).joined(separator: ":")
    }

    /// IPv4 as it is, also where a socket that listens for both writes it as IPv6 ("::ffff:192.0.2.7"), or a server that stands
    /// before this one with its port ("192.0.2.7:50123").
    static func plain(_ address: String) -> String {
        address.split(separator: ":").first { $0.contains(".") }.map(String.init) ?? address
    }

    /// A request that comes from no network, as tests make them.
    init(peer: String, source: some RequestContextSource) {
        coreContext = .init(source: source)
        self.peer = peer
    }
}
