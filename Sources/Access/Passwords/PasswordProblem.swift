import Foundation

/// Why a password is refused.
public enum PasswordProblem: Sendable, Hashable, CustomStringConvertible {
    /// Fewer characters than are safe.
    case tooShort(length: Int)
    /// More characters than are worked on.
    case tooLong(length: Int)
    /// The e-mail address, or the part before its "@".
    case isAddress
    /// The name of whoever it is for.
    case isName
    /// One character again and again.
    case isOneCharacter
    /// What is tried first by whoever guesses: a row of digits or keys, "password" with a number.
    case isCommon

    /// Fewest characters (Unicode scalars). Longer words are better than odd ones (NCSC, "Password policy").
    public static let shortest = 12
    /// Most characters (Unicode scalars).
    public static let longest = 200

    /// The problem in words, and what to do.
    public var description: String {
        switch self {
        case .tooShort(let length):
            "It has \(length) \(length == 1 ? "character" : "characters"), and short ones are soon guessed. Use at least \(PasswordProblem.shortest); three random words do."
        case .tooLong(let length):
            "It has \(length) characters. Use at most \(PasswordProblem.longest)."
        case .isAddress: "It is your e-mail address, which others know. Use something else."
        case .isName: "It is your name, which others know. Use something else."
        case .isOneCharacter: "It is one character again and again. Use several words."
        case .isCommon: "It is among the first that anybody would try. Use three random words."
        }
    }

    /// What is wrong with a password for somebody; nothing where it will do.
    ///
    /// Letters count, not their case nor what stands between them, so that "Kate.Hall-2026" is Kate Hall's name.
    public static func all(of password: String, address: MailAddress, name: String) -> [PasswordProblem] {
        // As it is hashed.
        let scalars = password.precomposedStringWithCompatibilityMapping.unicodeScalars
        var problems: [PasswordProblem] = []
        if scalars.count < shortest { problems.append(.tooShort(length: scalars.count)) }
        if scalars.count > longest { return [.tooLong(length: scalars.count)] }
        if let first = scalars.first, scalars.count > 1, scalars.allSatisfy({ $0 == first }) {
            return problems + [.isOneCharacter]
        }
        let letters = letters(password)
        let local = address.text.split(separator: "@").first.map(String.init) ?? ""
        if [address.text, local].contains(where: { isOnly($0, letters: letters) }) { problems.append(.isAddress) }
        if isOnly(name, letters: letters) { problems.append(.isName) }
        if isCommon(password, letters: letters) { problems.append(.isCommon) }
        return problems
    }

    private static func isOnly(_ known: String, letters: String) -> Bool {
        let known = PasswordProblem.letters(known)
        return !known.isEmpty && letters == known
    }

    private static func letters(_ text: String) -> String {
        String(text.lowercased().precomposedStringWithCompatibilityMapping.filter(\.isLetter))
    }

    private static let words: Set<String> = [
        "password", "passwordpassword", "passw", "passwort", "letmein", "letmeinplease", "welcome", "changeme",
        "administrator", "admin", "council", "goldthread", "qwerty", "qwertyuiop", "iloveyou", "secret", "correcthorse",
        "correcthorsebatterystaple", "abcdefghijkl",
    ]
    private static let rows = ["12345678901234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm"]

    private static func isCommon(_ password: String, letters: String) -> Bool {
        if words.contains(letters) { return true }
        let small = password.lowercased()
        return small.count >= 4 && rows.contains { $0.contains(small) || String($0.reversed()).contains(small) }
    }
}
