import Foundation

/// Where the program writes, and how wide that is.
enum Terminal {
    static let standardOutput = Output(FileHandle.standardOutput)
    private static let standardError = Output(FileHandle.standardError)

    /// Columns of the terminal, 80 where there is none; never more than 100, which is as wide as reads well.
    static var width: Int {
        var size = winsize()
        if isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            return min(100, max(40, Int(size.ws_col)))
        }
        return 80
    }

    /// Whether somebody watches, and no program reads.
    static var isWatched: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Tells a person what went wrong, beside the program's output.
    static func complain(_ message: String) { standardError.line(message) }

    /// A stream that is written in large pieces.
    final class Output: @unchecked Sendable {
        private let handle: FileHandle
        private var buffer: [UInt8] = []

        fileprivate init(_ handle: FileHandle) { self.handle = handle }

        func line(_ text: String) {
            add(text)
            buffer.append(UInt8(ascii: "\n"))
            if buffer.count > 1 << 16 || handle.fileDescriptor != STDOUT_FILENO { flush() }
        }

        /// Writes text without an end of line.
        func write(_ text: String) {
            add(text)
            flush()
        }

        /// What somebody typed or printed must not steer the terminal of whoever reads it.
        private func add(_ text: String) {
            func steers(_ scalar: Unicode.Scalar) -> Bool {
                scalar.value < 0x20 && !"\n\t\r".unicodeScalars.contains(scalar) || (0x7F...0x9F).contains(scalar.value)
                    || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            }
            guard text.unicodeScalars.contains(where: steers) else {
                buffer.append(contentsOf: text.utf8)
                return
            }
            for scalar in text.unicodeScalars {
                buffer.append(contentsOf: String(steers(scalar) ? "\u{FFFD}" : scalar).utf8)
            }
        }

        func flush() {
            // A reader that went away ("| head") is no error of ours.
            try? handle.write(contentsOf: buffer)
            buffer.removeAll(keepingCapacity: true)
        }
    }
}
