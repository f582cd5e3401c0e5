/// The style sheet and the script, as they are sent: embedded, so that nothing has to be installed beside the program.
enum Assets {
    static let style = PackageResources.site_css
    static let script = PackageResources.site_js

    /// The thread of the page's head, for the browser's tab.
    static let icon = Array(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#16324a"/>\
        <path d="M4 21c6 0 6-10 12-10s6 10 12 10" fill="none" stroke="#e3b23c" stroke-width="4" stroke-linecap="round"/></svg>
        """.utf8)

    /// Changes with every change to them, so that browsers may keep them for ever: FNV-1a, in hexadecimal digits.
    static let version: String = {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in style + script { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }()
}
