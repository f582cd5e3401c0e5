import HTTPTypes
import Testing

@testable import Site

/// Who asks, where a server stands before this one.
@Suite(.serialized) struct ProxiesTests {
    private func origin(_ forwarded: [String], from peer: String, _ proxies: [String]) throws -> String {
        var headers = HTTPFields()
        headers[values: try #require(HTTPField.Name("X-Forwarded-For"))] = forwarded
        return Proxies(proxies).origin(of: headers, peer: peer)
    }

    @Test(arguments: [
        // Nobody is believed who is not named.
        (["203.0.113.9"], "192.0.2.1", [], "192.0.2.1"),
        (["203.0.113.9"], "192.0.2.1", ["127.0.0.1"], "192.0.2.1"),
        (["203.0.113.9"], "127.0.0.1", ["127.0.0.1"], "203.0.113.9"),
        // What the stranger said of others stands before what our server says of the stranger.
        (["10.9.9.9, 203.0.113.9"], "127.0.0.1", ["127.0.0.1"], "203.0.113.9"),
        (["10.9.9.9", "203.0.113.9"], "127.0.0.1", ["127.0.0.1"], "203.0.113.9"),
        // Two servers of ours, one behind the other.
        (["203.0.113.9, 10.0.0.7"], "127.0.0.1", ["127.0.0.1", "10.0.0.7"], "203.0.113.9"),
        // However an address is written.
        (["203.0.113.9, 10.0.0.7:4711"], "127.0.0.1", ["127.0.0.1", "10.0.0.7"], "203.0.113.9"),
        (["203.0.113.9"], "2001:db8::1", ["2001:DB8:0:0:0:0:0:1"], "203.0.113.9"),
        (["203.0.113.9, [2001:db8::1]:443"], "::1", ["0:0:0:0:0:0:0:1", "2001:DB8::1"], "203.0.113.9"),
        // A server that says nothing asks for itself.
        ([], "127.0.0.1", ["127.0.0.1"], "127.0.0.1"),
        (["127.0.0.1"], "127.0.0.1", ["127.0.0.1"], "127.0.0.1"),
        ([" , "], "127.0.0.1", ["127.0.0.1"], "127.0.0.1"),
    ]) func `a server that is named is believed`(
        forwarded: [String], peer: String, proxies: [String], origin: String
    ) throws {
        #expect(try self.origin(forwarded, from: peer, proxies) == origin)
    }
}
