/// What a paragraph's properties say, with its style's where it says nothing itself.
struct WordParagraph {
    var style: WordStyles.Resolved
    var headingLevel: Int?
    var listID: String?
    var listLevel: Int?
    var isContents: Bool
    var isPageStart: Bool
    /// Whether its mark was deleted in a tracked change.
    var isMarkDeleted: Bool
    var isMarkInserted: Bool
    /// Whether a section ends with it.
    var endsSection: Bool

    init(_ properties: XMLElement?, _ styles: WordStyles) {
        style = styles.paragraph(properties?.first("w:pStyle")?["w:val"])
        let outline = properties?.first("w:outlineLvl")?["w:val"].flatMap { Int($0) }
        headingLevel = outline.map { (0...8).contains($0) ? $0 + 1 : nil } ?? style.headingLevel
        let list = properties?.first("w:numPr")
        listID = list?.first("w:numId")?["w:val"] ?? style.listID
        listLevel = list?.first("w:ilvl")?["w:val"].flatMap { Int($0) } ?? style.listLevel
        isContents = style.isContents
        isPageStart = properties?.toggle("w:pageBreakBefore") ?? style.isPageStart
        let mark = properties?.first("w:rPr")
        isMarkDeleted = mark?.first("w:del") != nil || mark?.first("w:moveFrom") != nil
        isMarkInserted = mark?.first("w:ins") != nil || mark?.first("w:moveTo") != nil
        endsSection = properties?.first("w:sectPr") != nil
    }
}
