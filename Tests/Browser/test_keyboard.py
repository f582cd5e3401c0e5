"""By keys alone, as people do who use no mouse."""
from playwright.sync_api import expect

from browsing import ADDRESS, PASSWORD

MOST_TABS = 60


def tab_to(page, locator):
    """Presses Tab until something has the focus; what has it can be seen."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if locator.evaluate("element => element === document.activeElement"):
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
            return
    raise AssertionError(f"{locator} cannot be reached by {MOST_TABS} presses of Tab")


def test_sign_in_search_open_update_save(browser, script):
    promise, words = "ACT-38", "Put a hold on recovery action for flooded households"
    page = browser(script=script, signed_in=False)
    page.goto("/sign-in")
    tab_to(page, page.get_by_label("E-mail address"))
    page.keyboard.type(ADDRESS)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="How our promises stand")).to_be_visible()

    search = page.get_by_role("searchbox", name="Search records and papers")
    if script:
        page.keyboard.press("/")
    else:
        tab_to(page, search)
    expect(search).to_be_focused()
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Search")).to_be_visible()
    tab_to(page, page.get_by_role("main").get_by_role("link", name=words, exact=True))
    page.keyboard.press("Enter")

    expect(page.get_by_text(f"Action {promise}")).to_be_visible()
    tab_to(page, page.get_by_role("link", name="Update", exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Update")).to_be_visible()
    tab_to(page, page.get_by_role("radio").first)
    page.keyboard.press("Space")
    expect(page.get_by_role("radio").first).to_be_checked()
    tab_to(page, page.get_by_label("What was done, and what comes next"))
    page.keyboard.type("Done without a mouse.")
    tab_to(page, page.get_by_role("button", name="Save"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Saved.")
    expect(page.locator(".updates")).to_contain_text("Done without a mouse.")


def test_the_first_tab_skips_to_what_the_page_says(page):
    page.goto("/plans/PLN-2")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url("/plans/PLN-2#main")
    tab_to(page, page.get_by_role("main").get_by_role("link", name="Recommendations (4)"))


def test_filters_on_a_telephone_open_by_key(browser, script):
    page = browser(script=script, viewport=dict(width=320, height=700))
    page.goto("/plans/PLN-2")
    expect(page.get_by_label("Words")).to_be_hidden()
    tab_to(page, page.get_by_label("Filter, order and day"))
    page.keyboard.press("Space")
    expect(page.get_by_label("Words")).to_be_visible()
