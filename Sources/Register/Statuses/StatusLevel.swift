/// One level of a status scheme.
public struct StatusLevel: Sendable, Hashable, Codable {
    /// The name as reports print it, such as "On Target".
    public var name: String
    /// What it means, in the scheme's own words.
    public var meaning: String
    /// How it should be felt.
    public var tone: Tone
    /// What it looks like: never told by colour alone.
    public var shape: Shape
    /// Whether nothing more will be done.
    public var isFinished: Bool
    /// Whether a report of it has to name a cause and a corrective action.
    public var needsCause: Bool
    /// Other words that reports use for it, in any letters: "G", "on track".
    public var aliases: [String]

    /// How a level should be felt, from good to bad.
    public enum Tone: String, Sendable, Hashable, Codable, CaseIterable {
        case done, good, caution, bad, stopped, neutral
    }

    /// Shapes that can be told apart without colour, on paper and on screen.
    public enum Shape: String, Sendable, Hashable, Codable, CaseIterable {
        case tick, disc, triangle, square, cross, ring

        /// A sign for terminals and plain text.
        public var sign: String {
            switch self {
            case .tick: "✓"
            case .disc: "●"
            case .triangle: "▲"
            case .square: "■"
            case .cross: "✕"
            case .ring: "○"
            }
        }
    }

    /// A level with its name, meaning and looks. One whose tone is caution or bad needs a cause where nothing is said.
    public init(
        _ name: String, meaning: String, tone: Tone, shape: Shape, isFinished: Bool = false,
        needsCause: Bool? = nil, aliases: [String] = []
    ) {
        self.name = name
        self.meaning = meaning
        self.tone = tone
        self.shape = shape
        self.isFinished = isFinished
        self.needsCause = needsCause ?? (tone == .caution || tone == .bad)
        self.aliases = aliases
    }
}
