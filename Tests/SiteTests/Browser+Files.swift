import HTTPTypes

@testable import Site

extension Browser {
    /// Sends a form as one with files is sent, with the token of a page of its session.
    func send(
        _ path: String, _ fields: [(String, String)], file: (field: String, name: String, bytes: [UInt8])? = nil
    ) async throws -> Answer {
        if cookie != nil, formToken == nil { _ = try await post("/nothing", [:]) }
        var body: [UInt8] = []
        for (name, value) in fields + [("form-token", formToken ?? "")] {
            body += Array("--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        if let file {
            body += Array(
                "--b\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\n\r\n".utf8)
            body += file.bytes + Array("\r\n".utf8)
        }
        body += Array("--b--\r\n".utf8)
        return try await send(.post, path, body, type: "multipart/form-data; boundary=b")
    }
}
