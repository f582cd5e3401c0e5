/// What a column, or a label beside a value, stands for. The raw value is its name in the lexicon.
enum Role: String, Sendable, Hashable, CaseIterable {
    case number, recommendation, response, action, issue, commitment, theme, priority
    case timescale, start, revised, completedOn, owner, status, update, tags, council, evidence, cost
    case risk, riskTitle, cause, consequence, likelihood, impact, score
    case inherentLikelihood, inherentImpact, inherentScore, targetLikelihood, targetImpact, targetScore
    case trend, mitigation
    case measure, polarity, baseline, target, actual, q1, q2, q3, q4, period, commentary
    case proposal, amount, total, type, service
    case meetingDate, workItem, purpose, consultee, consulted, level, meaning
    case minute, decision, declared, reasons, effective, contact, post, email, telephone, name, role, pages, title
}
