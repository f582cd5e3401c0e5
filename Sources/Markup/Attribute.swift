/// An attribute of an element. Names stand in the program, values are escaped; there is none for style or script.
public struct Attribute: Sendable {
    let name: StaticString
    /// What follows the name, where names are many: `aria-` and "label".
    var ending: StaticString?
    let value: Value

    enum Value: Sendable {
        case absent, flag
        /// Words of the program, which hold nothing to be escaped.
        case fixed(StaticString)
        case text(String)
        case number(Int)
    }

    private init(_ name: StaticString, _ value: Value) {
        self.name = name
        self.value = value
    }

    private init(_ name: StaticString, _ text: String?) {
        self.init(name, text.map(Value.text) ?? .absent)
    }

    private init(_ name: StaticString, fixed: StaticString) { self.init(name, .fixed(fixed)) }

    private init(_ name: StaticString, _ isSet: Bool) { self.init(name, isSet ? .flag : .absent) }

    // MARK: Anywhere

    /// `id`
    public static func id(_ id: String) -> Attribute { Attribute("id", id) }
    /// `class`
    public static func `class`(_ names: String?) -> Attribute { Attribute("class", names) }
    /// `lang`
    public static func lang(_ language: String) -> Attribute { Attribute("lang", language) }
    /// `title`
    public static func title(_ words: String?) -> Attribute { Attribute("title", words) }
    /// `role`
    public static func role(_ role: StaticString) -> Attribute { Attribute("role", fixed: role) }
    /// `tabindex`
    public static func tabindex(_ index: Int) -> Attribute { Attribute("tabindex", .number(index)) }
    /// `aria-label`, `aria-describedby` and the like; an absent value leaves the attribute out.
    public static func aria(_ name: StaticString, _ value: String?) -> Attribute {
        var attribute = Attribute("aria-", value)
        attribute.ending = name
        return attribute
    }
    /// What the page's script reads; an absent value leaves the attribute out.
    public static func data(_ name: StaticString, _ value: String?) -> Attribute {
        var attribute = Attribute("data-", value)
        attribute.ending = name
        return attribute
    }

    // MARK: Links and pages

    /// `href`
    public static func href(_ address: Address) -> Attribute { Attribute("href", address.text) }
    /// `src`
    public static func src(_ address: Address) -> Attribute { Attribute("src", address.text) }
    /// `rel`
    public static func rel(_ relation: StaticString) -> Attribute { Attribute("rel", fixed: relation) }
    /// `charset`
    public static func charset(_ name: StaticString) -> Attribute { Attribute("charset", fixed: name) }
    /// `http-equiv`
    public static func httpEquiv(_ header: StaticString) -> Attribute { Attribute("http-equiv", fixed: header) }
    /// `content`
    public static func content(_ text: String) -> Attribute { Attribute("content", text) }
    /// `loading="lazy"`: it is fetched once it comes near the window.
    public static func lazy() -> Attribute { Attribute("loading", "lazy") }
    /// `alt`
    public static func alt(_ words: String) -> Attribute { Attribute("alt", words) }
    /// `datetime`
    public static func datetime(_ text: String) -> Attribute { Attribute("datetime", text) }
    /// `defer`
    public static func `defer`() -> Attribute { Attribute("defer", true) }

    // MARK: Tables

    /// `colspan`
    public static func colspan(_ count: Int) -> Attribute { Attribute("colspan", .number(count)) }
    /// `scope`
    public static func scope(_ scope: Scope) -> Attribute { Attribute("scope", scope.rawValue) }

    /// What a header cell heads.
    public enum Scope: String, Sendable { case row, col, rowgroup }

    // MARK: Forms

    /// `action`
    public static func action(_ address: Address) -> Attribute { Attribute("action", address.text) }
    /// `method`
    public static func method(_ method: Method) -> Attribute { Attribute("method", method.rawValue) }
    /// `enctype`
    public static func enctype(_ type: StaticString) -> Attribute { Attribute("enctype", fixed: type) }
    /// `name`
    public static func name(_ name: String) -> Attribute { Attribute("name", name) }
    /// `value`
    public static func value(_ value: String?) -> Attribute { Attribute("value", value) }
    /// `type`
    public static func type(_ type: StaticString) -> Attribute { Attribute("type", fixed: type) }
    /// `for`
    public static func `for`(_ id: String) -> Attribute { Attribute("for", id) }
    /// `autocomplete`
    public static func autocomplete(_ what: StaticString) -> Attribute { Attribute("autocomplete", fixed: what) }
    /// `inputmode`
    public static func inputmode(_ mode: StaticString?) -> Attribute {
        Attribute("inputmode", mode.map(Value.fixed) ?? .absent)
    }
    /// `accept`
    public static func accept(_ kinds: String) -> Attribute { Attribute("accept", kinds) }
    /// `list`
    public static func list(_ id: String?) -> Attribute { Attribute("list", id) }
    /// `rows`
    public static func rows(_ count: Int) -> Attribute { Attribute("rows", .number(count)) }
    /// `checked`
    public static func checked(_ isSet: Bool = true) -> Attribute { Attribute("checked", isSet) }
    /// `selected`
    public static func selected(_ isSet: Bool = true) -> Attribute { Attribute("selected", isSet) }
    /// `required`
    public static func required(_ isSet: Bool = true) -> Attribute { Attribute("required", isSet) }
    /// `novalidate`: what is wrong with a form is said by the site, all of it at once.
    public static func novalidate() -> Attribute { Attribute("novalidate", true) }
    /// `hidden`
    public static func hidden(_ isSet: Bool = true) -> Attribute { Attribute("hidden", isSet) }
    /// `disabled`
    public static func disabled(_ isSet: Bool = true) -> Attribute { Attribute("disabled", isSet) }
    /// `open`
    public static func open(_ isSet: Bool = true) -> Attribute { Attribute("open", isSet) }
    /// `multiple`
    public static func multiple(_ isSet: Bool = true) -> Attribute { Attribute("multiple", isSet) }

    /// How a form is sent.
    public enum Method: String, Sendable { case get, post }

    // MARK: Drawings

    /// A length or place in a drawing, in its own units, to the hundredth.
    public static func at(_ name: Length, _ value: Double) -> Attribute {
        Attribute(name.name, .text(Self.short(value)))
    }
    /// `viewBox`
    public static func viewBox(width: Double, height: Double) -> Attribute {
        Attribute("viewBox", .text("0 0 \(short(width)) \(short(height))"))
    }
    /// `path`
    public static func path(_ path: String) -> Attribute { Attribute("d", path) }

    /// Names of lengths in a drawing.
    public struct Length: Sendable {
        let name: StaticString

        /// `x`
        public static let x = Length(name: "x")
        /// `y`
        public static let y = Length(name: "y")
        /// `x1`
        public static let x1 = Length(name: "x1")
        /// `x2`
        public static let x2 = Length(name: "x2")
        /// `y1`
        public static let y1 = Length(name: "y1")
        /// `y2`
        public static let y2 = Length(name: "y2")
        /// `cx`
        public static let cx = Length(name: "cx")
        /// `cy`
        public static let cy = Length(name: "cy")
        /// `r`
        public static let r = Length(name: "r")
        /// `width`
        public static let width = Length(name: "width")
        /// `height`
        public static let height = Length(name: "height")
    }

    private static func short(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e9 else { return "0" }
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = (hundredths.magnitude / 100, hundredths.magnitude % 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest % 10 == 0 ? rest / 10 : rest)"
    }
}
