import Access
import Hummingbird
import Markup

/// What is set for the whole partnership.
struct SettingsPage {
    let visit: Visit

    /// - Throws: `Refusal.forbidden` for whoever administers a council alone.
    static func read(_ visit: Visit) throws(Refusal) -> SettingsPage {
        guard visit.rights.canAdminister else { throw .forbidden }
        return SettingsPage(visit: visit)
    }

    static func save(_ visit: Visit) async throws -> Response {
        _ = try read(visit)
        let areOn = visit.form["public-pages"] != nil
        try await visit.access.set(.publicPages, to: areOn)
        visit.site.publicPages.areOn = areOn
        return Pages.go(.to(.settings, query: [("done", "1")]))
    }

    var html: HTML {
        Frame(title: "Settings of the partnership", section: .keeping).page(for: visit) { html in
            html.crumbs([("Administration", .to(.keeping))])
            html.heading("Settings of the partnership")
            html.done(visit.query["done"].map { _ in "The settings are saved." })
            html(.form, .method(.post), .action(.to(.saveSettings))) { html in
                html.token(visit)
                html(.fieldset, .class("group")) { html in
                    html(.legend, "Public pages")
                    html.tick(
                        "public-pages", "Anybody may read published plans, without signing in",
                        hint: "They show posts instead of names, and nothing that is not published.",
                        isTicked: visit.site.hasPublicPages)
                }
                html(.button, .type("submit"), text: "Save")
            }
        }
    }
}
