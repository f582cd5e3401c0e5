import Foundation

/// A server in a process of its own, which says its address in its first line.
final class Served {
    /// Where it is reached.
    let address: String
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
        guard let port = UInt16(address.split(separator: ":").last ?? ""), Self.answers(port) else {
            process.terminate()
            throw Load.Failure(description: "\(program) does not answer at \(address)")
        }
        started = Double(DispatchTime.now().uptimeNanoseconds - began) / 1e9
    }

    /// Whether a server at a port of this machine answers a request.
    private static func answers(_ port: UInt16) -> Bool {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0 else { return false }
        defer { close(socket) }
        var address = sockaddr_in()
        (address.sin_family, address.sin_port) = (sa_family_t(AF_INET), port.bigEndian)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isConnected = withUnsafeBytes(of: &address) { bytes in
            connect(socket, bytes.assumingMemoryBound(to: sockaddr.self).baseAddress, socklen_t(bytes.count)) == 0
        }
        guard isConnected else { return false }
        let request = Array("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)
        guard write(socket, request, request.count) == request.count else { return false }
        var start = [UInt8](repeating: 0, count: 12)
        return read(socket, &start, start.count) == start.count && start.starts(with: "HTTP/1.1 200".utf8)
    }

    /// Peak resident memory so far, as the kernel counts it.
    var peakMegabytes: Int { Memory.peakMegabytes(of: "\(process.processIdentifier)") }

    func end() {
        process.terminate()
        process.waitUntilExit()
    }
}
