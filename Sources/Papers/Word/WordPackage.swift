/// The parts of a Word file, found by their relationships and not by fixed names.
struct WordPackage {
    /// A relationship from one part to another.
    struct Relationship {
        var id: String
        /// The last word of its type: `styles`, `header`.
        var type: String
        /// The whole name of the part it leads to.
        var target: String
    }

    let name: String
    private var parts: [String: [UInt8]] = [:]
    /// The name of the part that holds the paper's words.
    private(set) var main = ""
    /// Where the main part leads.
    private(set) var relationships: [Relationship] = []

    /// - Throws: `PaperError` where the archive or the parts that every file has are missing or broken.
    init(_ bytes: [UInt8], name: String) throws(PaperError) {
        self.name = name
        let archive = try Archive(bytes, name: name) { path in
            let path = path.lowercased()
            return (path.hasSuffix(".xml") || path.hasSuffix(".rels")) && !path.hasPrefix("customxml")
        }
        for entry in archive.entries {
            let key = WordPackage.key(entry.name)
            if parts[key] == nil { parts[key] = entry.bytes }
        }
        let root = try relationships(of: "")
        guard let document = root.first(where: { $0.type == "officeDocument" }) else {
            throw .damaged(name: name, what: "_rels/.rels does not say which part holds its words")
        }
        main = document.target
        relationships = try relationships(of: main)
    }

    /// The bytes of a part.
    /// - Throws: `PaperError.damaged` where it is missing.
    func bytes(of part: String) throws(PaperError) -> [UInt8] {
        guard let bytes = parts[WordPackage.key(part)] else { throw .damaged(name: name, what: "\(part) is missing") }
        return bytes
    }

    /// A part of a type that the main part leads to, as a tree; nil where it leads to none.
    func tree(ofType type: String) throws(PaperError) -> XMLElement? {
        guard let relationship = relationships.first(where: { $0.type == type }) else { return nil }
        return try tree(relationship.target)
    }

    func tree(_ part: String) throws(PaperError) -> XMLElement {
        try XMLElement.read(bytes(of: part), name: name, part: part)
    }

    private func relationships(of part: String) throws(PaperError) -> [Relationship] {
        let folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
        let path = "\(folder)_rels/\(part.dropFirst(folder.count)).rels"
        // A main part may lead nowhere; the file itself may not.
        if !part.isEmpty, parts[WordPackage.key(path)] == nil { return [] }
        var found: [Relationship] = []
        for element in try tree(path).elements where element.name == "Relationship" {
            guard let target = element["Target"], element["TargetMode"] != "External" else { continue }
            let type = element["Type"]?.split(separator: "/").last.map(String.init) ?? ""
            found.append(
                Relationship(id: element["Id"] ?? "", type: type, target: WordPackage.path(target, from: folder)))
        }
        return found
    }

    /// The whole name of a part from how another part, in a folder, calls it.
    private static func path(_ target: String, from folder: String) -> String {
        var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
            switch step {
            case ".": continue
            case "..": _ = steps.popLast()
            default: steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }

    /// Names of parts differ by more than case, and some programs write them with the wrong slash.
    private static func key(_ name: String) -> String {
        let slashed = name.lowercased().map { $0 == "\\" ? "/" : $0 }
        return String(slashed.first == "/" ? slashed.dropFirst() : slashed[...])
    }
}
