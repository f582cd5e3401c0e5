/// Settles columns whose headers mean one thing or another by what stands beside them and what they hold.
enum RoleContext {
    static func settle(_ table: inout ReadTable, lexicon: Lexicon) {
        let roles = Set(table.roles.compactMap { $0 })
        for column in table.roles.indices {
            let key = Words.key(table.headers[column])
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
}
