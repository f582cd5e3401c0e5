import Foundation

/// Text papers of a folder, to be repeated to a size.
struct Corpus {
    let names: [String]
    let papers: [[UInt8]]
    private let text: [UInt8]

    init(folder: String) throws {
        names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.sorted()
        papers = try names.map { [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder).appending(path: $0))) }
        text = papers.flatMap { $0 + Array("\n\n".utf8) }
    }

    /// Whole papers one after another, at least this many megabytes where there is any text.
    func repeated(toMegabytes megabytes: Int) -> [UInt8] {
        var whole: [UInt8] = []
        while !text.isEmpty, whole.count < megabytes * 1_000_000 { whole += text }
        return whole
    }
}
