import Papers
import Register

/// Reads people named with an e-mail address or a telephone number.
struct ContactRecogniser: Recogniser {
    func recognise(_ reading: Reading, into harvest: inout Harvest) {
        for index in reading.blocks.indices {
            let block = reading.blocks[index]
            guard !block.isFurniture else { continue }
            if block.shape == .table {
                if let table = block.table, reading.tables[table].block == index {
                    readTable(reading.tables[table], reading, &harvest)
                }
                continue
            }
            guard Addresses.hint(block.text),
                reading.sections[index] != .background || Addresses.email(in: block.text) != nil
            else { continue }
            let isAuthor =
                reading.sections[index] == .author
                || Folded(block.text).findFirst(of: ["author", "report author", "report by"]) != nil
            let above = nameAbove(index, reading)
            let texts =
                block.lines.count > 1 && block.lines.filter({ Addresses.hint($0.text) }).count > 1
                    && block.lines.allSatisfy({ $0.text.utf8.count < 200 })
                ? block.lines : [TextLine(text: block.text, line: block.line)]
            if block.lines.count > 1, block.lines.count(where: { Addresses.email(in: $0.text) != nil }) > 1 {
                // One contact a line.
                for line in block.lines {
                    for found in read(text: line.text, above: nil, isAuthor: isAuthor, reading.lexicon) {
                        harvest.add(.contact(found), at: Source(line: line.line, page: block.page))
                    }
                }
            } else if texts.count > 1, let found = read(lines: texts, above: above, isAuthor: isAuthor, reading.lexicon)
            {
                harvest.add(.contact(found.contact), at: Source(line: found.line, page: block.page))
            } else {
                for found in read(text: block.text, above: above, isAuthor: isAuthor, reading.lexicon) {
                    let line =
                        block.lines.first { $0.text.contains(found.text) }?.line ?? above.flatMap {
                            $0.text.contains(found.text) ? $0.line : nil
                        } ?? block.line
                    harvest.add(.contact(found), at: Source(line: line, page: block.page))
                }
            }
            harvest.take(index, of: reading)
        }
    }

    /// A short line above an address may hold the name.
    private func nameAbove(_ index: Int, _ reading: Reading) -> TextLine? {
        guard let previous = reading.previous(before: index) else { return nil }
        let block = reading.blocks[previous]
        guard block.lines.count <= 3, block.text.utf8.count <= 120, block.shape != .table else { return nil }
        return block.lines.first
    }

    // MARK: Blocks of labelled lines

    private func read(lines: [TextLine], above: TextLine?, isAuthor: Bool, _ lexicon: Lexicon) -> (
        contact: Contact, line: Int
    )? {
        var contact = Contact(text: "")
        var place = lines[0].line
        for line in lines {
            if let email = Addresses.email(in: line.text) { if contact.email == nil { contact.email = email } }
            if let telephone = Addresses.telephone(in: line.text) {
                if contact.telephone == nil { contact.telephone = telephone }
            }
            guard contact.text.isEmpty else { continue }
            let plain = Addresses.withoutAddresses(afterLabel(line.text))
            if let (name, post) = nameAndPost(plain, lexicon) {
                contact.text = name
                contact.post = post
                place = line.line
            }
        }
        if contact.text.isEmpty, let above, let (name, post) = nameAndPost(afterLabel(above.text), lexicon) {
            (contact.text, contact.post, place) = (name, post, above.line)
        }
        guard !contact.text.isEmpty, contact.email != nil || contact.telephone != nil else { return nil }
        if isAuthor { contact.role = .author }
        return (contact, place)
    }

    private func afterLabel(_ text: String) -> String {
        guard let colon = text.firstIndex(of: ":"), text[..<colon].split(separator: " ").count <= 5 else { return text }
        return String(text[text.index(after: colon)...]).trimmed()
    }

