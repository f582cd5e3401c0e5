import Foundation
import Logging
import Register
import Synchronization

/// Writes a log as lines of JSON to standard error, for programs that gather logs.
struct JSONLog: LogHandler {
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]
    private let label: String
    /// One line at a time.
    private static let gate = Mutex<Void>(())

    init(label: String) { self.label = label }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var fields = metadata.merging(event.metadata ?? [:]) { _, new in new }.mapValues { "\($0)" }
        fields["time"] = "\(Clock.now())"
        fields["level"] = event.level.rawValue
        fields["message"] = "\(event.message)"
        fields["from"] = label
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard var line = try? encoder.encode(fields) else { return }
        line.append(UInt8(ascii: "\n"))
        Self.gate.withLock { _ in FileHandle.standardError.write(line) }
    }
}
