import Markup
import Register

/// The levels of a status scheme as fields: those that stand, and one more for a new one.
struct SchemeForm: Sendable {
    var name: String
    var levels: [StatusLevel]
    /// Rows in which a new level can be written.
    var empty = 1

    /// Most levels of a scheme: more than anybody could tell apart.
    static let most = 20

    init(_ scheme: StatusScheme) { (name, levels) = (scheme.name, scheme.levels) }

    /// As somebody has filled it in: rows without a name are left out, and the rest stand in the order of their numbers.
    init(_ form: Fields) {
        name = form["scheme-name"] ?? ""
        let count = min(form["levels"].flatMap { Int($0) } ?? 0, Self.most + 1)
        let rows = (0..<max(0, count)).compactMap { row -> (order: Int, row: Int, level: StatusLevel)? in
            guard let name = form["name-\(row)"] else { return nil }
            return (form["order-\(row)"].flatMap { Int($0) } ?? row + 1, row, Self.level(name, row, form))
        }
        levels = rows.sorted { ($0.order, $0.row) < ($1.order, $1.row) }.map(\.level)
    }

    private static func level(_ name: String, _ row: Int, _ form: Fields) -> StatusLevel {
        let aliases = (form["aliases-\(row)"] ?? "").split(separator: ",").map { String($0).trimmed }
        return StatusLevel(
            name, meaning: form["meaning-\(row)"] ?? "",
            tone: form["tone-\(row)"].flatMap(StatusLevel.Tone.init(rawValue:)) ?? .neutral,
            shape: form["shape-\(row)"].flatMap(StatusLevel.Shape.init(rawValue:)) ?? .ring,
            isFinished: form["finished-\(row)"] != nil, needsCause: form["cause-\(row)"] != nil,
            aliases: aliases.filter { !$0.isEmpty })
    }

    /// The scheme, with what is wrong where it is none.
    func scheme() -> Result<StatusScheme, SchemeProblem> {
        guard !name.isEmpty else {
            return .failure(SchemeProblem(field: "scheme-name", words: "Write what it is called"))
        }
        guard levels.count <= Self.most else {
            return .failure(SchemeProblem(field: "levels", words: "A scheme has at most \(Self.most) levels"))
        }
        do {
            return .success(try StatusScheme(name: name, levels: levels))
        } catch {
            return .failure(SchemeProblem(field: "levels", words: "\(error)"))
        }
    }

    // MARK: Writing

    func write(to html: inout HTML, problem: SchemeProblem?) {
        html.field("scheme-name", "What the scheme is called", value: name) {
            if problem?.field == "scheme-name" { $0.problem = problem?.words }
        }
        let count = levels.count + empty
        html(.input, .type("hidden"), .name("levels"), .value("\(count)"))
        // What is wrong with the levels as a whole is said above them, and not at each of their fields.
        html(.div, .id("levels")) { html in
            if let problem, problem.field == "levels" { html(.p, .class("problem"), text: problem.words) }
            for row in 0..<count { write(row < levels.count ? levels[row] : nil, row, &html) }
        }
    }

    private func write(_ level: StatusLevel?, _ row: Int, _ html: inout HTML) {
        html(.fieldset, .class("group level")) { html in
            html(.legend, level.map { "\($0.shape.sign) \($0.name)" } ?? "Another level")
            html(.div, .class("level-row")) { html in
                html.field("name-\(row)", "Name", value: level?.name) { $0.isRequired = false }
                html.field("meaning-\(row)", "Meaning", value: level?.meaning) { $0.isRequired = false }
                html.field(
                    "aliases-\(row)", "Other words for it, with commas", value: level?.aliases.joined(separator: ", ")
                ) {
                    $0.isRequired = false
                }
            }
            html(.div, .class("level-row")) { html in
                html.select(
                    "shape-\(row)", "Shape",
                    StatusLevel.Shape.allCases.map { ($0.rawValue, "\($0.sign) \($0.rawValue)") },
                    chosen: (level?.shape ?? .ring).rawValue)
                html.select(
                    "tone-\(row)", "Tone", StatusLevel.Tone.allCases.map { ($0.rawValue, $0.rawValue) },
                    chosen: (level?.tone ?? .neutral).rawValue)
                html.field("order-\(row)", "Place, from the best", value: "\(row + 1)") {
                    ($0.inputmode, $0.isRequired) = ("numeric", false)
                }
            }
            html.tick("finished-\(row)", "Nothing more will be done", isTicked: level?.isFinished ?? false)
            html.tick(
                "cause-\(row)", "Needs a cause and a corrective action", isTicked: level?.needsCause ?? false)
        }
    }
}

/// What is wrong with a scheme, and at which field.
struct SchemeProblem: Error {
    var field: String
    var words: String
}