    /// "Deb Example – Head of Housing", "Deb Example, Head of Housing", "Deb Example (Head of Housing)".
    private func nameAndPost(_ text: String, _ lexicon: Lexicon) -> (String, String?)? {
        let plain = text.trimmed(",;–—-:()|. ")
        for sign in [" – ", " — ", " - ", ", ", " (", "; ", " | "] {
            let parts = plain.components(dividedBy: sign)
            guard parts.count >= 2 else { continue }
            let name = Names.withoutTitle(parts[0], lexicon)
            guard Names.isName(name), !Owners.isPost(name, lexicon) else { continue }
            let post = parts.dropFirst().joined(separator: sign == " (" ? " " : sign).trimmed("),;-–. ")
            return (name, post.isEmpty ? nil : post)
        }
        let name = Names.withoutTitle(plain, lexicon)
        return Names.isName(name) && !Owners.isPost(name, lexicon) ? (name, nil) : nil
    }

    // MARK: Sentences

    /// The contacts of running text: each address goes with the name before it.
    private func read(text: String, above: TextLine?, isAuthor: Bool, _ lexicon: Lexicon) -> [Contact] {
        var contacts: [Contact] = []
        var chunk = ""
        for sentence in Sentences.list(text) {
            chunk += (chunk.isEmpty ? "" : " ") + sentence
            let (email, telephone) = (Addresses.email(in: chunk), Addresses.telephone(in: chunk))
            guard email != nil || telephone != nil else { continue }
            let above = contacts.isEmpty ? above : nil
            let name =
                bestName(chunk, email: email, lexicon) ?? above.flatMap { nameAndPost(afterLabel($0.text), lexicon)?.0 }
            if let name {
                var contact = Contact(text: name, email: email, telephone: telephone)
                contact.post = post(after: name, in: chunk, lexicon)
                let folded = Folded(chunk)
                if folded.starts(with: "finance adviser") || folded.starts(with: "legal adviser") {
                    contact.role = .adviser
                }
                if isAuthor { contact.role = .author }
                contacts.append(contact)
                chunk = ""
            } else if let last = contacts.indices.last {
                // "Her telephone number is …" belongs to the one named before.
                contacts[last].email = contacts[last].email ?? email
                contacts[last].telephone = contacts[last].telephone ?? telephone
                chunk = ""
            }
        }
        return contacts
    }

    /// The name whose words the address repeats, else the first name of the text.
    private func bestName(_ text: String, email: String?, _ lexicon: Lexicon) -> String? {
        let local = (email?.split(separator: "@").first.map(String.init) ?? "").lowercased()
        let key = local.split(whereSeparator: { "._".contains($0) }).last.map { $0.filter { $0 != "-" } }
        var first: String?
        var posted: String?
        let segments = segments(Addresses.withoutAddresses(text))
        for (position, segment) in segments.enumerated() {
            for run in nameRuns(segment, lexicon) {
                if let key,
                    run.split(separator: " ").contains(where: { Words.key(String($0)).filter { $0 != " " } == key })
                {
                    return cut(run, after: key)
                }
                // "Bethan Cork, Senior Democracy Officer": a post behind a name shows that it is one.
                if position + 1 < segments.count, run == segment, Owners.isPost(segments[position + 1], lexicon) {
                    posted = posted ?? run
                }
                first = first ?? run
            }
        }
        // An address of somebody else, or of an office, says nothing of the names around it.
        return posted ?? (email == nil || isLabelled(text, lexicon) ? first : nil)
    }

    /// "Contact: …", "Report author: …": the label says that a name follows.
    private func isLabelled(_ text: String, _ lexicon: Lexicon) -> Bool {
        guard let colon = text.firstIndex(of: ":") else { return false }
        let label = String(text[..<colon])
        return label.wordCount <= 5 && [.contact, .name, .owner].contains(lexicon.columns.match(label.trimmed("* ")))
    }

    /// A run of capitals may go on after the surname that the address names.
    private func cut(_ run: String, after key: String) -> String {
        let words = run.split(separator: " ")
        let end = words.firstIndex { Words.key(String($0)).filter { $0 != " " } == key } ?? words.count - 1
        return end > 0 ? words[...end].joined(separator: " ") : run
    }

