import HTTPTypes
import NIOCore

/// Servers that stand before this one, such as the one that speaks TLS: they alone are believed when they say for whom they
/// ask. Without them all their requests would come from one address, and one person's failures to sign in would keep all
/// others waiting.
public struct Proxies: Sendable, Hashable {
    private let addresses: Set<String>

    /// Servers by their network addresses, such as "127.0.0.1" or "10.0.0.7".
    public init(_ addresses: some Sequence<String>) { self.addresses = Set(addresses.map(Proxies.plain)) }

    /// Whether a text is a network address in numbers.
    public static func isAddress(_ text: String) -> Bool { (try? SocketAddress(ipAddress: text, port: 0)) != nil }

    /// An address in the one way in which it is written (RFC 5952), without the port that some servers write behind it.
    private static func plain(_ text: String) -> String {
        let inBrackets = text.hasPrefix("[") ? text.dropFirst().prefix { $0 != "]" } : text[...]
        let address = SiteContext.plain(String(inBrackets))
        return (try? SocketAddress(ipAddress: address, port: 0))?.ipAddress ?? address
    }

    /// Where a request comes from.
    /// - Parameter peer: The address at the other end of the connection.
    func origin(of headers: HTTPFields, peer: String) -> String {
        guard addresses.contains(Proxies.plain(peer)), let name = HTTPField.Name("X-Forwarded-For") else { return peer }
        // Each server adds whom it was asked by at the end; what stands before the first stranger is the stranger's own word.
        let line = headers[values: name].joined(separator: ",")
        return line.split(separator: ",").map { String($0).trimmed }.last {
            !addresses.contains(Proxies.plain($0)) && !$0.isEmpty
        }
            ?? peer
    }
}
