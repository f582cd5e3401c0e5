import Foundation

/// Files that nobody but their owner may read.
enum PrivateFile {
    private static let mode: mode_t = 0o600

    /// Makes an empty file where there is none; SQLite gives its log the same permissions.
    static func make(_ path: String) throws(AccessError) {
        let handle = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard handle >= 0 else {
            if errno == EEXIST { return }
            throw errno == EACCES || errno == EROFS || errno == EPERM
                ? .readOnly(path: path) : .inputOutput(path: path, detail: String(cString: strerror(errno)))
        }
        close(handle)
    }

    /// Takes what others may do to a file, and to its log, away.
    static func guardFiles(of path: String) throws(AccessError) {
        for file in [path, path + "-wal", path + "-shm"] {
            var status = stat()
            guard stat(file, &status) == 0, status.st_mode & 0o077 != 0 else { continue }
            guard chmod(file, mode) == 0 else { throw .readableByOthers(path: file) }
        }
    }
}
