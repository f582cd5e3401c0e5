public import Register

extension Finding {
    /// What the fields that can be put right say now; nil for those that the kind has not or the paper leaves blank.
    public var editable: FindingEdits {
        var values = FindingEdits(text: text)
        func fill(_ owners: [String]) { values.owners = owners.isEmpty ? nil : owners }
        switch content {
        case .action(let found):
            (values.reference, values.theme, values.status) = (found.ref, found.theme, found.status)
            (values.timescale, values.revised) = (found.timescale?.words, found.revised?.words)
            fill(found.owners)
        case .recommendation(let found):
            (values.reference, values.theme, values.status) = (found.number, found.theme, found.status)
        case .measure(let found):
            (values.reference, values.theme, values.status) = (found.ref, found.theme, found.status)
        case .issue(let found):
            (values.theme, values.timescale) = (found.theme, found.timescale)
            fill(found.owners)
        case .risk(let found):
            (values.reference, values.theme) = (found.ref, found.theme)
            fill(found.owners)
        case .service(let found): values.status = found.status
        case .workItem(let found): values.timescale = found.period
        case .declaration(let found): fill([found.person].compactMap { $0 })
        case .undertaking(let found): fill([found.person].compactMap { $0 })
        case .agendaItem(let found): values.reference = found.number
        case .minute(let found): values.reference = found.number
        case .decision(let found): values.reference = found.letter
        case .scale(let found): values.reference = found.value
        case .meeting, .attendance, .consultee, .contact, .objective, .saving: break
        }
        return values
    }

    /// The finding with some fields put right; fields that its kind has not are passed over.
    /// - Parameter day: The paper's own date, from which a year left out is taken.
    func edited(by edits: FindingEdits, on day: Day?) -> Finding {
        var finding = self
        finding.content = edited(edits, day)
        return finding
    }

    private func edited(_ edits: FindingEdits, _ day: Day?) -> Content {
        switch content {
        case .action(var found):
            edits.apply(&found.text, reference: &found.ref, theme: &found.theme, status: &found.status)
            found.owners = edits.owners ?? found.owners
            FindingEdits.set(&found.timescale, edits.timescale, day)
            FindingEdits.set(&found.revised, edits.revised, day)
            return .action(found)
        case .recommendation(var found):
            edits.apply(&found.text, reference: &found.number, theme: &found.theme, status: &found.status)
            return .recommendation(found)
        case .measure(var found):
            edits.apply(&found.text, reference: &found.ref, theme: &found.theme, status: &found.status)
            return .measure(found)
        case .issue(var found):
            found.text = edits.text ?? found.text
            found.owners = edits.owners ?? found.owners
            FindingEdits.set(&found.theme, edits.theme)
            FindingEdits.set(&found.timescale, edits.timescale)
            return .issue(found)
        case .risk(var found):
            found.text = edits.text ?? found.text
            found.owners = edits.owners ?? found.owners
            FindingEdits.set(&found.ref, edits.reference)
            FindingEdits.set(&found.theme, edits.theme)
            return .risk(found)
        case .service(var found):
            found.text = edits.text ?? found.text
            FindingEdits.set(&found.status, edits.status)
            return .service(found)
        case .workItem(var found):
            found.text = edits.text ?? found.text
            if let words = edits.timescale {
                FindingEdits.set(&found.period, words)
                found.month = Timescale(words, reference: day).due.map { Month(of: $0) }
            }
            return .workItem(found)
        default: return editedWords(edits)
        }
    }

    /// Kinds of which little more than their words can be put right.
    private func editedWords(_ edits: FindingEdits) -> Content {
        switch content {
        case .declaration(var found):
            found.text = edits.text ?? found.text
            if let owners = edits.owners { found.person = owners.first }
            return .declaration(found)
        case .undertaking(var found):
            found.text = edits.text ?? found.text
            if let owners = edits.owners { found.person = owners.first }
            return .undertaking(found)
        case .agendaItem(var found):
            edits.apply(&found.text, reference: &found.number)
            return .agendaItem(found)
        case .minute(var found):
            edits.apply(&found.text, reference: &found.number)
            return .minute(found)
        case .decision(var found):
            edits.apply(&found.text, reference: &found.letter)
            return .decision(found)
        case .scale(var found):
            edits.apply(&found.text, reference: &found.value)
            return .scale(found)
        case .meeting(var found):
            found.text = edits.text ?? found.text
            return .meeting(found)
        case .attendance(var found):
            found.text = edits.text ?? found.text
            return .attendance(found)
        case .consultee(var found):
            found.text = edits.text ?? found.text
            return .consultee(found)
        case .contact(var found):
            found.text = edits.text ?? found.text
            return .contact(found)
        case .objective(var found):
            found.text = edits.text ?? found.text
            return .objective(found)
        case .saving(var found):
            found.text = edits.text ?? found.text
            return .saving(found)
        default: return content
        }
    }
}

extension FindingEdits {
    fileprivate func apply(_ text: inout String, reference: inout String?) {
        text = self.text ?? text
        FindingEdits.set(&reference, self.reference)
    }

    fileprivate func apply(
        _ text: inout String, reference: inout String?, theme: inout String?, status: inout String?
    ) {
        apply(&text, reference: &reference)
        FindingEdits.set(&theme, self.theme)
        FindingEdits.set(&status, self.status)
    }

    /// Empty words take a field away; none leave it as it is.
    fileprivate static func set(_ field: inout String?, _ words: String?) {
        if let words { field = words.isEmpty ? nil : words }
    }

    fileprivate static func set(_ field: inout Timescale?, _ words: String?, _ day: Day?) {
        if let words { field = words.isEmpty ? nil : Timescale(words, reference: day) }
    }
}
