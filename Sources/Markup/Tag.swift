/// An element that holds words or other elements.
public struct Tag: Sendable {
    let name: StaticString

    private init(_ name: StaticString) { self.name = name }

    // The page.
    public static let html = Tag("html")
    public static let head = Tag("head")
    public static let title = Tag("title")
    public static let body = Tag("body")
    public static let header = Tag("header")
    public static let main = Tag("main")
    public static let footer = Tag("footer")
    public static let nav = Tag("nav")
    public static let section = Tag("section")
    public static let aside = Tag("aside")
    public static let div = Tag("div")
    public static let script = Tag("script")

    // Words.
    public static let h1 = Tag("h1")
    public static let h2 = Tag("h2")
    public static let h3 = Tag("h3")
    public static let p = Tag("p")
    public static let span = Tag("span")
    public static let strong = Tag("strong")
    public static let a = Tag("a")
    public static let ul = Tag("ul")
    public static let ol = Tag("ol")
    public static let li = Tag("li")
    public static let dl = Tag("dl")
    public static let dt = Tag("dt")
    public static let dd = Tag("dd")
    public static let ins = Tag("ins")
    public static let del = Tag("del")
    public static let mark = Tag("mark")
    public static let abbr = Tag("abbr")
    public static let time = Tag("time")
    public static let blockquote = Tag("blockquote")
    public static let pre = Tag("pre")
    public static let code = Tag("code")
    public static let kbd = Tag("kbd")
    public static let details = Tag("details")
    public static let summary = Tag("summary")
    public static let figure = Tag("figure")
    public static let figcaption = Tag("figcaption")

    // Tables.
    public static let table = Tag("table")
    public static let caption = Tag("caption")
    public static let thead = Tag("thead")
    public static let tbody = Tag("tbody")
    public static let tr = Tag("tr")
    public static let th = Tag("th")
    public static let td = Tag("td")

    // Forms.
    public static let form = Tag("form")
    public static let fieldset = Tag("fieldset")
    public static let legend = Tag("legend")
    public static let label = Tag("label")
    public static let button = Tag("button")
    public static let select = Tag("select")
    public static let option = Tag("option")
    public static let textarea = Tag("textarea")
    public static let datalist = Tag("datalist")
    public static let progress = Tag("progress")

    // Drawings.
    public static let svg = Tag("svg")
    public static let group = Tag("g")
    public static let rect = Tag("rect")
    public static let line = Tag("line")
    public static let path = Tag("path")
    public static let circle = Tag("circle")
    public static let label2D = Tag("text")
}

/// An element that holds nothing.
public struct VoidTag: Sendable {
    let name: StaticString

    private init(_ name: StaticString) { self.name = name }

    public static let br = VoidTag("br")
    public static let hr = VoidTag("hr")
    public static let img = VoidTag("img")
    public static let input = VoidTag("input")
    public static let link = VoidTag("link")
    public static let meta = VoidTag("meta")
}
