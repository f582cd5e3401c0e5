import Foundation

/// A server in a process of its own, which says its address in its first line.
final class Served {
    /// Where it is reached.
    let address: String
    private let port: UInt16
    /// Seconds from its start to its first answer.
    let started: Double
    private let process = Process()

    init(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws {
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        // What it logs goes nowhere, but it is written as in service.
        process.standardError = FileHandle(forWritingAtPath: "/dev/null")
        let began = DispatchTime.now().uptimeNanoseconds
        try process.run()
        let line = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
        guard let word = line.split(whereSeparator: \.isWhitespace).first(where: { $0.hasPrefix("http://") }) else {
            process.terminate()
            throw Load.Failure(description: "\(program) did not say where it listens: \(line)")
        }
        address = String(word)
        port = UInt16(address.split(separator: ":").last ?? "") ?? 0
        guard Self.answer(port, "/health")?.starts(with: "HTTP/1.1 200".utf8) == true else {
            process.terminate()
            throw Load.Failure(description: "\(program) does not answer at \(address)")
        }
        started = Double(DispatchTime.now().uptimeNanoseconds - began) / 1e9
    }

    /// The first bytes of an answer, after all of it has come; nil where none comes.
    static func answer(_ port: UInt16, _ path: String, cookie: String = "") -> [UInt8]? {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0 else { return nil }
        defer { close(socket) }
        var address = sockaddr_in()
        (address.sin_family, address.sin_port) = (sa_family_t(AF_INET), port.bigEndian)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isConnected = withUnsafeBytes(of: &address) { bytes in
            connect(socket, bytes.assumingMemoryBound(to: sockaddr.self).baseAddress, socklen_t(bytes.count)) == 0
        }
        let head =
            "GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: goldthread=\(cookie)\r\n\r\n"
        let request = Array(head.utf8)
        guard isConnected, write(socket, request, request.count) == request.count else { return nil }
        var (start, bytes) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
        while true {
            let count = read(socket, &bytes, bytes.count)
            guard count > 0 else { return start.isEmpty ? nil : start }
            if start.count < 12 { start += bytes.prefix(count) }
        }
    }

    /// The mean time in which pages come that nobody has asked for before, in seconds; they are asked for one after the other.
    func firstTime(_ paths: [String], cookie: String) throws -> Double {
        let began = DispatchTime.now().uptimeNanoseconds
        for path in paths {
            guard Self.answer(port, path, cookie: cookie)?.starts(with: "HTTP/1.1 200".utf8) == true else {
                throw Load.Failure(description: "\(address)\(path) does not answer")
            }
        }
        return Double(DispatchTime.now().uptimeNanoseconds - began) / 1e9 / Double(paths.count)
    }

    /// Waits until it has counted everything, as it does when it is started.
    func settle(cookie: String) throws { _ = try firstTime(["/"], cookie: cookie) }

    /// Peak resident memory so far, as the kernel counts it.
    var peakMegabytes: Int { Memory.peakMegabytes(of: "\(process.processIdentifier)") }

    func end() {
        process.terminate()
        process.waitUntilExit()
    }
}
