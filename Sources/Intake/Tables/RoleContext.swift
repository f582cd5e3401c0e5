/// Settles columns whose headers mean one thing or another by what stands beside them and what they hold.
enum RoleContext {
    static func settle(_ table: inout ReadTable, lexicon: Lexicon) {
        let roles = Set(table.roles.compactMap { $0 })
        for column in table.roles.indices {
            let key = Words.key(table.headers[column])
            if table.roles[column] == nil, roles.contains(.measure), !roles.contains(.baseline),
                SavingColumns.year(in: table.headers[column]) == key
                    || SavingColumns.year(in: table.headers[column]) == table.headers[column]
            {
                // A year alone over a measure's figures is what was achieved then.
                table.roles[column] = .baseline
                continue
            }
            if key.hasPrefix("risk"), !roles.contains(.risk), roles.contains(.likelihood) || roles.contains(.impact),
                table.roles[column] != .riskTitle, table.roles[column] != .number, table.roles[column] != .owner,
                table.roles[column] != .score
            {
                table.roles[column] = .risk
                continue
            }
            switch table.roles[column] {
            case .number where ["item", "items"].contains(key) && !roles.contains(.workItem):
                // "Item" under a meeting's date is what is planned for it.
                if roles.contains(.meetingDate) || roles.contains(.timescale) || roles.contains(.pages) {
                    table.roles[column] = .workItem
                }
            case .riskTitle where key == "title" && !roles.contains(.risk):
                if roles.contains(.meetingDate) || roles.contains(.pages) { table.roles[column] = .workItem }
            case .risk where key == "description" && !roles.contains(.riskTitle):
                if !roles.isDisjoint(with: [.target, .actual, .q1, .baseline]), !roles.contains(.measure),
                    !roles.contains(.score)
                {
                    table.roles[column] = .measure
                } else if !SavingColumns.years(of: table).isEmpty, !roles.contains(.proposal) {
                    table.roles[column] = .proposal
                }
            case .target, .actual, .period, .effective:
                let evidence = ColumnEvidence(table.rows, column: column, lexicon: lexicon)
                if roles.contains(.action), !roles.contains(.timescale), evidence.timescale >= 0.4 {
                    table.roles[column] = .timescale
                }
            case .q1, .q2, .q3, .q4:
                // "Q2 Actual" alone beside "Q2 Target" is the actual.
                let quarters = roles.intersection([.q1, .q2, .q3, .q4])
                if quarters.count == 1, key.contains("actual") || key.contains("result") {
                    table.roles[column] = .actual
                }
            case .priority where column > 0 && roles.contains(.theme) && !roles.contains(.commitment):
                let evidence = ColumnEvidence(table.rows, column: column, lexicon: lexicon)
                if evidence.meanWords > 1.5 { table.roles[column] = .commitment }
            case .priority where column == 0 && !roles.contains(.theme):
                // Levels such as "High" are short; a priority that groups a plan has words.
                let evidence = ColumnEvidence(table.rows, column: column, lexicon: lexicon)
                if evidence.meanWords > 1.5 { table.roles[column] = .theme }
            case .decision where roles.contains(.meetingDate) && !roles.contains(.workItem):
                table.roles[column] = .workItem
            default: continue
            }
        }
    }

    /// Columns of words left of what will be done, whose headers the lexicon does not know: by custom the issue stands
    /// nearest to the action, then the commitment, then the theme.
    static func fillLeft(_ table: inout ReadTable, lexicon: Lexicon) {
        guard let action = table.column(.action), action > 0, !table.has(.recommendation),
            table.has(.timescale) || table.has(.owner)
        else { return }
        var free = [Role.issue, .commitment, .theme].filter { !table.has($0) }
        for column in stride(from: action - 1, through: 0, by: -1) where table.roles[column] == nil && !free.isEmpty {
            let evidence = ColumnEvidence(table.rows, column: column, lexicon: lexicon)
            guard evidence.filled > 0, evidence.meanWords > 1.5, evidence.reference < 0.5, evidence.timescale < 0.5
            else { continue }
            table.roles[column] = free.removeFirst()
        }
    }

    /// Beside recommendations a last column of sentences tells what has been done, whatever its header says.
    static func fillRight(_ table: inout ReadTable, lexicon: Lexicon) {
        guard let made = table.column(.recommendation), !table.has(.update), !table.has(.action), !table.has(.response)
        else { return }
        for column in stride(from: table.roles.count - 1, to: made, by: -1)
        where table.roles[column] == nil || table.roles[column] == .baseline {
            guard ColumnEvidence(table.rows, column: column, lexicon: lexicon).meanWords > 3 else { continue }
            table.roles[column] = .update
            return
        }
    }

    /// In a register, a last column of words that nothing names tells how the risk is met.
    static func fillRisk(_ table: inout ReadTable, lexicon: Lexicon) {
        guard !table.has(.mitigation), !table.has(.action),
            let described = table.column(.risk) ?? table.column(.riskTitle)
        else { return }
        for column in stride(from: table.roles.count - 1, to: described, by: -1) where table.roles[column] == nil {
            let evidence = ColumnEvidence(table.rows, column: column, lexicon: lexicon)
            guard evidence.meanWords > 1.5, evidence.owner < 0.5 else { continue }
            table.roles[column] = .mitigation
            return
        }
    }
}
