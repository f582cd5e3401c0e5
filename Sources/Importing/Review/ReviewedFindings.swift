import Intake
import Register

/// A paper's findings put right. What points to another finding by its words follows when those words are put right.
struct ReviewedFindings {
    private(set) var findings: [Finding]

    /// - Parameter edits: For each finding what is put right in it.
    init(_ intake: Intake, _ edits: [FindingEdits?]) {
        findings = intake.findings
        for (place, edit) in edits.enumerated() {
            guard let edit else { continue }
            findings[place] = findings[place].edited(by: edit, on: intake.date?.day)
            follow(from: intake.findings[place], at: place)
        }
    }

    /// Actions below name the one that they hang under, or the recommendation that they answer, by its words; up to the
    /// next finding that has the same.
    private mutating func follow(from found: Finding, at place: Int) {
        let (old, new) = (found.text, findings[place].text)
        guard old != new else { return }
        for next in findings.indices.dropFirst(place + 1) {
            if findings[next].kind == found.kind, findings[next].text == old { return }
            guard case .action(var action) = findings[next].content else { continue }
            if found.kind == .action, action.parent == old { action.parent = new }
            if found.kind == .recommendation, action.recommendation == old { action.recommendation = new }
            findings[next].content = .action(action)
        }
    }
}
