import Hummingbird
import NIOCore

/// What the server knows of a request beside its head and body.
struct SiteContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The network address that the request comes from.
    let client: String

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        client = source.channel.remoteAddress?.ipAddress ?? "unknown"
    }

    /// A request that comes from no network, as tests make them.
    init(client: String, source: some RequestContextSource) {
        coreContext = .init(source: source)
        self.client = client
    }

    /// Forms are read whole, up to the site's own limit.
    var maxUploadSize: Int { 64_000_000 }
}
