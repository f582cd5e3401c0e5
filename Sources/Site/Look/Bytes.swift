extension Int {
    /// A size for people, in decimal units: "640 bytes", "23 kB", "1.4 MB".
    var bytes: String {
        switch self {
        case ..<1000: words("byte", "bytes")
        case ..<999_500: "\((self + 500) / 1000) kB"
        default:
            self < 9_950_000
                ? "\((self + 50_000) / 1_000_000).\((self + 50_000) / 100_000 % 10) MB"
                : "\((self + 500_000) / 1_000_000) MB"
        }
    }
}