    private func segments(_ text: String) -> [String] {
        text.replacing(" – ", with: "|").replacing(" — ", with: "|").replacing(" - ", with: "|")
            .split(whereSeparator: { "(),;:|".contains($0) }).map { String($0).trimmed(". ") }
    }

    /// Runs of two to four capitalised words that are no post and no month.
    private func nameRuns(_ segment: String, _ lexicon: Lexicon) -> [String] {
        let words = segment.split(separator: " ").map { String($0).trimmed(".") }
        var runs: [String] = []
        var run: [String] = []
        func close() {
            let whole = Names.withoutTitle(run.joined(separator: " "), lexicon)
            if (2...4).contains(whole.wordCount), Names.isName(whole), !Owners.isPost(whole, lexicon) {
                runs.append(whole)
            }
            run = []
        }
        for word in words {
            let isCapital = word.utf8.first.map { $0 &- 65 < 26 } ?? false
            if isCapital, !notNames.contains(word), word.utf8.count > 1 || !run.isEmpty || words.count > 1 {
                run.append(word)
            } else {
                close()
            }
        }
        close()
        return runs
    }

    private let notNames: Set<String> = [
        "The", "Tel", "Email", "E-mail", "Contact", "For", "Telephone", "Phone", "Signed", "Report", "Author", "Name",
        "Further", "Please",
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private func post(after name: String, in text: String, _ lexicon: Lexicon) -> String? {
        guard let range = text.firstRange(of: name) else { return nil }
        var rest = Addresses.withoutAddresses(String(text[range.upperBound...]))
        guard let first = rest.trimmed().first, ",–—-(".contains(first) else { return nil }
        rest = rest.trimmed(",–—-( ")
        if let end = rest.firstIndex(where: { ",;(|:".contains($0) }) { rest = String(rest[..<end]) }
        for label in [" tel", " Tel", " email", " E-mail", " on ", " – ", " - ", " is ", "."] {
            if let cut = rest.firstRange(of: label) { rest = String(rest[..<cut.lowerBound]) }
        }
        rest = rest.trimmed(" ,–-)")
        return rest.isEmpty || rest.wordCount > 12 || !(rest.utf8.first.map { $0 &- 65 < 26 } ?? false) ? nil : rest
    }

    // MARK: Boxes

    /// A box whose rows are a name, an address and a number of one person.
    private func readBox(_ table: ReadTable, _ reading: Reading, _ harvest: inout Harvest) -> Bool {
        guard table.roles.count <= 3 else { return false }
        let labels = table.rows.map { CardSense.label($0[0].text, reading.lexicon) }
        guard labels.contains(.email) || labels.contains(.telephone),
            let named = labels.firstIndex(where: { $0 == .contact || $0 == .name })
        else { return false }
        let lines = table.rows.indices.filter { [.contact, .name, .email, .telephone].contains(labels[$0]) }.map {
            row in
            TextLine(
                text: table.rows[row].cells.dropFirst().map(\.text).joined(separator: " "), line: table.rows[row].line)
        }
        let key = Words.key(table.rows[named][0].text)
        guard
            let found = read(
                lines: lines, above: nil, isAuthor: key.contains("author") || key.contains("report by"), reading.lexicon
            )
        else { return false }
        let row = table.rows.first { $0.line == found.line } ?? table.rows[named]
        harvest.add(
            .contact(found.contact),
            at: Source(line: found.line, page: row.page, table: row.run, row: max(row.number, 1)))
        for line in lines { harvest.use(line: line.line) }
        return true
    }

    private func readTable(_ table: ReadTable, _ reading: Reading, _ harvest: inout Harvest) {
        if readBox(table, reading, &harvest) { return }
        for row in table.rows {
            let label = row[0].text
            let role = table.kind == .card || table.roles.count == 2 ? CardSense.label(label, reading.lexicon) : nil
            if role == nil, table.kind != .card, row.cells.count >= 2,
                Addresses.hint(row.cells.dropFirst().map(\.text).joined(separator: " "))
            {
                // A row of name, number and address.
                for var found in read(
                    text: row.cells.map(\.text).filter { !$0.isEmpty }.joined(separator: ", "), above: nil,
                    isAuthor: false, reading.lexicon)
                {
                    if Words.key(label).contains("author") { found.role = .author }
                    harvest.add(
                        .contact(found),
                        at: Source(line: row.line, page: row.page, table: row.run, row: max(row.number, 1)))
                    harvest.use(line: row.line)
                }
                continue
            }
            for cell in row.cells.dropFirst() where Addresses.hint(cell.text) {
                let text = cell.text
                for var found in read(text: text, above: nil, isAuthor: false, reading.lexicon) {
                    let key = Words.key(label)
                    if key.contains("author") { found.role = .author }
                    if key.contains("advis") { found.role = .adviser }
                    guard role == .contact || found.email != nil || key.contains("contact") else { continue }
                    harvest.add(
                        .contact(found),
                        at: Source(
                            line: cell.parts.first?.line ?? row.line, page: row.page, table: row.run,
                            row: max(row.number, 1)))
                }
                harvest.use(line: row.line)
            }
        }
    }
}

extension String {
    fileprivate func replacingHyphens() -> String { String(self.filter { $0 != " " && $0 != "-" }) }
}

/// E-mail addresses and telephone numbers in text.
enum Addresses {
    /// Whether a text may hold either.
    static func hint(_ text: String) -> Bool { email(in: text) != nil || telephone(in: text) != nil }

