/// How numbers of a drawing stand for colours (ISO 32000-1, 8.6). Exact shades do not matter: red has to be red.
enum ColourSpace {
    case grey, rgb, cmyk
    /// One ink, of which 1 is all: its colour at full strength.
    case ink(Colour)
    /// Patterns and the like: what is painted so is no plain colour.
    case other

    /// The colour of components; nil where it is no plain colour.
    func colour(_ parts: [Double]) -> Colour? {
        switch self {
        case .grey where parts.count == 1: return Self.colour(parts[0], parts[0], parts[0])
        case .rgb where parts.count == 3: return Self.colour(parts[0], parts[1], parts[2])
        case .cmyk where parts.count == 4:
            let black = 1 - parts[3]
            return Self.colour((1 - parts[0]) * black, (1 - parts[1]) * black, (1 - parts[2]) * black)
        case .ink(let full) where parts.count == 1:
            func mixed(_ part: UInt8) -> Double { 1 - parts[0] * (1 - Double(part) / 255) }
            return Self.colour(mixed(full.red), mixed(full.green), mixed(full.blue))
        default: return nil
        }
    }

    private static func colour(_ red: Double, _ green: Double, _ blue: Double) -> Colour {
        func byte(_ part: Double) -> UInt8 { UInt8(min(max(part, 0), 1) * 255 + 0.5) }
        return Colour(red: byte(red), green: byte(green), blue: byte(blue))
    }

    /// The colour space that a name or a resource describes.
    static func read(_ value: PDFValue, in file: PDFFile, depth: Int = 0) -> ColourSpace {
        guard depth < 4 else { return .other }
        if let name = value.name {
            switch name {
            case "DeviceGray", "CalGray", "G": return .grey
            case "DeviceRGB", "CalRGB", "RGB": return .rgb
            case "DeviceCMYK", "CMYK": return .cmyk
            default: return .other
            }
        }
        guard let parts = value.array, let family = parts.first.flatMap({ file.resolve($0).name }) else {
            return .other
        }
        switch family {
        case "ICCBased":
            guard parts.count > 1 else { return .other }
            switch file.resolve(file.resolve(parts[1]).dictionary?["N"]).integer {
            case 1: return .grey
            case 3: return .rgb
            case 4: return .cmyk
            default: return .other
            }
        case "Separation":
            guard parts.count > 3 else { return .other }
            let base = read(file.resolve(parts[2]), in: file, depth: depth + 1)
            let full = file.resolve(file.resolve(parts[3]).dictionary?["C1"]).array?.compactMap(\.number)
            return full.flatMap(base.colour).map { .ink($0) } ?? .ink(Colour(red: 0, green: 0, blue: 0))
        default: return read(.name(family), in: file, depth: depth + 1)
        }
    }
}
