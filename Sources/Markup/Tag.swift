/// An element that holds words or other elements.
public struct Tag: Sendable {
    let name: StaticString

    private init(_ name: StaticString) { self.name = name }

    // The page.
    /// `html`
    public static let html = Tag("html")
    /// `head`
    public static let head = Tag("head")
    /// `title`
    public static let title = Tag("title")
    /// `body`
    public static let body = Tag("body")
    /// `header`
    public static let header = Tag("header")
    /// `main`
    public static let main = Tag("main")
    /// `footer`
    public static let footer = Tag("footer")
    /// `nav`
    public static let nav = Tag("nav")
    /// `section`
    public static let section = Tag("section")
    /// `div`
    public static let div = Tag("div")
    /// `script`
    public static let script = Tag("script")

    // Words.
    /// `h1`
    public static let h1 = Tag("h1")
    /// `h2`
    public static let h2 = Tag("h2")
    /// `h3`
    public static let h3 = Tag("h3")
    /// `p`
    public static let p = Tag("p")
    /// `span`
    public static let span = Tag("span")
    /// `strong`
    public static let strong = Tag("strong")
    /// `a`
    public static let a = Tag("a")
    /// `ul`
    public static let ul = Tag("ul")
    /// `ol`
    public static let ol = Tag("ol")
    /// `li`
    public static let li = Tag("li")
    /// `dl`
    public static let dl = Tag("dl")
    /// `dt`
    public static let dt = Tag("dt")
    /// `dd`
    public static let dd = Tag("dd")
    /// `ins`
    public static let ins = Tag("ins")
    /// `del`
    public static let del = Tag("del")
    /// `mark`
    public static let mark = Tag("mark")
    /// `time`
    public static let time = Tag("time")
    /// `code`
    public static let code = Tag("code")
    /// `details`
    public static let details = Tag("details")
    /// `summary`
    public static let summary = Tag("summary")
    /// `figure`
    public static let figure = Tag("figure")

    // Tables.
    /// `table`
    public static let table = Tag("table")
    /// `caption`
    public static let caption = Tag("caption")
    /// `thead`
    public static let thead = Tag("thead")
    /// `tbody`
    public static let tbody = Tag("tbody")
    /// `tr`
    public static let tr = Tag("tr")
    /// `th`
    public static let th = Tag("th")
    /// `td`
    public static let td = Tag("td")

    // Forms.
    /// `form`
    public static let form = Tag("form")
    /// `fieldset`
    public static let fieldset = Tag("fieldset")
    /// `legend`
    public static let legend = Tag("legend")
    /// `label`
    public static let label = Tag("label")
    /// `button`
    public static let button = Tag("button")
    /// `datalist`
    public static let datalist = Tag("datalist")
    /// `select`
    public static let select = Tag("select")
    /// `option`
    public static let option = Tag("option")
    /// `textarea`
    public static let textarea = Tag("textarea")
    /// `progress`
    public static let progress = Tag("progress")

    // Drawings.
    /// `svg`
    public static let svg = Tag("svg")
    /// `rect`
    public static let rect = Tag("rect")
    /// `line`
    public static let line = Tag("line")
    /// `path`
    public static let path = Tag("path")
    /// `circle`
    public static let circle = Tag("circle")
    /// `text`
    public static let svgText = Tag("text")
}

/// An element that holds nothing.
public struct VoidTag: Sendable {
    let name: StaticString

    private init(_ name: StaticString) { self.name = name }

    /// `img`
    public static let img = VoidTag("img")
    /// `input`
    public static let input = VoidTag("input")
    /// `link`
    public static let link = VoidTag("link")
    /// `meta`
    public static let meta = VoidTag("meta")
}
