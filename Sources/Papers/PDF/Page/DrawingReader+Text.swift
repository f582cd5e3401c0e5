extension DrawingReader {
    /// Obeys the operators that set and place text; false for those of another kind.
    mutating func obeyText(_ word: String, _ operands: [PDFValue]) -> Bool {
        func number(_ index: Int) -> Double { index < operands.count ? operands[index].number ?? 0 : 0 }
        switch word {
        case "BT": pen.begin()
        case "Tf":
            state.text.font = font(operands.first?.name ?? "")
            state.text.size = number(1)
        case "Tm": pen.put(Transform(operands.compactMap(\.number)))
        case "Td": pen.move(number(0), number(1))
        case "TD":
            state.text.leading = -number(1)
            pen.move(number(0), number(1))
        case "T*": pen.move(0, -state.text.leading)
        case "TL": state.text.leading = number(0)
        case "Ts": state.text.rise = number(0)
        case "Tc": state.text.signSpace = number(0)
        case "Tw": state.text.wordSpace = number(0)
        case "Tz": state.text.stretch = number(0) / 100
        case "Tr": state.text.mode = (0...7).contains(number(0)) ? Int(number(0)) : 0
        default: return false
        }
        return true
    }

    /// Obeys an operator that shows text: `'` and `"` begin a line first.
    mutating func show(_ word: String, _ operands: [PDFValue], _ bytes: UnsafeBufferPointer<UInt8>) {
        if word == "\"", operands.count > 1 {
            state.text.wordSpace = operands[0].number ?? 0
            state.text.signSpace = operands[1].number ?? 0
        }
        if word == "'" || word == "\"" { pen.move(0, -state.text.leading) }
        guard pen.show(bytes, state.text) else { return }
        starts.add(
            state.text, pen.matrix.then(state.transform), lineWidth: state.width * state.transform.scale)
    }

    private mutating func font(_ name: String) -> PageFont? {
        if let font = scope.fonts[name] { return font }
        if scope.fontEntries == nil { scope.fontEntries = file.resolve(scope.resources["Font"]).dictionary ?? [:] }
        guard let value = scope.fontEntries?[name] else { return nil }
        let font = fonts.font(value)
        scope.fonts[name] = font
        return font
    }
}
