public import Papers
public import Register

/// Finds everything that a paper promises.
public struct Importer: Sendable {
    private let lexicon: Lexicon

    /// An importer that understands papers by a lexicon.
    public init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// The findings of a paper in reading order, its problems, and what became of each line.
    ///
    /// The same paper gives the same findings, whatever was read before. Time is linear in the size of the paper.
    public func findings(in paper: Paper) -> Intake {
        let reading = Reading(paper, lexicon: lexicon)
        var harvest = Harvest()
        for recogniser in Importer.recognisers { recogniser.recognise(reading, into: &harvest) }
        let places = Places(paper)
        let order = harvest.findings.enumerated().sorted {
            ($0.element.source.line, $0.offset) < ($1.element.source.line, $1.offset)
        }
        let grounds = Grounds(reading)
        return Intake(
            paper: paper, title: PaperTitle.find(in: reading), date: reading.printed,
            findings: order.map { places.located($0.element) }, grounds: order.map { grounds.ground(of: $0.element) },
            problems: harvest.problems.sorted { $0.line < $1.line },
            fates: Account.fates(of: reading, harvest))
    }

    /// Tables and agendas first: what they take is no longer read as prose.
    private static let recognisers: [any Recogniser] = [
        MeetingRecogniser(), AgendaRecogniser(), AttendanceRecogniser(), PlanRecogniser(), RiskRecogniser(),
        ScaleRecogniser(), MeasureRecogniser(), ServiceRecogniser(), ConsulteeRecogniser(), MinutesRecogniser(),
        CardRecogniser(),
        ContactRecogniser(), WorkProgrammeRecogniser(), ListedActionRecogniser(), RecommendationRecogniser(),
        ObjectiveRecogniser(), SavingRecogniser(),
    ]
}

/// What was found in a paper.
public struct Intake: Sendable {
    /// The paper as read.
    public let paper: Paper
    /// What the paper calls itself; nil where nothing at its head reads like a title.
    public let title: String?
    /// The paper's own date.
    public let date: PaperDate?
    /// Findings in reading order.
    public private(set) var findings: [Finding]
    /// How each of them was found.
    public let grounds: [Ground]
    /// Things that a person should look at.
    public let problems: [Problem]
    /// For each line of the paper, what became of it; nil for a blank line.
    public let fates: [Fate?]

    /// The same with other findings in place of some, by their places in `findings`; what is in no place is passed over.
    public func replacing(_ edited: [Int: Finding]) -> Intake {
        var intake = self
        for (position, finding) in edited where findings.indices.contains(position) {
            intake.findings[position] = finding
        }
        return intake
    }

    /// The words of each line of the paper as they were read; empty for a blank line.
    public var lines: [String] {
        var lines = [String](repeating: "", count: paper.lineCount)
        func set(_ text: String, _ line: Int) {
            guard line >= 1, line <= lines.count, !text.isEmpty else { return }
            lines[line - 1] += lines[line - 1].isEmpty ? text : " | " + text
        }
        for block in paper.blocks where block.shape != .table {
            for (position, line) in block.lines.enumerated() {
                let label = position == 0 ? block.marker.map { $0.label.isEmpty ? "• " : $0.label + " " } ?? "" : ""
                set(label + line.text, line.line)
            }
        }
        for table in paper.tables {
            for row in table.header + table.rows {
                for cell in row.cells { for part in cell.parts { set(part.text, part.line) } }
            }
        }
        return lines
    }
}
