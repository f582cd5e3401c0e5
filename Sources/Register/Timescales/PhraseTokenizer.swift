/// Cuts the UTF-8 bytes of a phrase into tokens in one pass.
///
/// Folds the case of ASCII letters and takes every kind of dash, space and apostrophe that word processors and PDF readers leave.
struct PhraseTokenizer {
    let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0
    private var tokens: [PhraseToken] = []

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        tokens.reserveCapacity(min(bytes.count / 3 + 2, 64))
    }

    static func phrase(of text: String) -> Phrase {
        let phrase = text.utf8.withContiguousStorageIfAvailable { bytes in
            var tokenizer = PhraseTokenizer(bytes)
            return Phrase(tokens: tokenizer.run())
        }
        guard let phrase else {
            var native = text
            native.makeContiguousUTF8()
            return Self.phrase(of: native)
        }
        return phrase
    }

    private mutating func run() -> [PhraseToken] {
        var isTight = false
        while place < bytes.count {
            let (kind, width) = glyph(at: place)
            let start = place
            switch kind {
            case .space:
                place += width
                isTight = false
                continue
            case .ignored:
                place += width
                continue
            case .digit: number()
            case .letter: word()
            case .apostrophe:
                place += width
                // Only the mark of a shortened year ('25) means anything; possessives and quotation marks do not.
                guard glyph(at: place).kind == .digit else { continue }
                add(.apostrophe, from: start)
            case .mark(let lexeme):
                place += width
                add(lexeme, from: start)
            }
            tokens[tokens.count - 1].isTight = isTight
            isTight = true
        }
        return tokens
    }

    private mutating func add(_ lexeme: PhraseLexeme, from start: Int, value: Int32 = 0, digits: Int = 0) {
        tokens.append(
            PhraseToken(
                lexeme: lexeme, value: value, digits: UInt8(min(digits, 255)), start: Int32(clamping: start),
                end: Int32(clamping: place)))
    }

    private mutating func number() {
        let start = place
        var value: Int32 = 0
        while place < bytes.count, bytes[place] &- 48 < 10 {
            if value < 10_000_000 { value = value * 10 + Int32(bytes[place] &- 48) }
            place += 1
        }
        let digits = place - start
        if isLetterO(at: place), place + 1 < bytes.count, bytes[place + 1] &- 48 < 10 {
            // "2O25": a letter O among digits, as OCR leaves it.
            while place < bytes.count, bytes[place] &- 48 < 10 || isLetterO(at: place) { place += 1 }
            add(.garbled, from: start, value: value, digits: place - start)
        } else if let width = ordinalSuffix(at: place) {
            place += width
            add(.ordinal, from: start, value: value, digits: digits)
        } else {
            let isGlued = glyph(at: place).kind == .letter
            add(.number, from: start, value: value, digits: digits)
            tokens[tokens.count - 1].isGlued = isGlued
        }
    }

    private func isLetterO(at index: Int) -> Bool { index < bytes.count && bytes[index] | 0x20 == UInt8(ascii: "o") }

    private func ordinalSuffix(at index: Int) -> Int? {
        guard index + 1 < bytes.count else { return nil }
        switch (bytes[index] | 0x20, bytes[index + 1] | 0x20) {
        case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")),
            (UInt8(ascii: "r"), UInt8(ascii: "d")), (UInt8(ascii: "t"), UInt8(ascii: "h")):
            return glyph(at: index + 2).kind == .letter ? nil : 2
        default: return nil
        }
    }

    private mutating func word() {
        let start = place
        var key: UInt128 = 0
        var letters = 0
        var isPlain = true
        let first = bytes[place]
        while place < bytes.count {
            let (kind, width) = glyph(at: place)
            guard kind == .letter || kind == .ignored else { break }
            if kind == .letter {
                let byte = bytes[place]
                if byte < 0x80 { key = key << 8 | UInt128(byte | 0x20) } else { isPlain = false }
                letters += 1
            }
            place += width
        }
        joinInitials(&key, &letters)
        skipPossessive()
        let isCapital = first &- 65 < 26
        if letters == 2, isSuffixOfNumber(key) {
            // "5 th": the suffix stands apart from its number.
            tokens[tokens.count - 1].lexeme = .ordinal
            tokens[tokens.count - 1].end = Int32(clamping: place)
            return
        }
        if isPlain, letters <= PhraseLexicon.longest, let (lexeme, value) = PhraseLexicon.find(key) {
            add(lexeme, from: start, value: value)
        } else {
            add(.unknown, from: start, value: Int32(letters))
        }
        tokens[tokens.count - 1].isCapital = isCapital
    }

    private func isSuffixOfNumber(_ key: UInt128) -> Bool {
        guard let last = tokens.last, last.lexeme == .number, last.digits > 0, last.digits <= 2, !last.isGlued else {
            return false
        }
        return key == 0x7374 || key == 0x6E64 || key == 0x7264 || key == 0x7468
    }

    /// Joins "a.s.a.p.", "w.e.f." and "n/a", "w/c" into one word, where single letters stand between the marks.
    private mutating func joinInitials(_ key: inout UInt128, _ letters: inout Int) {
        guard letters == 1, place + 1 < bytes.count else { return }
        let mark = bytes[place]
        guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: "/") else { return }
        while place + 1 < bytes.count, bytes[place] == mark, isASCIILetter(bytes[place + 1]),
            glyph(at: place + 2).kind != .letter, letters < 8
        {
            if mark == UInt8(ascii: "/") { key = key << 8 | UInt128(mark) }
            key = key << 8 | UInt128(bytes[place + 1] | 0x20)
            letters += mark == UInt8(ascii: "/") ? 2 : 1
            place += 2
        }
    }

    private mutating func skipPossessive() {
        let (kind, width) = glyph(at: place)
        guard kind == .apostrophe, place + width < bytes.count, bytes[place + width] | 0x20 == UInt8(ascii: "s"),
            glyph(at: place + width + 1).kind != .letter
        else { return }
        place += width + 1
    }

    func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }
}
