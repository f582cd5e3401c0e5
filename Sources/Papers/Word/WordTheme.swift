/// The colours of a Word file's theme, and the fills that cells take from them.
struct WordTheme {
    private var colours: [String: Colour] = [:]

    init(_ root: XMLElement?) {
        guard let scheme = root?.at("a:themeElements", "a:clrScheme") else { return }
        for element in scheme.elements {
            guard let value = element.elements.first, let hex = value["lastClr"] ?? value["val"] else { continue }
            colours[element.name] = Colour(hex: hex)
        }
    }

    /// The fill of a `w:shd`; nil where it has none.
    func fill(_ shading: XMLElement?) -> Colour? {
        guard let shading else { return nil }
        // A solid pattern hides the fill behind the pattern's own colour.
        if shading["w:val"] == "solid", let colour = shading["w:color"].flatMap({ Colour(hex: $0) }) { return colour }
        if let fill = shading["w:fill"], let colour = Colour(hex: fill) { return colour }
        guard let name = shading["w:themeFill"], let colour = colours[WordTheme.entries[name] ?? ""] else { return nil }
        if let tint = shading["w:themeFillTint"].flatMap({ UInt8($0, radix: 16) }) {
            return colour.mixed(with: 255, share: Int(tint))
        }
        if let shade = shading["w:themeFillShade"].flatMap({ UInt8($0, radix: 16) }) {
            return colour.mixed(with: 0, share: Int(shade))
        }
        return colour
    }

    /// The colours of the highlighter.
    static let highlights: [String: Colour] = [
        "yellow": Colour(red: 255, green: 255, blue: 0), "green": Colour(red: 0, green: 255, blue: 0),
        "cyan": Colour(red: 0, green: 255, blue: 255), "magenta": Colour(red: 255, green: 0, blue: 255),
        "blue": Colour(red: 0, green: 0, blue: 255), "red": Colour(red: 255, green: 0, blue: 0),
        "darkBlue": Colour(red: 0, green: 0, blue: 128), "darkCyan": Colour(red: 0, green: 128, blue: 128),
        "darkGreen": Colour(red: 0, green: 128, blue: 0), "darkMagenta": Colour(red: 128, green: 0, blue: 128),
        "darkRed": Colour(red: 128, green: 0, blue: 0), "darkYellow": Colour(red: 128, green: 128, blue: 0),
        "darkGray": Colour(red: 128, green: 128, blue: 128), "lightGray": Colour(red: 192, green: 192, blue: 192),
    ]

    private static let entries = [
        "accent1": "a:accent1", "accent2": "a:accent2", "accent3": "a:accent3", "accent4": "a:accent4",
        "accent5": "a:accent5", "accent6": "a:accent6", "background1": "a:lt1", "background2": "a:lt2",
        "light1": "a:lt1", "light2": "a:lt2", "text1": "a:dk1", "text2": "a:dk2", "dark1": "a:dk1", "dark2": "a:dk2",
        "hyperlink": "a:hlink", "followedHyperlink": "a:folHlink",
    ]
}

extension Colour {
    /// This colour thinned with another shade of grey, so that `share` of 255 parts of it are left.
    fileprivate func mixed(with grey: Int, share: Int) -> Colour {
        func mix(_ part: UInt8) -> UInt8 { UInt8(clamping: (Int(part) * share + grey * (255 - share)) / 255) }
        return Colour(red: mix(red), green: mix(green), blue: mix(blue))
    }
}
