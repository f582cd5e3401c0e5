/// What a browser says of itself, in words that its owner knows it by: "Firefox on Windows".
enum BrowserName {
    /// The more special names come first: most browsers claim to be others as well.
    private static let browsers = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ]
    private static let systems = [
        ("Android", "Android"), ("iPhone", "an iPhone"), ("iPad", "an iPad"), ("Windows", "Windows"),
        ("Mac OS", "a Mac"), ("CrOS", "a Chromebook"), ("Linux", "Linux"),
    ]

    static func of(_ userAgent: String) -> String {
        let browser = browsers.first { userAgent.contains($0.0) }?.1
        let system = systems.first { userAgent.contains($0.0) }?.1
        switch (browser, system) {
        case (let browser?, let system?): return "\(browser) on \(system)"
        case (let name?, nil), (nil, let name?): return name
        case (nil, nil): return userAgent.isEmpty ? "An unknown browser" : userAgent.clipped(to: 60)
        }
    }
}
