import Register

/// Chooses the status scheme by which a plan is followed: the one that its paper prints or uses.
enum SchemeChoice {
    /// The paper's own key to statuses, else the preset that knows most of the statuses that it uses, else six levels.
    static func scheme(for findings: [Finding], named title: String) -> StatusScheme {
        if let own = printed(findings, named: title) { return own }
        let used = Set(findings.compactMap(status))
        let known = StatusScheme.presets.map { scheme in used.count { scheme.level(for: $0) != nil } }
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
            let alike = StatusScheme.presets.lazy.compactMap { $0.level(for: level.text) }.first
            let free = StatusLevel.Shape.allCases.first { shape in !levels.contains { $0.shape == shape } } ?? .ring
            levels.append(
                StatusLevel(
                    level.text, meaning: level.meaning ?? "", tone: alike?.tone ?? .neutral,
                    shape: alike?.shape ?? free,
                    isFinished: alike?.isFinished ?? false, needsCause: alike?.needsCause))
        }
        guard levels.count >= 2 else { return nil }
        return try? StatusScheme(name: "As printed in \(title)", levels: levels)
    }
}
