extension String {
    /// Without white space and such signs at either end.
    func trimmed(_ signs: String = "") -> String {
        var scalars = unicodeScalars[...]
        func drops(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || signs.unicodeScalars.contains(scalar) }
        while let first = scalars.first, drops(first) { scalars.removeFirst() }
        while let last = scalars.last, drops(last) { scalars.removeLast() }
        return scalars.count == unicodeScalars.count ? self : String(scalars)
    }

    /// Without white space at either end and without such signs at the start.
    func trimmedStart(_ signs: String) -> String {
        var scalars = unicodeScalars[...]
        while let first = scalars.first, first == " " || signs.unicodeScalars.contains(first) { scalars.removeFirst() }
        return String(scalars).trimmed()
    }
}
