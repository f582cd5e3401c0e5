import Foundation

/// How many files and connections the system lets this program have open at once.
enum OpenFiles {
    /// What the ledger, the accounts, the log and programs that read papers take of them, with some to spare.
    static let reserve = 128

    /// No more are asked for: a container may offer a thousand million, and each program that is started walks through them.
    private static let most = 65_536

    /// Raises the limit as far as that can be done without being root, and says what it is then.
    static func raised() -> Int {
        #if os(Linux)
            let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #else
            let resource = RLIMIT_NOFILE
        #endif
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return 256 }
        var wanted = limit
        wanted.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, rlim_t(most)))
        if wanted.rlim_cur > limit.rlim_cur, setrlimit(resource, &wanted) == 0 { limit = wanted }
        return Int(clamping: limit.rlim_cur)
    }

    /// How many connections there may be where so many files may be open: never so many that the ledger could not be opened.
    static func connections(of files: Int) -> Int { max(8, files - reserve) }
}
