import Foundation

/// A file that a command writes because somebody named it.
enum OutputFile {
    /// Writes all of it under another name first, so that nobody ever finds half of it.
    static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CommandFailure(
                "\(path) could not be written: its folder is not there, is full, or may not be written to. Name another place."
            )
        }
    }
}
