/// Colours as web pages write them.
enum WebColour {
    /// A colour by its name, as `#f00` or `#ff0000`, or as `rgb(255, 0, 0)`; nil for anything else.
    static func read(_ text: String) -> Colour? {
        let text = text.lowercased().filter { !$0.isWhitespace }
        if let named = names[text] { return Colour(hex: named) }
        if text.hasPrefix("#"), text.utf8.count == 4 {
            return Colour(hex: text.dropFirst().map { "\($0)\($0)" }.joined())
        }
        if text.hasPrefix("rgb"), let open = text.firstIndex(of: "(") {
            let parts = text[text.index(after: open)...].split { $0 == "," || $0 == ")" || $0 == "/" }
            // A colour that lets through all that is behind it is none.
            if parts.count > 3, let alpha = Double(parts[3]), alpha < 0.1 { return nil }
            let values = parts.prefix(3).compactMap { part -> UInt8? in
                if part.hasSuffix("%") { return Int(part.dropLast()).map { UInt8(clamping: $0 * 255 / 100) } }
                return Int(part).map { UInt8(clamping: $0) }
            }
            return values.count == 3 ? Colour(red: values[0], green: values[1], blue: values[2]) : nil
        }
        return Colour(hex: text)
    }

    private static let names = [
        "red": "ff0000", "amber": "ffbf00", "orange": "ffa500", "green": "008000", "yellow": "ffff00", "blue": "0000ff",
        "grey": "808080", "gray": "808080", "lightgrey": "d3d3d3", "lightgray": "d3d3d3", "silver": "c0c0c0",
        "darkgrey": "a9a9a9", "darkgray": "a9a9a9", "black": "000000", "white": "ffffff", "purple": "800080",
        "lime": "00ff00", "limegreen": "32cd32", "lightgreen": "90ee90", "darkgreen": "006400", "forestgreen": "228b22",
        "seagreen": "2e8b57", "palegreen": "98fb98", "yellowgreen": "9acd32", "darkred": "8b0000", "crimson": "dc143c",
        "firebrick": "b22222", "tomato": "ff6347", "orangered": "ff4500", "darkorange": "ff8c00", "gold": "ffd700",
        "goldenrod": "daa520", "khaki": "f0e68c", "maroon": "800000", "pink": "ffc0cb", "salmon": "fa8072",
        "navy": "000080", "teal": "008080", "aqua": "00ffff", "cyan": "00ffff", "lightblue": "add8e6",
        "skyblue": "87ceeb", "royalblue": "4169e1", "steelblue": "4682b4", "dodgerblue": "1e90ff", "olive": "808000",
        "fuchsia": "ff00ff", "magenta": "ff00ff", "violet": "ee82ee", "indigo": "4b0082", "brown": "a52a2a",
        "beige": "f5f5dc", "ivory": "fffff0", "lightyellow": "ffffe0", "lightpink": "ffb6c1", "whitesmoke": "f5f5f5",
    ]
}
