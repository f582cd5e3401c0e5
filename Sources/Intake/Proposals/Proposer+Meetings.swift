import Register

// What stands outside plans and is printed again: contacts, consultees, and a meeting with what its minutes say.
extension Proposer {
    /// The contact of somebody who is kept, with what is new of it.
    mutating func contactAgain(_ contact: Contact, of person: RecordID, _ keeping: Keeping) -> RecordID? {
        let known = holdings.contacts.first { kept in
            kept.record.owners == [person] && book.mayShare(kept.record.councils, keeping.councils)
        }
        guard let known else { return nil }
        shelf.revise(known.id, for: keeping.paper, because: "printed so in \(keeping.profile.title)") {
            $0.content = Reprinting.content($0.content, as: contact)
        }
        return known.id
    }

    /// A consultee whom the same report names, in another file.
    func consulteeAgain(_ consultee: Consultee, _ keeping: Keeping) -> RecordID? {
        holdings.contacts.first { kept in
            guard let paper = kept.record.place?.paper, keeping.sameReports.contains(paper) else { return false }
            return kept.record.content.text == consultee.text && kept.record.kind == .consultee
        }?.id
    }

    /// The meeting of a body on a day that is kept, where a paper prints it again.
    mutating func meetingAgain(_ meeting: Meeting, at source: Source, _ keeping: inout Keeping) -> RecordID? {
        guard let date = meeting.date else { return nil }
        let known = holdings.meetings.first { held in
            guard let kept = held.meeting.record.content as? Meeting, kept.date == date else { return false }
            return Words.key(kept.text) == Words.key(meeting.text)
                && book.mayShare(held.meeting.record.councils, keeping.councils)
        }
        guard let known else { return nil }
        for record in known.records {
            keeping.minuted[Proposer.key(record.record.content)] = record.id
            origins[record.id] = record.record.place?.paper
        }
        origins[known.meeting.id] = known.meeting.record.place?.paper
        noteAgain(known.meeting.id, at: source, keeping)
        return known.meeting.id
    }

    /// What is kept of the meeting in the very same words; a minute that was reworded is another record.
    func minutedAgain(_ finding: Finding, _ keeping: Keeping) -> RecordID? {
        keeping.minuted[Proposer.key(finding.record)]
    }

    private static func key(_ content: any RecordContent) -> String {
        "\(type(of: content).recordKind.rawValue) \(Words.key(content.text))"
    }
}
