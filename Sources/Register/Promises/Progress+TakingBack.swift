extension Progress {
    /// What is reported of a promise once an update has been taken back.
    /// - Parameters:
    ///   - before: What was reported before the update was made.
    ///   - after: What was reported with it.
    ///   - later: Updates that were made since and stand.
    public func takingBack(before: Reported?, after: Reported?, later: [Update]) -> Progress {
        var progress = self
        guard var now = reported else { return self }
        now.updates = max(0, now.updates - 1)
        if later.isEmpty, reported == after {
            // Nothing was said since: all is as it was.
            progress.reported = before
            return progress
        }
        // What later updates did not say, they took over from this one.
        if reported?.status == after?.status, !later.contains(where: { $0.status != nil }) {
            (now.status, now.isFinished) = (before?.status, before?.isFinished ?? false)
            now.awaitsClosing = before?.awaitsClosing
        }
        if reported?.percentage == after?.percentage, !later.contains(where: { $0.percentage != nil }) {
            now.percentage = before?.percentage
        }
        if let last = (later.map(\.on) + [before?.on].compactMap(\.self)).max() { now.on = last }
        progress.reported = now
        return progress
    }
}
