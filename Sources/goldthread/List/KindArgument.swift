import ArgumentParser
import Register

/// A kind of record as people write it: "action", "actions", "ACT".
struct KindArgument: ExpressibleByArgument {
    var kind: RecordKind

    init?(argument: String) {
        guard let kind = RecordKind(name: argument) else { return nil }
        self.kind = kind
    }

    static var allValueStrings: [String] { RecordKind.allCases.map(\.rawValue) }
}
