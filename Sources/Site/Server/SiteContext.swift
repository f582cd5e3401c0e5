import Foundation
import Hummingbird
import NIOCore

/// What the server knows of a request beside its head and body.
struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The network address that the request comes from.
    let client: String

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        client = SiteContext.client(source.channel.remoteAddress?.ipAddress)
    }

    /// Where a request comes from; of IPv6 the first 64 bits, since one household has all that begin so.
    static func client(_ address: String?) -> String {
        guard let address else { return "unknown" }
        guard address.contains(":") else { return address }
        // "::" stands for as many groups of nothing as make eight.
        let ends = address.split(separator: "%").first.map(String.init) ?? address
        let halves = ends.components(separatedBy: "::").map { $0.split(separator: ":").map(String.init) }
        let given = halves.reduce(0) { $0 + $1.count }
        let gap = halves.count > 1 ? Array(repeating: "0", count: max(0, 8 - given)) : []
        return (halves[0] + gap + halves.dropFirst().joined()).prefix(4).joined(separator: ":")
    }

    /// A request that comes from no network, as tests make them.
    init(client: String, source: some RequestContextSource) {
        coreContext = .init(source: source)
        self.client = client
    }

    /// Forms are read whole, up to the site's own limit.
    var maxUploadSize: Int { 64_000_000 }
}
