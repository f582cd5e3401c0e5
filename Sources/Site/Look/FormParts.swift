import Markup

/// How a field of a form looks and behaves.
struct FieldLook {
    var type: StaticString = "text"
    var autocomplete: StaticString = "off"
    var inputmode: StaticString?
    var className: String?
    var isRequired = true
    /// The list of values that it offers.
    var list: String?
    var problem: String?
}

// Fields of forms, each with its label, its hint and what is wrong with it.
extension HTML {
    /// A field of one line.
    mutating func field(
        _ name: String, _ label: String, hint: String? = nil, value: String? = nil,
        _ look: (inout FieldLook) -> Void = { _ in }
    ) {
        var field = FieldLook()
        look(&field)
        let described = Self.described(name, hint: hint, problem: field.problem)
        wrapped(name, label, hint: hint, problem: field.problem) { html in
            html(
                .input, .id(name), .name(name), .type(field.type), .value(value), .class(field.className),
                .autocomplete(field.autocomplete), .inputmode(field.inputmode), .required(field.isRequired),
                .list(field.list), .aria("describedby", described),
                .aria("invalid", field.problem == nil ? nil : "true"))
        }
    }

    /// A field of several lines.
    mutating func area(
        _ name: String, _ label: String, hint: String? = nil, value: String? = nil, rows: Int = 4,
        isRequired: Bool = true, problem: String? = nil
    ) {
        wrapped(name, label, hint: hint, problem: problem) { html in
            html(
                .textarea, .id(name), .name(name), .rows(rows), .required(isRequired),
                .aria("describedby", Self.described(name, hint: hint, problem: problem)),
                .aria("invalid", problem == nil ? nil : "true"), text: value ?? "")
        }
    }

    /// A field for a file.
    mutating func file(_ name: String, _ label: String, hint: String? = nil, problem: String? = nil) {
        wrapped(name, label, hint: hint, problem: problem) { html in
            html(
                .input, .type("file"), .id(name), .name(name),
                .aria("describedby", Self.described(name, hint: hint, problem: problem)),
                .aria("invalid", problem == nil ? nil : "true"))
        }
    }

    /// A choice of one out of some, all shown.
    mutating func choices(
        _ name: String, _ legend: String, hint: String? = nil,
        _ options: [(value: String, words: String, hint: String?)],
        chosen: String?, problem: String? = nil
    ) {
        self(.fieldset, .class(problem == nil ? "group" : "group wrong"), .id(name)) { html in
            html(.legend, legend)
            if let hint { html(.p, .class("hint"), text: hint) }
            if let problem { html(.p, .class("problem"), text: problem) }
            for (index, option) in options.enumerated() {
                html(.div, .class("choice")) { html in
                    html(
                        .input, .type("radio"), .id("\(name)-\(index)"), .name(name), .value(option.value),
                        .checked(option.value == chosen))
                    html(.label, .for("\(name)-\(index)"), text: option.words)
                    if let hint = option.hint { html(.p, .class("hint"), text: hint) }
                }
            }
        }
    }

    /// A choice of one out of many.
    mutating func select(
        _ name: String, _ label: String, hint: String? = nil, _ options: [(value: String, words: String)],
        chosen: String?, problem: String? = nil
    ) {
        select(name, label, hint: hint, problem: problem) { $0.options(options, chosen: chosen ?? "") }
    }

    /// A choice of one out of many that many pages show.
    mutating func select(_ name: String, _ label: String, _ options: Options, chosen: String?) {
        select(name, label, hint: nil, problem: nil) { html in
            html.add(options.written(chosen: chosen ?? ""))
        }
    }

    private mutating func select(
        _ name: String, _ label: String, hint: String?, problem: String?, _ options: (inout HTML) -> Void
    ) {
        wrapped(name, label, hint: hint, problem: problem) { html in
            html(
                .select, .id(name), .name(name),
                .aria("describedby", Self.described(name, hint: hint, problem: problem)),
                .aria("invalid", problem == nil ? nil : "true"), content: options)
        }
    }

    fileprivate mutating func options(_ options: [(value: String, words: String)], chosen: String) {
        for option in options {
            self(.option, .value(option.value), .selected(option.value == chosen), text: option.words)
        }
    }

    /// Something that is so or is not.
    mutating func tick(
        _ name: String, value: String = "yes", id: String? = nil, _ label: String, hint: String? = nil, isTicked: Bool
    ) {
        let id = id ?? name
        self(.div, .class("choice")) { html in
            html(
                .input, .type("checkbox"), .id(id), .name(name), .value(value), .checked(isTicked),
                .aria("describedby", hint == nil ? nil : id + "-hint"))
            html(.label, .for(id), text: label)
            if let hint { html(.p, .class("hint"), .id(id + "-hint"), text: hint) }
        }
    }

    private mutating func wrapped(
        _ name: String, _ label: String, hint: String?, problem: String?, _ content: (inout HTML) -> Void
    ) {
        self(.div, .class(problem == nil ? "field" : "field wrong")) { html in
            html(.label, .for(name), text: label)
            if let hint { html(.p, .class("hint"), .id(name + "-hint"), text: hint) }
            if let problem { html(.p, .class("problem"), .id(name + "-problem"), text: problem) }
            content(&html)
        }
    }

    private static func described(_ name: String, hint: String?, problem: String?) -> String? {
        let ids = [hint == nil ? nil : name + "-hint", problem == nil ? nil : name + "-problem"].compactMap { $0 }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}

/// What one can choose from on many pages, written once for all of them.
struct Options: Sendable {
    private let all: [(value: String, words: String)]
    /// With the first chosen, as it is on most pages.
    private let usual: HTML

    init(_ all: [(value: String, words: String)]) {
        self.all = all
        usual = Self.write(all, chosen: all.first?.value ?? "")
    }

    var count: Int { all.count }

    fileprivate func written(chosen: String) -> HTML {
        chosen == all.first?.value ? usual : Self.write(all, chosen: chosen)
    }

    private static func write(_ all: [(value: String, words: String)], chosen: String) -> HTML {
        var html = HTML()
        html.options(all, chosen: chosen)
        return html
    }
}
