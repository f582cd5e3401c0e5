import Foundation
import Hummingbird
import Ledger
import Markup
import NIOCore

/// What a page shows, as a file for spreadsheets or programs: the same address with `format=csv` or `format=json`, so that
/// nobody may have as a file what they may not see as a page.
enum Export {
    /// The most rows of one file; more are refused in words, never cut off in silence.
    static let most = 20_000

    /// Kinds of file; the raw value is what the address says, and the file's ending.
    enum Format: String, CaseIterable {
        case csv, json

        var type: String { self == .csv ? "text/csv; charset=utf-8" : "application/json; charset=utf-8" }
    }

    /// The page, or the file that the address asks for instead.
    /// - Throws: `Refusal.bad` where there is no such kind of file, or there are too many rows.
    static func answer<Rows: ExportRow>(
        _ visit: Visit, _ html: () -> HTML, name: String, _ rows: @autoclosure () -> [Rows]
    ) throws -> Response {
        guard let text = visit.query["format"] else { return Pages.page(html()) }
        let rows = rows()
        guard let format = Format(rawValue: text) else {
            throw Refusal.bad("There is no file of the kind “\(text)”. Ask for csv or json.")
        }
        guard rows.count <= most else {
            throw Refusal.bad(
                "There are more than \(most) rows, and a file holds no more. Narrow the list, and take several files.")
        }
        let file = name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        return Response(
            status: .ok,
            headers: [
                .contentType: format.type,
                .contentDisposition: "attachment; filename=\"\(String(file)).\(format.rawValue)\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: try bytes(rows, format))))
    }

    private static func bytes<Rows: ExportRow>(_ rows: [Rows], _ format: Format) throws -> [UInt8] {
        switch format {
        // Without the mark at its beginning Excel takes UTF-8 for an older encoding.
        case .csv: return [0xEF, 0xBB, 0xBF] + Array(CSVText.of(rows).utf8)
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return Array(try encoder.encode(rows)) + [10]
        }
    }
}

extension Visit {
    /// Whether a file is asked for, which holds all rows and not one page of them.
    var wantsFile: Bool { query["format"] != nil }
}

extension HTML {
    /// Ways to the same as a file.
    mutating func files(_ visit: Visit) {
        self(.p, .class("hint files")) { html in
            html.text("As a file: ")
            for (place, format) in Export.Format.allCases.enumerated() {
                if place > 0 { html.text(", ") }
                html(
                    .a, .href(visit.here([("format", format.rawValue), ("page", nil)])),
                    text: format.rawValue.uppercased())
            }
        }
    }
}
