import Register

/// Chooses the status scheme by which a plan is followed: the one that its paper prints or uses.
enum SchemeChoice {
    /// The paper's own key to statuses, else the preset whose words it uses, else six levels.
    static func scheme(for findings: [Finding], named title: String) -> StatusScheme {
        if let own = printed(findings, named: title) { return own }
        let used = Set(findings.compactMap(status))
        // A level's own name counts for more than a word that may stand for it: colours alone are no delays in months.
        let known = StatusScheme.presets.map { scheme in
            used.reduce(0) { $0 + (scheme.level(named: $1) != nil ? 2 : scheme.level(for: $1) != nil ? 1 : 0) }
        }
        guard let most = known.max(), most > 0, let index = known.firstIndex(of: most) else { return .sixLevel }
        return StatusScheme.presets[index]
    }

    /// The status as printed in a finding.
    static func status(_ finding: Finding) -> String? { status(finding.record) }

    /// The status that a record was first printed with.
    static func status(_ content: any RecordContent) -> String? {
        switch content {
        case let found as Action: found.status
        case let found as Recommendation: found.status
        case let found as Service: found.status
        case let found as Measure: found.status
        default: nil
        }
    }

    private static func printed(_ findings: [Finding], named title: String) -> StatusScheme? {
        var levels: [StatusLevel] = []
        for finding in findings {
            guard case .scale(let level) = finding.content, level.scale == .status else { continue }
            guard !levels.contains(where: { $0.name.lowercased() == level.text.lowercased() }) else { continue }
            levels.append(self.level(level, beside: levels))
        }
        guard levels.count >= 2 else { return nil }
        return try? StatusScheme(name: "As printed in \(title)", levels: levels)
    }

    /// A level of a printed key. It is felt as a level of that name is, else as one of its meaning: "Blue = complete".
    private static func level(_ printed: ScaleLevel, beside levels: [StatusLevel]) -> StatusLevel {
        let meaning = printed.meaning ?? ""
        let presets = StatusScheme.presets.lazy
        let alike =
            presets.compactMap { $0.level(named: printed.text) }.first
            ?? presets.compactMap { $0.level(for: meaning) }.first
            ?? presets.compactMap { $0.level(for: printed.text) }.first
        let free = StatusLevel.Shape.allCases.first { shape in !levels.contains { $0.shape == shape } } ?? .ring
        let shape = alike?.shape ?? free
        let isTaken = levels.contains { $0.shape == shape && $0.tone == alike?.tone ?? .neutral }
        return StatusLevel(
            printed.text, meaning: meaning, tone: alike?.tone ?? .neutral, shape: isTaken ? free : shape,
            isFinished: alike?.isFinished ?? false, needsCause: alike?.needsCause)
    }
}
