import Foundation
import Hummingbird
import Logging

/// The least that the framework can do: what pages are compared with.
enum Hello {
    static func serve() async throws {
        let router = Router()
        router.get("/") { _, _ in "hello" }
        router.get("/health") { _, _ in "hello" }
        var logger = Logger(label: "hello")
        logger.logLevel = .warning
        let application = Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in
                print("hello at http://127.0.0.1:\(channel.localAddress?.port ?? 0)")
                fflush(nil)
            }, logger: logger)
        try await application.runService()
    }
}
