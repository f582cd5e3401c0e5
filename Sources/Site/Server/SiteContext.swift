import CNIOLinux
import Hummingbird
import NIOCore

/// What the server knows of a request beside its head and body.
struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The network address that the request comes from.
    let client: String

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        client = SiteContext.client(source.channel.remoteAddress)
    }

    /// Where a request comes from; of IPv6 the first 64 bits, since one household has all that begin so.
    private static func client(_ address: SocketAddress?) -> String {
        switch address {
        case .v6(let address):
            var network = address.address.sin6_addr
            return withUnsafeBytes(of: &network) { bytes in
                bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ":")
            }
        default: return address?.ipAddress ?? "unknown"
        }
    }

    /// A request that comes from no network, as tests make them.
    init(client: String, source: some RequestContextSource) {
        coreContext = .init(source: source)
        self.client = client
    }

    /// Forms are read whole, up to the site's own limit.
    var maxUploadSize: Int { 64_000_000 }
}
