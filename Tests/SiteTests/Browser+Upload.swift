import HTTPTypes

@testable import Site

extension Browser {
    /// Uploads a paper by the form of the page of imports.
    func upload(_ name: String, _ bytes: [UInt8]) async throws -> Answer {
        _ = try await post("/nothing", [:])
        var body = Array(
            "--b\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\n\(formToken ?? "")\r\n".utf8)
        body += Array(
            "--b\r\nContent-Disposition: form-data; name=\"paper\"; filename=\"\(name)\"\r\nContent-Type: text/plain\r\n\r\n"
                .utf8)
        body += bytes + Array("\r\n--b--\r\n".utf8)
        return try await send(.post, "/imports", body, type: "multipart/form-data; boundary=b")
    }
}
