/// The style sheet and the script, as they are sent: embedded, so that nothing has to be installed beside the program.
enum Assets {
    static let style = PackageResources.site_css
    static let script = PackageResources.site_js

    /// Changes with every change to them, so that browsers may keep them for ever: FNV-1a, in hexadecimal digits.
    static let version: String = {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in style + script { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }()
}
