import Markup

extension HTML {
    /// The way back to where a page belongs.
    mutating func crumbs(_ links: [(words: String, address: Address)]) {
        self(.nav, .class("crumbs"), .aria("label", "Where it belongs")) { html in
            html(.ol) { html in
                for link in links { html(.li) { $0(.a, .href(link.address), text: link.words) } }
            }
        }
    }
}