    static func email(in text: String) -> String? {
        guard text.utf8.contains(UInt8(ascii: "@")) else { return nil }
        for word in text.split(whereSeparator: { " ,;()<>|:[]".contains($0) }) where word.contains("@") {
            let plain = String(word).trimmed(".,;:*")
            let halves = plain.split(separator: "@")
            if halves.count == 2, halves[1].contains(".") { return plain }
        }
        return nil
    }

    /// A British number: it begins with 0 or +44 and has ten or eleven digits.
    static func telephone(in text: String) -> String? {
        guard text.utf8.reduce(0, { $0 + ($1 &- 48 < 10 ? 1 : 0) }) >= 10 else { return nil }
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            let isStart =
                bytes[index] == UInt8(ascii: "0") || bytes[index] == UInt8(ascii: "+")
                || bytes[index] == UInt8(ascii: "(")
            guard isStart,
                index == 0
                    || !(bytes[index - 1] &- 48 < 10 || bytes[index - 1] == UInt8(ascii: "/")
                        || bytes[index - 1] == UInt8(ascii: ",") || bytes[index - 1] == UInt8(ascii: "."))
            else {
                index += 1
                continue
            }
            var digits = 0
            var end = index
            while end < bytes.count {
                if bytes[end] &- 48 < 10 { digits += 1 } else if !" ()+-".utf8.contains(bytes[end]) { break }
                end += 1
            }
            var stop = end
            while stop > index, !(bytes[stop - 1] &- 48 < 10) { stop -= 1 }
            let first = bytes[index...].first { $0 &- 48 < 10 || $0 == UInt8(ascii: "+") }
            if (10...13).contains(digits), first == UInt8(ascii: "0") || first == UInt8(ascii: "+") {
                return String(decoding: bytes[index..<stop], as: UTF8.self)
            }
            index = max(end, index + 1)
        }
        return nil
    }

    /// The text without them, so that names are not sought in them.
    static func withoutAddresses(_ text: String) -> String {
        var rest = text
        if let email = email(in: rest), let range = rest.firstRange(of: email) {
            rest.replaceSubrange(range, with: " ")
        }
        if let telephone = telephone(in: rest), let range = rest.firstRange(of: telephone) {
            rest.replaceSubrange(range, with: " ")
        }
        return rest
    }
}
