extension Progress {
    /// A version of a promise, by what was reported with it.
    public struct ReportedVersion: Sendable {
        let reported: Reported?
        let cause: Cause

        /// What made a version.
        public enum Cause: Sendable {
            /// An update that stands.
            case update(Update)
            /// An update that was taken back, or its taking back: it counts no more.
            case takenBack
            /// Anything else, such as a next version of the paper, a closing or a reopening.
            case other
        }

        /// A version with what it says is reported.
        public init(_ reported: Reported?, _ cause: Cause) { (self.reported, self.cause) = (reported, cause) }
    }

    /// What is reported of a promise where some of what was said of it does not count: all its versions gone through again,
    /// each with what it alone changed.
    /// - Parameter versions: All of them, the first first.
    public static func reported(after versions: [ReportedVersion]) -> Reported? {
        var now: Reported?
        var before: Reported?
        for version in versions {
            defer { before = version.reported }
            guard let said = version.reported else {
                if case .other = version.cause { now = nil }
                continue
            }
            switch version.cause {
            case .takenBack: continue
            case .update(let update):
                var next = now ?? Reported(status: nil, isFinished: false, on: update.on, updates: 0)
                if update.status != nil { next.takeStatus(of: said) }
                next.percentage = update.percentage ?? next.percentage
                (next.on, next.updates) = (max(next.on, update.on), next.updates + 1)
                now = next
            case .other:
                guard said != before else { continue }
                var next = now ?? Reported(status: nil, isFinished: false, on: said.on, updates: 0)
                if said.status != before?.status || said.isFinished != before?.isFinished { next.takeStatus(of: said) }
                if said.awaitsClosing != before?.awaitsClosing { next.awaitsClosing = said.awaitsClosing }
                if said.percentage != before?.percentage { next.percentage = said.percentage }
                if said.on != before?.on { next.on = said.on }
                next.updates += max(0, said.updates - (before?.updates ?? 0))
                now = next
            }
        }
        return now
    }
}

extension Progress.Reported {
    fileprivate mutating func takeStatus(of other: Self) {
        (status, isFinished, awaitsClosing) = (other.status, other.isFinished, other.awaitsClosing)
    }
}
