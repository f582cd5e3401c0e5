/// Reads the layout of web pages, also of those that Word and other programs save.
struct WebLayout {
    /// - Throws: `PaperError` where nothing can be made of the file, or it is larger than any page.
    static func read(_ bytes: [UInt8], name: String) throws(PaperError) -> Layout {
        let page = try HTMLTree.read(WebArchive.page(bytes) ?? bytes, name: name)
        var reader = WebReader(styles: WebStyles(page.styles))
        var layout = reader.read(page.root)
        if page.isTooDeep {
            layout.notices.append(
                Notice("The page nests its elements more than 250 deep; words that lie deeper may be missing."))
        }
        return layout
    }
}
